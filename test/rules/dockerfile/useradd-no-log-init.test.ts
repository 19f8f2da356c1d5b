import { useraddNoLogInit } from '../../../server/src/rules/dockerfile/user/useradd-no-log-init';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim AS build\n';

ruleTester(useraddNoLogInit, {
  valid: [
    `${base}RUN useradd -u 65532 app\n`,
    `${base}RUN useradd -l -u 1000000 app && useradd --no-log-init --uid 1000001 b && useradd -rlu 1000002 c\n`,
    { name: 'no number', code: `${base}RUN useradd app\n` },
    { name: 'a variable', code: `${base}ARG UID\nRUN useradd -u $UID app\n` },
    { name: "BusyBox's own", code: 'FROM alpine:3.22 AS build\nRUN adduser -u 1000000 -D app\n' },
  ],
  invalid: [
    {
      code: `${base}RUN useradd -u 1000000 app\n`,
      findings: [{ message: 'base', at: '1000000', severity: 'hint' }],
      output: `${base}RUN useradd -l -u 1000000 app\n`,
    },
    {
      name: 'attached, over lines',
      code: `${base}RUN groupadd -g 200000 app \\\n    && useradd --uid=200000 -g app app\n`,
      findings: [{ message: 'base', at: '200000', line: 2 }],
      output: `${base}RUN groupadd -g 200000 app \\\n    && useradd -l --uid=200000 -g app app\n`,
    },
    {
      name: 'a heredoc',
      code: `${base}RUN <<EOF\nuseradd -rmu 300000 app\nEOF\n`,
      findings: [{ message: 'base', at: '300000' }],
      output: `${base}RUN <<EOF\nuseradd -l -rmu 300000 app\nEOF\n`,
    },
    {
      name: 'in a branch, by sudo',
      code: `${base}RUN id app || sudo useradd -u 400000 app\n`,
      findings: [{ message: 'base', at: '400000' }],
      output: `${base}RUN id app || sudo useradd -l -u 400000 app\n`,
    },
  ],
});
