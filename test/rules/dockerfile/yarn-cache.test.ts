import { yarnCache } from '../../../server/src/rules/dockerfile/packages/yarn-cache';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM node:24-slim\n';
const clean = 'yarn cache clean';

ruleTester(yarnCache, {
  valid: [
    `${base}RUN yarn install --frozen-lockfile && ${clean}\n`,
    `${base}RUN yarn --frozen-lockfile && rm -rf /usr/local/share/.cache\n`,
    {
      name: 'a cache mount',
      code: `${base}RUN --mount=type=cache,target=/usr/local/share/.cache/yarn yarn\n`,
    },
    {
      name: 'a cache elsewhere, by ENV',
      code: `${base}ENV YARN_CACHE_FOLDER=/c\nRUN --mount=type=cache,target=/c yarn install\n`,
    },
    { name: 'yarn 2 and later, by a flag', code: `${base}RUN yarn install --immutable\n` },
    {
      name: 'yarn 2 and later, by its file',
      code: `${base}RUN yarn install\n`,
      around: { files: ['.yarnrc.yml'] },
    },
    { name: 'a version that corepack chooses', code: `${base}RUN corepack enable\nRUN yarn install\n` },
    {
      name: 'a builder',
      code: `${base.trimEnd()} AS build\nRUN yarn install\nFROM node:24-slim\nCOPY --from=build /app /app\n`,
    },
    { name: 'brings nothing', code: `${base}RUN yarn build && yarn run test && yarn --version\n` },
  ],
  invalid: [
    {
      code: `${base}RUN yarn install --frozen-lockfile\n`,
      findings: [{ message: 'base', at: 'yarn install' }],
      output: `${base}RUN yarn install --frozen-lockfile && ${clean}\n`,
    },
    {
      name: 'without a subcommand',
      code: `${base}RUN yarn --production\n`,
      findings: [{ message: 'base', at: 'yarn' }],
      output: `${base}RUN yarn --production && ${clean}\n`,
    },
    {
      name: 'for all of the system, over lines',
      code: `${base}RUN yarn global add serve@14 \\\n  && rm -rf /tmp/*\n`,
      findings: [{ message: 'base', at: 'yarn global add' }],
      output: `${base}RUN yarn global add serve@14 \\\n  && rm -rf /tmp/* \\\n  && ${clean}\n`,
    },
    {
      name: 'in a heredoc, before a build',
      code: `${base}RUN <<EOF\nset -e\nyarn install\nyarn build\nEOF\n`,
      findings: [{ message: 'base', at: 'yarn install' }],
      output: `${base}RUN <<EOF\nset -e\nyarn install\nyarn build\n${clean}\nEOF\n`,
    },
  ],
});
