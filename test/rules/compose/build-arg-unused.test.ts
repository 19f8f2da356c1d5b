import { buildArgUnused } from '../../../server/src/rules/compose/built/build-arg-unused';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const dockerfile = 'ARG PYTHON=3.14\nFROM python:${PYTHON}-slim\nARG APP_VERSION\nUSER 1\n';
const around = { dockerfiles: { Dockerfile: dockerfile } };
const of = (...args: readonly string[]): string =>
  web('build:', '  context: .', '  args:', ...args.map((arg) => `    ${arg}`));
const shared = (other: string): string =>
  file(
    'x-args: &args',
    '  PYTHON: "3.14"',
    '  COMMIT: abc',
    'services:',
    '  a: { build: { context: ., args: *args } }',
    `  b: { build: { context: ${other}, args: *args } }`,
  );

ruleTester(buildArgUnused, {
  valid: [
    { name: 'before the first FROM and in a stage', code: of('PYTHON: "3.13"', 'APP_VERSION: "1"'), around },
    { name: 'a list', code: of('- PYTHON=3.13', '- APP_VERSION'), around },
    {
      name: 'what builders read by themselves',
      code: of(
        'BUILDKIT_INLINE_CACHE: 1',
        'HTTP_PROXY: a',
        'no_proxy: b',
        'TARGETARCH: arm64',
        'BUILDKIT_X: 1',
      ),
      around,
    },
    { name: 'nothing is known of the Dockerfile', code: of('OTHER: 1') },
    {
      name: 'a trigger declares it',
      code: of('X: 1'),
      around: { dockerfiles: { Dockerfile: 'FROM debian:13\nONBUILD ARG X\n' } },
    },
    {
      name: 'an image that may have triggers',
      code: of('X: 1'),
      around: { dockerfiles: { Dockerfile: 'FROM registry.example.com/base:1\nUSER 1\n' } },
    },
    {
      name: 'an image that hangs on an argument',
      code: of('X: 1'),
      around: { dockerfiles: { Dockerfile: 'ARG BASE\nFROM ${BASE}\nUSER 1\n' } },
    },
    {
      name: 'another service that has the same arguments needs it',
      code: shared('./b'),
      around: {
        dockerfiles: {
          Dockerfile: dockerfile,
          'b/Dockerfile': 'FROM debian:13\nARG COMMIT\nARG PYTHON\nUSER 1\n',
        },
      },
    },
  ],
  invalid: [
    {
      code: of('PYTHON: "3.13"', 'APP_VERSOIN: "1" # why'),
      around,
      findings: [
        {
          message:
            'The Dockerfile has no "ARG APP_VERSOIN", so the value goes nowhere; did you mean APP_VERSION?',
          at: 'APP_VERSOIN',
          severity: 'warning',
          offers: [
            { title: 'Change to APP_VERSION', output: of('PYTHON: "3.13"', 'APP_VERSION: "1" # why') },
            { title: 'Remove the argument APP_VERSOIN', output: of('PYTHON: "3.13"') },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'in a list, with a Dockerfile of another name',
      code: web(
        'build:',
        '  context: .',
        '  dockerfile: web.Dockerfile',
        '  args: ["PYTHON=3.13", "NODE=24"]',
      ),
      around: { dockerfiles: { 'web.Dockerfile': dockerfile } },
      findings: [
        {
          message: 'base',
          at: 'NODE',
          offers: [
            {
              title: 'Remove the argument NODE',
              output: web(
                'build:',
                '  context: .',
                '  dockerfile: web.Dockerfile',
                '  args: ["PYTHON=3.13"]',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'all services that share it do not need it; it is the only one',
      code: file(
        'x-args: &args',
        '  COMMIT: abc',
        'services:',
        '  a: { build: { context: ., args: *args } }',
        '  b: { build: { context: ., args: *args } }',
      ),
      around,
      findings: [{ message: 'base', at: 'COMMIT' }],
      output: null,
    },
    {
      name: 'an image that cannot have triggers, without a name that is like it',
      code: of('COMMIT: abc', 'DATE:'),
      around: { dockerfiles: { Dockerfile: 'FROM dhi.io/python:3.14-debian13\n' } },
      findings: [
        {
          message: 'base',
          at: 'COMMIT',
          offers: [{ title: 'Remove the argument COMMIT', output: of('DATE:') }],
        },
        {
          message: 'base',
          at: 'DATE',
          offers: [{ title: 'Remove the argument DATE', output: of('COMMIT: abc') }],
        },
      ],
      output: null,
    },
  ],
});
