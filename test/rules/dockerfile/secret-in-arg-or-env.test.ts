import { secretInArgOrEnv } from '../../../server/src/rules/dockerfile/secrets/secret-in-arg-or-env';
import { ruleTester } from '../../support/rule-tester';

ruleTester(secretInArgOrEnv, {
  valid: [
    {
      name: 'names that say something else',
      code: 'FROM debian:13\nENV MONKEY=a PUBLIC_KEY=b TOKENIZERS_PARALLELISM=c PASSWORD_MIN_LENGTH=8 MAX_TOKENS=100 GPG_KEY=A035C8C1 PASSWORD_HASHER=argon2\n',
    },
    {
      name: 'names of places',
      code: 'FROM debian:13\nENV DB_PASSWORD_FILE=/run/secrets/db TOKEN_URL=https://example.com/token SECRET_NAME=db\nARG TOKEN_PATH\n',
    },
    {
      name: 'values that are no secret',
      code: 'FROM debian:13\nENV SECRET=true DB_PASSWORD= API_KEY="" SECRET_KEY_BASE_DUMMY=1 ALLOW_EMPTY_PASSWORD=yes\nENV API_TOKEN=/run/secrets/token\n',
    },
    { name: 'a switch in a variable', code: 'FROM debian:13\nARG ON=false\nENV REQUIRE_SECRET=$ON\n' },
    { name: 'declared for the stages below', code: 'ARG NPM_TOKEN\nFROM node:24\n' },
    { name: 'a secret mount', code: 'FROM node:24\nRUN --mount=type=secret,id=npm,env=NPM_TOKEN npm ci\n' },
    {
      name: 'labels and shell variables',
      code: 'FROM debian:13\nLABEL password=none\nRUN TOKEN=$(cat /run/secrets/token) app\n',
    },
    { name: 'what secret-value says', code: 'FROM debian:13\nENV DB_SECRET=postgres://app:hunter2@db/app\n' },
    {
      name: 'comments',
      code: 'FROM debian:13\n# ENV DB_PASSWORD=hunter2\nRUN <<EOF\nENV DB_PASSWORD=hunter2\nEOF\n',
    },
  ],
  invalid: [
    {
      code: 'FROM debian:13\nARG API_TOKEN\nRUN curl -H "Authorization: Bearer $API_TOKEN" https://example.com\nUSER app\n',
      findings: [
        {
          message:
            'The value of build argument "API_TOKEN" stays readable in the history of the image. Hand a secret over with `RUN --mount=type=secret`, which leaves nothing behind.',
          at: 'API_TOKEN',
          line: 1,
          offers: [
            {
              title: 'Mount "API_TOKEN" as a secret where it is used',
              output:
                'FROM debian:13\nRUN --mount=type=secret,id=api_token,env=API_TOKEN curl -H "Authorization: Bearer $API_TOKEN" https://example.com\nUSER app\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'every use, in more than one stage',
      code: 'ARG NPM_TOKEN\nFROM node:24 AS build\nARG NPM_TOKEN\nRUN npm config set //registry.npmjs.org/:_authToken=${NPM_TOKEN} && npm ci\nFROM node:24-slim\nARG NPM_TOKEN\nRUN --network=none test -n "$NPM_TOKEN"\nUSER node\n',
      findings: [
        {
          message: 'builder',
          at: 'NPM_TOKEN',
          line: 2,
          offers: [
            {
              title: 'Mount "NPM_TOKEN" as a secret where it is used',
              output:
                'FROM node:24 AS build\nRUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm config set //registry.npmjs.org/:_authToken=${NPM_TOKEN} && npm ci\nFROM node:24-slim\nRUN --mount=type=secret,id=npm_token,env=NPM_TOKEN --network=none test -n "$NPM_TOKEN"\nUSER node\n',
            },
          ],
        },
        {
          message: 'arg',
          at: 'NPM_TOKEN',
          line: 5,
          offers: [
            {
              title: 'Mount "NPM_TOKEN" as a secret where it is used',
              output:
                'FROM node:24 AS build\nRUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm config set //registry.npmjs.org/:_authToken=${NPM_TOKEN} && npm ci\nFROM node:24-slim\nRUN --mount=type=secret,id=npm_token,env=NPM_TOKEN --network=none test -n "$NPM_TOKEN"\nUSER node\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'passed on to ENV, used in a heredoc',
      code: 'FROM debian:13\nARG API_TOKEN\nENV API_TOKEN=$API_TOKEN \\\n    LANG=C.UTF-8\nRUN <<EOF\ncurl -H "Authorization: Bearer $API_TOKEN" https://example.com\nEOF\nUSER app\n',
      findings: [
        {
          message: 'arg',
          at: 'API_TOKEN',
          line: 1,
          offers: [
            {
              title: 'Mount "API_TOKEN" as a secret where it is used',
              output:
                'FROM debian:13\nENV \\\n    LANG=C.UTF-8\nRUN --mount=type=secret,id=api_token,env=API_TOKEN <<EOF\ncurl -H "Authorization: Bearer $API_TOKEN" https://example.com\nEOF\nUSER app\n',
            },
          ],
        },
        {
          message: 'env',
          at: 'API_TOKEN',
          line: 2,
          offers: [
            {
              title: 'Mount "API_TOKEN" as a secret where it is used',
              output:
                'FROM debian:13\nENV \\\n    LANG=C.UTF-8\nRUN --mount=type=secret,id=api_token,env=API_TOKEN <<EOF\ncurl -H "Authorization: Bearer $API_TOKEN" https://example.com\nEOF\nUSER app\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a RUN that has the mount already',
      code: 'FROM debian:13\nARG A=1 API_TOKEN B=2\nRUN --mount=type=secret,id=token,env=API_TOKEN app "$API_TOKEN"\nRUN app "$API_TOKEN"\nUSER app\n',
      findings: [
        {
          message: 'arg',
          at: 'API_TOKEN',
          line: 1,
          offers: [
            {
              title: 'Mount "API_TOKEN" as a secret where it is used',
              output:
                'FROM debian:13\nARG A=1 B=2\nRUN --mount=type=secret,id=token,env=API_TOKEN app "$API_TOKEN"\nRUN --mount=type=secret,id=api_token,env=API_TOKEN app "$API_TOKEN"\nUSER app\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'in the triggers of ONBUILD',
      code: 'FROM node:24\nONBUILD ARG NPM_TOKEN\nONBUILD ENV DB_PASSWORD=hunter2\nONBUILD RUN npm ci "$NPM_TOKEN"\nRUN echo "$NPM_TOKEN"\nUSER node\n',
      findings: [
        { message: 'arg', at: 'NPM_TOKEN', line: 1, offers: [] },
        { message: 'env', at: 'DB_PASSWORD', line: 2, offers: [] },
      ],
      output: null,
    },
    {
      name: 'nothing here uses it',
      code: 'FROM debian:13\nENV DB_PASSWORD=hunter2\nUSER app\n',
      findings: [
        {
          message:
            'The value of "DB_PASSWORD" becomes part of the image, readable by everybody who can pull it. Hand a secret over when the container starts, or to a build step with `RUN --mount=type=secret`.',
          at: 'DB_PASSWORD',
        },
      ],
      output: null,
    },
    {
      name: 'used when the container starts',
      code: 'FROM debian:13\nENV DB_PASSWORD hunter2\nRUN app --migrate "$DB_PASSWORD"\nUSER app\nCMD app "$DB_PASSWORD"\n',
      findings: [{ message: 'env', at: 'DB_PASSWORD', line: 1 }],
      output: null,
    },
    {
      name: 'put into another variable',
      code: 'FROM debian:13\nARG API_TOKEN\nARG URL=https://example.com/?token=$API_TOKEN\nRUN curl "$URL" "$API_TOKEN"\nUSER app\n',
      findings: [{ message: 'arg', at: 'API_TOKEN', line: 1 }],
      output: null,
    },
    {
      name: 'a builder',
      code: 'FROM debian:13 AS build\nARG githubToken\nRUN ["sh", "-c", "git clone https://$githubToken@github.com/a/b"]\nFROM scratch\nUSER 65532\n',
      findings: [
        {
          message:
            'The value of "githubToken" stays in the build cache, though this stage does not ship. Hand a secret over with `RUN --mount=type=secret`, which leaves nothing behind.',
          at: 'githubToken',
          line: 1,
          offers: [
            {
              title: 'Mount "githubToken" as a secret where it is used',
              output:
                'FROM debian:13 AS build\nRUN --mount=type=secret,id=githubtoken,env=githubToken ["sh", "-c", "git clone https://$githubToken@github.com/a/b"]\nFROM scratch\nUSER 65532\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a placeholder',
      code: 'FROM debian:13\nENV DB_PASSWORD=changeme PGPASSWORD="<password>" API_TOKEN=%TOKEN%\nUSER app\n',
      findings: [
        {
          message:
            'The value of "DB_PASSWORD" looks like a placeholder, but what takes its place will be readable by everybody who can pull the image. Hand a secret over with `RUN --mount=type=secret`.',
          at: 'DB_PASSWORD',
        },
        {
          message:
            'The value of "PGPASSWORD" looks like a placeholder, but what takes its place will be readable by everybody who can pull the image. Hand a secret over with `RUN --mount=type=secret`.',
          at: 'PGPASSWORD',
        },
        { message: 'placeholder', at: 'API_TOKEN' },
      ],
      output: null,
    },
    {
      name: 'above the first FROM',
      code: 'ARG REGISTRY_PASSWORD=hunter2\nFROM debian:13\nUSER app\n',
      findings: [
        {
          message:
            'The value of build argument "REGISTRY_PASSWORD" is readable by everybody who can read this file. Hand a secret over with `RUN --mount=type=secret`.',
          at: 'REGISTRY_PASSWORD',
        },
      ],
      output: null,
    },
    {
      name: 'a variable that says nothing about itself',
      code: 'FROM debian:13\nARG CREDENTIAL_OF_CI\nENV DB_PASSWORD=${UNDEFINED} AWS_SECRET_ACCESS_KEY=$CREDENTIAL_OF_CI\nUSER app\n',
      findings: [
        { message: 'arg', at: 'CREDENTIAL_OF_CI', line: 1 },
        { message: 'env', at: 'DB_PASSWORD' },
        { message: 'env', at: 'AWS_SECRET_ACCESS_KEY' },
      ],
      output: null,
    },
    {
      name: 'images that stand on this one use it',
      code: 'FROM debian:13\nARG API_TOKEN\nONBUILD RUN app "$API_TOKEN"\nUSER app\n',
      findings: [{ message: 'arg', at: 'API_TOKEN', line: 1 }],
      output: null,
    },
  ],
});
