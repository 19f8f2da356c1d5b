import { buildDockerfileMissing } from '../../../server/src/rules/compose/built/build-dockerfile-missing';
import { web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const text = 'FROM debian:13\nUSER 1\n';
const fresh = '# syntax=docker/dockerfile:1\n\nFROM scratch\nUSER 65532:65532\n';

ruleTester(buildDockerfileMissing, {
  valid: [
    { name: 'it is there', code: web('build: .'), around: { dockerfiles: { Dockerfile: text } } },
    {
      name: 'by the path from the context on',
      code: web('build:', '  context: ./api', '  dockerfile: ../docker/api.Dockerfile'),
      around: { dockerfiles: { 'docker/api.Dockerfile': text } },
    },
    { name: 'nothing is known of the folder', code: web('build: .') },
    {
      name: 'its text stands here',
      code: web('build:', '  dockerfile_inline: FROM debian:13'),
      around: { dockerfiles: {} },
    },
    {
      name: 'a remote context',
      code: web('build: https://github.com/example/app.git'),
      around: { dockerfiles: {} },
    },
    {
      name: 'a remote context of git',
      code: web('build: git@github.com:example/app.git'),
      around: { dockerfiles: {} },
    },
    {
      name: 'a variable without a value',
      code: web('build:', '  dockerfile: ${FILE}'),
      around: { dockerfiles: {} },
    },
    { name: 'nothing is built', code: web('image: app:1'), around: { dockerfiles: {} } },
  ],
  invalid: [
    {
      code: web('build: . # why'),
      around: { dockerfiles: { 'web/Dockerfile': text } },
      findings: [
        {
          message: 'There is no Dockerfile in the build context ., so the build fails.',
          at: '.',
          severity: 'error',
          offers: [
            {
              title: 'Create Dockerfile',
              output: web('build: . # why'),
              others: { 'file:///w/Dockerfile': fresh },
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'another one lies beside it',
      code: web('build: ./api'),
      around: { dockerfiles: { 'api/Dockerfile.prod': text } },
      findings: [
        {
          message: 'base',
          at: './api',
          offers: [
            {
              title: 'Build from Dockerfile.prod',
              output: web('build:', '  context: ./api', '  dockerfile: Dockerfile.prod'),
            },
            {
              title: 'Create Dockerfile',
              output: web('build: ./api'),
              others: { 'file:///w/api/Dockerfile': fresh },
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a long form, and a slip in the name',
      code: web('build:', '  context: .', '  dockerfile: "docker/Dokerfile"'),
      around: { dockerfiles: { 'docker/Dockerfile.dev': text, 'docker/Dockerfile': text } },
      findings: [
        {
          message: 'base',
          at: '"docker/Dokerfile"',
          offers: [
            {
              title: 'Build from docker/Dockerfile',
              output: web('build:', '  context: .', '  dockerfile: "docker/Dockerfile"'),
            },
            {
              title: 'Build from docker/Dockerfile.dev',
              output: web('build:', '  context: .', '  dockerfile: "docker/Dockerfile.dev"'),
            },
            {
              title: 'Create Dokerfile',
              output: web('build:', '  context: .', '  dockerfile: "docker/Dokerfile"'),
              others: { 'file:///w/docker/Dokerfile': fresh },
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a build without a context, outside of which it is looked for',
      code: web('build:', '  args: { A: "1" }', '  dockerfile: ../Dockerfile'),
      around: { dockerfiles: {} },
      findings: [{ message: 'outside', at: '../Dockerfile' }],
      output: null,
    },
  ],
});
