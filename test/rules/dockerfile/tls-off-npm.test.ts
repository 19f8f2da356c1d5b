import { tlsOffNpm } from '../../../server/src/rules/dockerfile/transport/tls-off-npm';
import { ruleTester } from '../../support/rule-tester';

ruleTester(tlsOffNpm, {
  valid: [
    'FROM node:24\nRUN npm config set strict-ssl true && npm ci\n',
    {
      name: 'only asked for',
      code: "FROM node:24\nRUN npm config get strict-ssl && grep -q 'strict-ssl=false' .npmrc\n",
    },
    {
      name: 'switched on again',
      code: "FROM node:24\nRUN sed -i 's/strict-ssl=false/strict-ssl=true/' .npmrc && npm ci\n",
    },
    {
      name: 'a variable without a value',
      code: 'FROM node:24\nARG STRICT\nENV NPM_CONFIG_STRICT_SSL=$STRICT\nRUN npm config set strict-ssl $STRICT\n',
    },
    {
      name: 'a comment of a configuration file',
      code: 'FROM node:24\nCOPY <<EOF .npmrc\n; strict-ssl=false\nstrict-ssl=true\nEOF\n',
    },
    { name: 'another setting', code: 'FROM node:24\nRUN npm config set fund false && npm ci --no-audit\n' },
  ],
  invalid: [
    {
      code: 'FROM node:24\nRUN npm config set strict-ssl false && npm ci\n',
      findings: [
        {
          message:
            'strict-ssl false makes npm accept any certificate, so whoever sits on the network path can swap what it downloads. Remove it; where the certificate is from a private authority, add that authority to the image instead.',
          at: 'strict-ssl false',
          offers: [
            {
              title: 'Set strict-ssl to true',
              output: 'FROM node:24\nRUN npm config set strict-ssl true && npm ci\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'with an equals sign',
      code: 'FROM node:24 AS build\nRUN npm config set -g strict-ssl=false\nFROM node:24-slim\nUSER node\n',
      findings: [
        {
          message: 'base',
          at: 'strict-ssl=false',
          offers: [
            {
              title: 'Set strict-ssl to true',
              output:
                'FROM node:24 AS build\nRUN npm config set -g strict-ssl=true\nFROM node:24-slim\nUSER node\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'Yarn, its words in quotes',
      code: 'FROM node:24\nRUN yarn config set "strict-ssl" \'false\' -g && \\\n    yarn config set enableStrictSsl false\n',
      findings: [
        {
          message:
            'strict-ssl false makes yarn accept any certificate, so whoever sits on the network path can swap what it downloads. Remove it; where the certificate is from a private authority, add that authority to the image instead.',
          at: '"strict-ssl" \'false\'',
          offers: [
            {
              title: 'Set strict-ssl to true',
              output:
                'FROM node:24\nRUN yarn config set "strict-ssl" true -g && \\\n    yarn config set enableStrictSsl false\n',
            },
          ],
        },
        {
          message:
            'enableStrictSsl false makes yarn accept any certificate, so whoever sits on the network path can swap what it downloads. Remove it; where the certificate is from a private authority, add that authority to the image instead.',
          at: 'enableStrictSsl false',
          offers: [
            {
              title: 'Set enableStrictSsl to true',
              output:
                'FROM node:24\nRUN yarn config set "strict-ssl" \'false\' -g && \\\n    yarn config set enableStrictSsl true\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'flags',
      code: 'FROM node:24\nRUN npm ci --strict-ssl=false && \\\n    pnpm install --no-strict-ssl\n',
      findings: [
        {
          message: 'base',
          at: '--strict-ssl=false',
          offers: [
            {
              title: 'Remove --strict-ssl false',
              output: 'FROM node:24\nRUN npm ci && \\\n    pnpm install --no-strict-ssl\n',
            },
          ],
        },
        {
          message: 'base',
          at: '--no-strict-ssl',
          offers: [
            {
              title: 'Remove --no-strict-ssl',
              output: 'FROM node:24\nRUN npm ci --strict-ssl=false && \\\n    pnpm install\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'variables',
      code: 'FROM node:24\nENV NPM_CONFIG_STRICT_SSL=false\nRUN npm_config_strict_ssl=false npm ci\n',
      findings: [
        {
          message: 'base',
          at: 'NPM_CONFIG_STRICT_SSL=false',
          offers: [
            {
              title: 'Remove NPM_CONFIG_STRICT_SSL',
              output: 'FROM node:24\nRUN npm_config_strict_ssl=false npm ci\n',
            },
          ],
        },
        {
          message: 'base',
          at: 'npm_config_strict_ssl=false',
          offers: [
            {
              title: 'Remove npm_config_strict_ssl',
              output: 'FROM node:24\nENV NPM_CONFIG_STRICT_SSL=false\nRUN npm ci\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'exported',
      code: 'FROM node:24\nRUN export YARN_ENABLE_STRICT_SSL=0; yarn install\n',
      findings: [
        {
          message: 'base',
          at: 'YARN_ENABLE_STRICT_SSL=0',
          offers: [
            {
              title: 'Set YARN_ENABLE_STRICT_SSL to true',
              output: 'FROM node:24\nRUN export YARN_ENABLE_STRICT_SSL=true; yarn install\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'configuration files',
      code: 'FROM node:24\nRUN echo "strict-ssl=false" >> .npmrc\nCOPY <<EOF .yarnrc.yml\nnodeLinker: node-modules\nenableStrictSsl: false\nEOF\n',
      findings: [
        {
          message: 'base',
          at: 'strict-ssl=false',
          offers: [
            {
              title: 'Change the value to true',
              output:
                'FROM node:24\nRUN echo "strict-ssl=true" >> .npmrc\nCOPY <<EOF .yarnrc.yml\nnodeLinker: node-modules\nenableStrictSsl: false\nEOF\n',
            },
          ],
        },
        {
          message: 'base',
          at: 'enableStrictSsl: false',
          offers: [
            {
              title: 'Change the value to true',
              output:
                'FROM node:24\nRUN echo "strict-ssl=false" >> .npmrc\nCOPY <<EOF .yarnrc.yml\nnodeLinker: node-modules\nenableStrictSsl: true\nEOF\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'edited by sed',
      code: "FROM node:24\nRUN sed -i 's/^strict-ssl=.*/strict-ssl = false/' .npmrc\n",
      findings: [
        {
          message: 'base',
          at: 'strict-ssl = false',
          offers: [
            {
              title: 'Change the value to true',
              output: "FROM node:24\nRUN sed -i 's/^strict-ssl=.*/strict-ssl = true/' .npmrc\n",
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
