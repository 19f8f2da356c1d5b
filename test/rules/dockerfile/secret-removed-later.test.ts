import { secretRemovedLater } from '../../../server/src/rules/dockerfile/secrets/secret-removed-later';
import { ruleTester } from '../../support/rule-tester';

ruleTester(secretRemovedLater, {
  valid: [
    'FROM node:22\nARG T\nRUN echo "//r/:_authToken=$T" > ~/.npmrc && npm ci && rm ~/.npmrc\n',
    'FROM node:22\nRUN rm -f /root/.npmrc\n',
    'FROM node:22\nRUN echo x > /root/.npmrc\nRUN rm /home/node/.npmrc /tmp/x\n',
    {
      name: 'in a builder, whose layers are not handed over',
      code: 'FROM node:22 AS build\nRUN echo x > /root/.npmrc\nRUN rm /root/.npmrc\nFROM scratch\nCOPY --from=build /app /app\n',
    },
    {
      name: 'copied by its name: secret-file-copied says it',
      code: 'FROM debian:13\nCOPY id_rsa /root/.ssh/id_rsa\nRUN rm /root/.ssh/id_rsa\n',
    },
    {
      name: 'a mount is not in the layer',
      code: 'FROM node:22\nRUN --mount=type=tmpfs,target=/root/.npmrc echo x > /root/.npmrc\nRUN rm -f /root/.npmrc\n',
    },
    {
      name: 'known to come along: secret-file-in-context says it',
      code: 'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN rm .env\n',
      around: { files: ['.env'], dockerignore: '' },
    },
    {
      name: 'known not to come along, or left out',
      code: 'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN rm -f .env /app/sub/.env\n',
      around: { files: ['a'], dockerignore: 'sub' },
    },
    {
      name: 'a path that is not known',
      code: 'FROM node:22\nRUN echo x > $DIR/.npmrc\nRUN rm $DIR/.npmrc\nRUN cd /x && echo x > .env\nRUN cd /x && rm .env\n',
    },
  ],
  invalid: [
    {
      code: 'FROM node:22\nARG T\nRUN echo "//r/:_authToken=$T" > ~/.npmrc && npm ci\nRUN npm run build && rm -f /root/.npmrc\n',
      output: null,
      findings: [
        {
          message:
            'The RUN that wrote ".npmrc" keeps it in its layer, readable by everybody who can pull the image. Remove it in that same RUN, or mount it with `RUN --mount=type=secret`.',
          at: '/root/.npmrc',
          severity: 'warning',
        },
      ],
    },
    {
      name: 'by tee, in a stage below, from a heredoc',
      code: 'FROM debian:13 AS base\nWORKDIR /app\nRUN <<EOF\nprintf x | tee -a .netrc > /dev/null\nEOF\nFROM base\nRUN rm .netrc\n',
      output: null,
      findings: [{ message: 'run', at: '.netrc', line: 6 }],
    },
    {
      name: 'brought by a folder of which nothing is known',
      code: 'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci \\\n    && rm -f ./.env\n',
      output: null,
      findings: [{ message: 'copy', at: './.env' }],
    },
    {
      name: 'two files, one of them removed in time',
      code: 'FROM debian:13\nRUN echo x >> /root/.netrc; echo y > /root/.pgpass; rm /root/.pgpass\nRUN rm /root/.netrc /root/.pgpass\n',
      output: null,
      findings: [{ message: 'run', at: '/root/.netrc' }],
    },
  ],
});
