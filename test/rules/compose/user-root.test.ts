import { userRoot } from '../../../server/src/rules/compose/images/user-root';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const run = 'Run as 65532:65532';

const built = (...more: readonly string[]) => ({
  dockerfiles: { Dockerfile: file('FROM debian:13', ...more) },
});

ruleTester(userRoot, {
  valid: [
    web('image: app:1'),
    web('build: .'),
    web('image: python:3.14', 'user: "1000:1000"'),
    web('image: python:3.14', 'user: ${UID}:${GID}'),
    web('image: ${IMAGE}'),
    { name: 'its entry point drops root', code: web('image: postgres:17.5') },
    {
      name: 'a script before that entry point',
      code: web('image: postgres:17.5', 'entrypoint: /opt/app/entrypoint.sh'),
    },
    { name: 'the image runs as another user', code: web('image: dhi.io/python:3.14-debian13') },
    web('image: app:1', 'user: rooty'),
    { name: 'what is built runs as another user', code: web('build: .'), around: built('USER 1') },
    {
      name: 'what is built drops root by itself',
      code: web('build: .'),
      around: built('RUN apt-get install -y gosu'),
    },
    {
      name: 'the Dockerfile says that it is meant',
      code: web('build: .'),
      around: built('# hadolint ignore=DL3002', 'USER root'),
    },
    { name: 'the service drops root', code: web('build: .', 'command: [gosu, app, serve]'), around: built() },
    { name: 'the target is not known', code: web('build: { context: ., target: "${T}" }'), around: built() },
    {
      name: 'what is built stands on an image of which nothing is known',
      code: web('build: .'),
      around: { dockerfiles: { Dockerfile: 'FROM registry.example.com/a:1\n' } },
    },
    web('extends: {file: base.yml, service: web}', 'image: python:3.14'),
  ],
  invalid: [
    {
      code: web('image: app:1', 'user: root # why'),
      findings: [
        {
          message: 'set',
          at: 'root',
          severity: 'warning',
          offers: [{ title: run, output: web('image: app:1', 'user: "65532:65532" # why') }],
        },
      ],
      output: null,
    },
    {
      code: web('build: .', "user: '0:0'"),
      findings: [
        {
          message: 'set',
          at: "'0:0'",
          offers: [{ title: run, output: web('build: .', "user: '65532:65532'") }],
        },
      ],
      output: null,
    },
    {
      code: web('image: app:1', 'user: ${UID:-0}'),
      findings: [
        {
          message: 'set',
          at: '${UID:-0}',
          offers: [{ title: run, output: web('image: app:1', 'user: "65532:65532"') }],
        },
      ],
      output: null,
    },
    {
      name: "the image's own user is the better one",
      code: web('image: dhi.io/python:3.14-debian13', 'user: root'),
      findings: [
        {
          message: 'set',
          at: 'root',
          offers: [
            {
              title: "Remove user, so that the image's own counts",
              output: web('image: dhi.io/python:3.14-debian13'),
            },
            { title: 'Run as nonroot', output: web('image: dhi.io/python:3.14-debian13', 'user: nonroot') },
            { title: run, output: web('image: dhi.io/python:3.14-debian13', 'user: "65532:65532"') },
          ],
        },
      ],
      output: null,
    },
    {
      code: web('image: python:3.14'),
      findings: [
        {
          message: 'image',
          at: 'python:3.14',
          offers: [{ title: run, output: web('image: python:3.14', 'user: "65532:65532"') }],
        },
      ],
      output: null,
    },
    {
      name: 'an image that brings an account for the application',
      code: web('image: node:24'),
      findings: [
        {
          message: 'image',
          at: 'node:24',
          offers: [
            { title: 'Run as node', output: web('image: node:24', 'user: node') },
            { title: run, output: web('image: node:24', 'user: "65532:65532"') },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'one image of two services',
      code: file(
        'x-i: &i {image: python:3.14}',
        'services:',
        '  web: {<<: *i}',
        '  job: {<<: *i, user: "1000"}',
      ),
      findings: [
        {
          message: 'image',
          at: 'python:3.14',
          offers: [
            {
              title: run,
              output: file(
                'x-i: &i {image: python:3.14}',
                'services:',
                '  web: {user: "65532:65532", <<: *i}',
                '  job: {<<: *i, user: "1000"}',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a user that two services share',
      code: file(
        'x-u: &u {user: root}',
        'services:',
        '  web: {<<: *u, image: app:1}',
        '  job: {<<: *u, image: job:1}',
      ),
      findings: [
        {
          message: 'set',
          at: 'root',
          offers: [
            {
              title: run,
              output: file(
                'x-u: &u {user: "65532:65532"}',
                'services:',
                '  web: {<<: *u, image: app:1}',
                '  job: {<<: *u, image: job:1}',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'what is built runs as root',
      code: web('build: { context: ./api, target: run }'),
      around: { dockerfiles: { 'api/Dockerfile': 'FROM debian:13 AS run\nFROM debian:13\nUSER 1\n' } },
      findings: [
        {
          message: 'built',
          at: 'build',
          offers: [
            {
              title: run,
              output: web('build: { context: ./api, target: run }', 'user: "65532:65532"'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'with what may be open to root alone',
      code: `${web('image: nginx:1.30', 'ports:', '  - "8080:80"', 'volumes:', '  - data:/data', '  - ./site:/site:ro')}volumes:\n  data:\n`,
      findings: [
        {
          message: 'image',
          at: 'nginx:1.30',
          offers: [
            {
              title: run,
              confirm: 'Often only root can open port 80 and write /data: look at that first.',
              output: `${web('image: nginx:1.30', 'ports:', '  - "8080:80"', 'volumes:', '  - data:/data', '  - ./site:/site:ro', 'user: "65532:65532"')}volumes:\n  data:\n`,
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
