import { secretNotDeclaredInBuild } from '../../../server/src/rules/compose/built/secret-not-declared-in-build';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const around = (mount: string) => ({
  dockerfiles: {
    Dockerfile: file(
      'FROM debian:13 AS build',
      `RUN --mount=${mount} make`,
      'FROM debian:13 AS docs',
      'FROM debian:13',
      'COPY --from=build /a /a',
      'USER 1',
    ),
  },
});
const npm = around('type=secret,id=npm_token');
const declared = 'secrets:\n  npm_token: { environment: NPM_TOKEN }\n';

ruleTester(secretNotDeclaredInBuild, {
  valid: [
    { name: 'handed over', code: web('build: { context: ., secrets: [npm_token] }') + declared, around: npm },
    {
      name: 'under another name',
      code:
        web('build: { context: ., secrets: [{ source: npm, target: npm_token }] }') +
        'secrets: { npm: { environment: N } }\n',
      around: npm,
    },
    {
      name: 'the target does not need the stage',
      code: web('build: { context: ., target: docs }', 'user: "1"'),
      around: npm,
    },
    { name: 'a target that is not known', code: web('build: { context: ., target: "${T}" }'), around: npm },
    { name: 'a variable in the id', code: web('build: .'), around: around('type=secret,id=$TOKEN') },
    {
      name: 'a secret that is not known',
      code: web('build: { context: ., secrets: ["${S}"] }'),
      around: npm,
    },
    { name: 'SSH, which the command line may hand over', code: web('build: .'), around: around('type=ssh') },
    { name: 'nothing is known of the Dockerfile', code: web('build: .') },
    {
      name: 'keys may come from elsewhere',
      code: web('extends: { file: a.yaml, service: b }', 'build: .'),
      around: npm,
    },
  ],
  invalid: [
    {
      code: web('build:', '  context: . # why'),
      around: npm,
      findings: [
        {
          message: 'base',
          at: 'build',
          severity: 'warning',
          offers: [
            {
              title: 'Hand over the secret npm_token',
              output:
                web('build:', '  context: . # why', '  secrets:', '    - npm_token') +
                'secrets:\n  npm_token:\n    environment: NPM_TOKEN\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a short form, and a secret that is declared',
      code: web('build: .') + declared,
      around: npm,
      findings: [
        {
          message: 'base',
          at: 'build',
          offers: [
            {
              title: 'Hand over the secret npm_token',
              output: web('build:', '  context: .', '  secrets:', '    - npm_token') + declared,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'beside another one, named by its target alone',
      code: web('build:', '  context: .', '  secrets: [other]') + 'secrets: { other: { environment: O } }\n',
      around: around('type=secret,target=/root/.netrc,required=true'),
      findings: [
        {
          message:
            'The Dockerfile mounts the secret ".netrc", which this build does not hand over: the command that needs it finds nothing.',
          at: 'secrets',
          offers: [
            {
              title: 'Hand over the secret .netrc',
              output:
                web('build:', '  context: .', '  secrets: [other, .netrc]') +
                'secrets: { other: { environment: O }, .netrc: { environment: _NETRC } }\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'of a stage that the stage stands on, through an anchor: no fix, as two services would change',
      code: file(
        'x-build: &build { context: . }',
        'services:',
        '  a: { build: *build }',
        '  b: { build: *build }',
      ),
      around: {
        dockerfiles: {
          Dockerfile: 'FROM debian:13 AS base\nRUN --mount=type=secret,id=pip make\nFROM base\nUSER 1\n',
        },
      },
      findings: [
        { message: 'base', at: 'build', line: 2 },
        { message: 'base', at: 'build', line: 3 },
      ],
      output: null,
    },
  ],
});
