import { secretFileCopied } from '../../../server/src/rules/dockerfile/secrets/secret-file-copied';
import { ruleTester } from '../../support/rule-tester';

ruleTester(secretFileCopied, {
  valid: [
    'FROM scratch\nCOPY .env.example .env.sample id_rsa.pub environment /app/\n',
    'FROM scratch\nCOPY ca.pem fullchain.pem cert.pem rds-combined-ca-bundle.pem public-key.pem server.crt dhparam.pem /etc/ssl/\n',
    'FROM scratch\nCOPY nodesource.gpg.key docker.key /etc/apt/keyrings/\n',
    'FROM a:1 AS keys\nFROM scratch\nCOPY --from=keys /root/.ssh/id_rsa /key\n',
    'FROM scratch\nARG FILE\nCOPY $FILE /app/\nONBUILD COPY .env /app/\n',
    'FROM scratch\nCOPY <<.env /app/.env\nA=1\n.env\n',
    'FROM node:22\nUSER node\nRUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci\n',
    {
      name: 'left out by .dockerignore, so that there is nothing to copy: copy-ignored speaks',
      code: 'FROM scratch\nCOPY .env /app/\n',
      around: { files: ['.env'], dockerignore: '.env' },
    },
    {
      name: 'a registry without a token, a certificate by another name',
      code: 'FROM scratch\nCOPY .npmrc server.pem /app/\n',
      around: {
        files: ['.npmrc', 'server.pem'],
        texts: {
          '.npmrc':
            'registry=https://r.example.com\n# _authToken=x\n//r.example.com/:_authToken=${NPM_TOKEN}\n',
          'server.pem': '-----BEGIN CERTIFICATE-----\n',
        },
      },
    },
  ],
  invalid: [
    {
      code: 'FROM scratch\nCOPY .env /app/.env\n',
      output: null,
      findings: [
        {
          message:
            '".env" holds settings with secrets, readable by everybody who can pull the image. Hand it to the step that needs it with `RUN --mount=type=secret`, or to the container when it starts.',
          at: '.env',
          severity: 'error',
        },
      ],
    },
    {
      name: 'keys by their names, in the JSON form and from a folder',
      code: 'FROM scratch\nCOPY ["certs/server.key", "tls-key.pem", "client.pem", "/keys/"]\nADD ./.ssh /root/.ssh\nCOPY .env* id_* /x/\n',
      output: null,
      findings: [
        { message: 'base', at: '"certs/server.key"' },
        { message: 'base', at: '"tls-key.pem"' },
        { message: 'base', at: '"client.pem"' },
        { message: 'base', at: './.ssh' },
      ],
    },
    {
      name: 'used by the steps below',
      code: 'FROM node:22 AS build\nWORKDIR /app\nCOPY package.json ./\nCOPY .npmrc ./\nRUN npm ci\nRUN npm run build\nRUN make\nFROM scratch\n',
      output: null,
      findings: [
        {
          message: 'builder',
          at: '.npmrc',
          severity: 'warning',
          offers: [
            {
              title: 'Mount ".npmrc" as a secret where it is used',
              output:
                'FROM node:22 AS build\nWORKDIR /app\nCOPY package.json ./\nRUN --mount=type=secret,id=npmrc,target=/app/.npmrc \\\n    npm ci\nRUN --mount=type=secret,id=npmrc,target=/app/.npmrc \\\n    npm run build\nRUN make\nFROM scratch\n',
            },
          ],
        },
      ],
    },
    {
      name: 'named by a step, of a user by number',
      code: 'FROM debian:13\nUSER 1000\nCOPY id_ed25519 /tmp/key\nRUN GIT_SSH_COMMAND="ssh -i /tmp/key" git clone git@example.com:a.git \\\n    && true\n',
      output: null,
      findings: [
        {
          message: 'base',
          at: 'id_ed25519',
          offers: [
            {
              title: 'Mount "id_ed25519" as a secret where it is used',
              output:
                'FROM debian:13\nUSER 1000\nRUN --mount=type=secret,id=id_ed25519,target=/tmp/key,uid=1000 \\\n    GIT_SSH_COMMAND="ssh -i /tmp/key" git clone git@example.com:a.git \\\n    && true\n',
            },
          ],
        },
      ],
    },
    {
      name: 'removed by a later step: said here, once',
      code: 'FROM debian:13\nCOPY id_rsa /root/.ssh/id_rsa\nRUN git clone git@example.com:a.git\nRUN rm -rf ~/.ssh\n',
      output: null,
      findings: [{ message: 'removed', at: 'id_rsa' }],
    },
    {
      name: 'a token that is written out',
      code: 'FROM scratch\nCOPY .npmrc /app/\n',
      around: { files: ['.npmrc'], texts: { '.npmrc': '//r.example.com/:_authToken=abc\n' } },
      output: null,
      findings: [{ message: 'base', at: '.npmrc' }],
    },
  ],
});
