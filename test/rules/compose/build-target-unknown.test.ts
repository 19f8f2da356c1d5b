import { buildTargetUnknown } from '../../../server/src/rules/compose/built/build-target-unknown';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const dockerfile = 'FROM debian:13 AS build\nFROM debian:13 AS Production\nUSER 1\n';
const around = { dockerfiles: { Dockerfile: dockerfile } };
const of = (target: string): string => web('build:', '  context: .', `  target: ${target}`);

ruleTester(buildTargetUnknown, {
  valid: [
    { name: 'a stage', code: of('build'), around },
    { name: 'case does not count', code: of('production'), around },
    { name: 'an index', code: of('1'), around },
    { name: 'no target', code: web('build: .'), around },
    { name: 'a variable without a value', code: of('${TARGET}'), around },
    { name: 'nothing is known of the Dockerfile', code: of('prod') },
    { name: 'no Dockerfile is there', code: of('prod'), around: { dockerfiles: {} } },
    { name: 'a Dockerfile without stages', code: of('prod'), around: { dockerfiles: { Dockerfile: '' } } },
    {
      name: 'another frontend',
      code: of('prod'),
      around: { dockerfiles: { Dockerfile: `# syntax=example.com/frontend:1\n${dockerfile}` } },
    },
    {
      name: 'a template',
      code: of('prod'),
      around: { dockerfiles: { Dockerfile: `{{ stages }}\n${dockerfile}` } },
    },
    {
      name: 'a remote context',
      code: web('build:', '  context: https://example.com/a.git', '  target: x'),
      around,
    },
    {
      name: 'keys may come from elsewhere',
      code: web('extends: {file: a.yaml, service: b}', 'build:', '  target: x'),
      around,
    },
  ],
  invalid: [
    {
      code: of('productoin # why'),
      around,
      findings: [
        {
          message:
            'The Dockerfile has no stage "productoin", so the build fails. Its stages are: build, Production.',
          at: 'productoin',
          severity: 'error',
          offers: [{ title: 'Build the stage Production', output: of('Production # why') }],
        },
      ],
      output: null,
    },
    {
      name: 'none is like it: the last one, which is built without a target',
      code: of('x'),
      around,
      findings: [
        {
          message: 'base',
          at: 'x',
          offers: [{ title: 'Build the stage Production', output: of('Production') }],
        },
      ],
      output: null,
    },
    {
      name: 'an index that is too large, of stages without names',
      code: of('"2"'),
      around: { dockerfiles: { Dockerfile: 'FROM debian:13\nUSER 1\n' } },
      findings: [{ message: 'unnamed', at: '"2"' }],
      output: null,
    },
    {
      name: 'another Dockerfile, in a folder, through an anchor and a default',
      code: file(
        'x-build: &build',
        '  context: ./api',
        '  dockerfile: docker/prod.Dockerfile',
        "  target: '${TARGET:-runtime}'",
        'services:',
        '  a: { build: *build }',
        '  b: { build: *build }',
      ),
      around: { dockerfiles: { 'api/docker/prod.Dockerfile': 'FROM debian:13 AS run\nUSER 1\n' } },
      findings: [
        {
          message: 'base',
          at: "'${TARGET:-runtime}'",
          offers: [
            {
              title: 'Build the stage run',
              output: file(
                'x-build: &build',
                '  context: ./api',
                '  dockerfile: docker/prod.Dockerfile',
                "  target: 'run'",
                'services:',
                '  a: { build: *build }',
                '  b: { build: *build }',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a Dockerfile in the Compose file',
      code: web(
        'build:',
        '  dockerfile_inline: |',
        '    FROM debian:13 AS run',
        '    USER 1',
        '  target: rum',
      ),
      findings: [
        {
          message: 'base',
          at: 'rum',
          offers: [
            {
              title: 'Build the stage run',
              output: web(
                'build:',
                '  dockerfile_inline: |',
                '    FROM debian:13 AS run',
                '    USER 1',
                '  target: run',
              ),
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
