import { aptListsLeft } from '../../../server/src/rules/dockerfile/packages/apt-lists-left';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim\n';
const install = 'apt-get install -y --no-install-recommends curl';

ruleTester(aptListsLeft, {
  valid: [
    `${base}RUN apt-get update && ${install} && rm -rf /var/lib/apt/lists/*\n`,
    `${base}RUN apt-get update && ${install} && rm -rf /var/lib/apt/lists\n`,
    `${base}RUN apt-get update && ${install} && apt-get dist-clean\n`,
    `${base}RUN apt-get update && ${install} && find /var/lib/apt/lists -type f -delete\n`,
    `${base}RUN apt-get update && ${install} && rm -rf /var/lib/{apt,dpkg,cache}/*\n`,
    {
      name: 'a builder',
      code: `FROM debian:trixie AS build\nRUN apt-get update && ${install}\nFROM scratch\nCOPY --from=build /a /a\n`,
    },
    {
      name: 'a cache mount',
      code: `${base}RUN --mount=type=cache,target=/var/lib/apt,sharing=locked apt-get update && ${install}\n`,
    },
    {
      name: 'a tmpfs mount',
      code: `${base}RUN --mount=type=tmpfs,target=/var/lib/apt/lists apt-get update && ${install}\n`,
    },
    {
      name: 'a mount that a variable places',
      code: `${base}ARG DIR\nRUN --mount=type=cache,target=$DIR apt-get update && ${install}\n`,
    },
    { name: 'no lists in this layer', code: `${base}RUN ${install}\n` },
    { name: 'another rule speaks', code: `${base}RUN apt-get update\n` },
  ],
  invalid: [
    {
      code: `${base}RUN apt-get update && ${install}\n`,
      findings: [{ message: 'base', at: 'apt-get update' }],
      output: `${base}RUN apt-get update && ${install} && rm -rf /var/lib/apt/lists/*\n`,
    },
    {
      name: 'lines that begin with &&',
      code: `${base}RUN apt-get update \\\n    # tools\n    && ${install} \\\n    && apt-get clean\n`,
      findings: [{ message: 'base', at: 'apt-get update' }],
      output: `${base}RUN apt-get update \\\n    # tools\n    && ${install} \\\n    && apt-get clean \\\n    && rm -rf /var/lib/apt/lists/*\n`,
    },
    {
      name: 'lines that end with &&',
      code: `${base}RUN apt-get update && \\\n    apt-get install -y --no-install-recommends \\\n        curl \\\n        git\n`,
      findings: [{ message: 'base', at: 'apt-get update' }],
      output: `${base}RUN apt-get update && \\\n    apt-get install -y --no-install-recommends \\\n        curl \\\n        git && \\\n    rm -rf /var/lib/apt/lists/*\n`,
    },
    {
      name: 'lines that end with ; and stop on errors',
      code: `${base}RUN set -eux; \\\n    apt-get update; \\\n    ${install} \\\n        git \\\n    ; \\\n    apt-get clean\n`,
      findings: [{ message: 'base', at: 'apt-get update' }],
      output: `${base}RUN set -eux; \\\n    apt-get update; \\\n    ${install} \\\n        git \\\n    ; \\\n    apt-get clean; \\\n    rm -rf /var/lib/apt/lists/*\n`,
    },
    {
      name: 'one line of commands over a list of packages',
      code: `${base}RUN apt-get update && apt-get install -y --no-install-recommends \\\n    curl \\\n    git\n`,
      findings: [{ message: 'base', at: 'apt-get update' }],
      output: `${base}RUN apt-get update && apt-get install -y --no-install-recommends \\\n    curl \\\n    git \\\n    && rm -rf /var/lib/apt/lists/*\n`,
    },
    {
      name: 'a heredoc that stops on errors, and one that does not',
      code: `${base}RUN <<EOF\n    set -eux\n    apt-get update\n    ${install}\nEOF\nRUN <<EOF\napt-get update\n${install}\nEOF\n`,
      findings: [
        { message: 'base', at: 'apt-get update', line: 3 },
        { message: 'base', at: 'apt-get update', line: 7 },
      ],
      output: `${base}RUN <<EOF\n    set -eux\n    apt-get update\n    ${install}\n    rm -rf /var/lib/apt/lists/*\nEOF\nRUN <<EOF\napt-get update\n${install} && rm -rf /var/lib/apt/lists/*\nEOF\n`,
    },
    {
      name: 'removed too early, and where the end is no list of commands',
      code: `${base}RUN rm -rf /var/lib/apt/lists/* && apt-get update && if true; then ${install}; fi\n`,
      findings: [{ message: 'base', at: 'apt-get update' }],
      output: null,
    },
    {
      name: 'a later RUN works from the lists',
      code: `${base}RUN apt-get update && ${install}\nRUN apt-get install -y --no-install-recommends git\n`,
      findings: [{ message: 'base', at: 'apt-get update' }],
      output: null,
    },
    {
      name: 'a stage that the last one stands on',
      code: `FROM debian:trixie AS base\nRUN apt-get update; ${install} > /dev/null 2>&1\nFROM base\nUSER 1000\n`,
      findings: [{ message: 'base', at: 'apt-get update' }],
      output: `FROM debian:trixie AS base\nRUN apt-get update; ${install} > /dev/null 2>&1 && rm -rf /var/lib/apt/lists/*\nFROM base\nUSER 1000\n`,
    },
  ],
});
