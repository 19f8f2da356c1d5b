import { npmCache } from '../../../server/src/rules/dockerfile/packages/npm-cache';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM node:24-slim\n';
const clean = 'npm cache clean --force';

ruleTester(npmCache, {
  valid: [
    `${base}RUN npm ci && ${clean}\n`,
    `${base}RUN npm ci && rm -rf ~/.npm\nRUN npm ci && rm -rf /root/.npm /tmp/*\n`,
    { name: 'a cache mount', code: `${base}RUN --mount=type=cache,target=/root/.npm npm ci\n` },
    {
      name: 'a cache elsewhere, by ENV',
      code: `${base}ENV npm_config_cache=/cache\nRUN --mount=type=cache,target=/cache npm ci\n`,
    },
    { name: 'a cache elsewhere, by a flag', code: `${base}RUN npm ci --cache /tmp/npm && rm -rf /tmp/npm\n` },
    {
      name: 'the mount of an account whose home is not known',
      code: `${base}USER node\nRUN --mount=type=cache,target=/home/node/.npm,uid=1000 npm ci\n`,
    },
    {
      name: 'a builder',
      code: `${base.trimEnd()} AS build\nRUN npm ci\nFROM node:24-slim\nCOPY --from=build /app /app\n`,
    },
    { name: 'brings nothing', code: `${base}RUN npm run build && npm test && npm --version\n` },
  ],
  invalid: [
    {
      code: `${base}RUN npm ci --omit=dev\n`,
      findings: [
        {
          message: `npm keeps what it downloads in /root/.npm, and the layer ships it. End this RUN with ${clean}.`,
          at: 'npm ci',
        },
      ],
      output: `${base}RUN npm ci --omit=dev && ${clean}\n`,
    },
    {
      name: 'another account, over lines',
      code: `${base}USER node\nRUN npm install \\\n    && npm run build\n`,
      findings: [
        {
          message: `npm keeps what it downloads in ~/.npm, and the layer ships it. End this RUN with ${clean}.`,
          at: 'npm install',
        },
      ],
      output: `${base}USER node\nRUN npm install \\\n    && npm run build \\\n    && ${clean}\n`,
    },
    {
      name: 'a mount of another folder, in a heredoc',
      code: `${base}RUN --mount=type=cache,target=/root/.cache/pip <<EOF\nset -e\nnpm i -g pnpm@10\nEOF\n`,
      findings: [{ message: 'base', at: 'npm i' }],
      output: `${base}RUN --mount=type=cache,target=/root/.cache/pip <<EOF\nset -e\nnpm i -g pnpm@10\n${clean}\nEOF\n`,
    },
    {
      name: 'once for a RUN; where a chain is more than a list',
      code: `${base}RUN npm i -g pnpm@10 && npm ci\nRUN --mount=type=bind,source=package.json,target=package.json (npm ci)\n`,
      findings: [
        { message: 'base', at: 'npm i' },
        { message: 'base', at: 'npm ci', line: 2 },
      ],
      output: `${base}RUN npm i -g pnpm@10 && npm ci && ${clean}\nRUN --mount=type=bind,source=package.json,target=package.json (npm ci)\n`,
    },
  ],
});
