import { pipefail } from '../../../server/src/rules/dockerfile/command/pipefail';
import { ruleTester } from '../../support/rule-tester';

const debian = 'FROM debian:trixie-slim AS build\n';
const alpine = 'FROM alpine:3.22 AS build\n';
const shell = 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]';
const addShell = `Add ${shell}`;
const pipe = 'tar c /a | gzip > /a.tgz';

ruleTester(pipefail, {
  valid: [
    `${debian}${shell}\nRUN ${pipe}\n`,
    {
      name: 'the shell of a stage below, over ARG and ENV',
      code: `${debian}${shell}\nFROM build\nARG A=1\nENV B=2\nRUN ${pipe}\n`,
    },
    `${debian}SHELL ["/bin/bash", "-eo", "pipefail", "-c"]\nRUN ${pipe}\n`,
    `${alpine}RUN set -o pipefail && ${pipe}\n`,
    `${alpine}RUN set -euxo pipefail; ${pipe}\n`,
    { name: 'a heredoc', code: `${alpine}RUN <<EOF\nset -euo pipefail\n${pipe}\nEOF\n` },
    { name: 'a heredoc for bash', code: `${debian}RUN <<EOF\n#!/bin/bash -o pipefail\n${pipe}\nEOF\n` },
    {
      name: 'cannot fail',
      code: `${debian}RUN echo a | tee /a\nRUN yes | head -n 1\nRUN printf a | base64\n`,
    },
    {
      name: 'text that is looked through',
      code: `${debian}RUN cat /etc/os-release | grep VERSION | cut -d= -f2\n`,
    },
    { name: 'may fail', code: `${debian}RUN ${pipe} || true\n` },
    { name: 'an image of which nothing is known', code: `FROM example.com/a:1\nRUN ${pipe}\n` },
    { name: 'no pipe', code: `${debian}RUN a || b && c > d\n` },
    { name: 'another interpreter', code: `${debian}SHELL ["pwsh", "-c"]\nRUN ${pipe}\n` },
    { name: 'pipe-to-shell speaks', code: `${debian}RUN curl -fsSL https://example.com/a.sh | sh\n` },
    {
      name: 'an inner shell without it',
      code: `${debian}RUN sh -c "${pipe}"\nRUN ["sh", "-c", "${pipe}"]\n`,
    },
    { name: 'the shell of another account', code: `${alpine}RUN su - app -c "${pipe}"\n` },
    { name: 'an inner shell with it', code: `${debian}RUN bash -o pipefail -c "${pipe}"\n` },
    { name: 'in a condition', code: `${alpine}RUN if apk info | grep -q curl; then true; fi\n` },
  ],
  invalid: [
    {
      code: `${debian}RUN ${pipe}\n`,
      findings: [
        {
          message: 'base',
          at: 'tar',
          severity: 'info',
          offers: [{ title: addShell, output: `${debian}${shell}\nRUN ${pipe}\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'a shell that has it; once for a RUN',
      code: `${alpine}RUN ${pipe} && \\\n    ls /b | sort > /c\n`,
      findings: [
        {
          message: 'base',
          at: 'tar',
          offers: [
            {
              title: 'Add set -o pipefail',
              output: `${alpine}RUN set -o pipefail && ${pipe} && \\\n    ls /b | sort > /c\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'bash without the option, flags, a middle command',
      code: `${debian}SHELL ["/bin/bash", "-c"]\nRUN --network=none echo a | gpg --dearmor | tee /a\n`,
      findings: [
        {
          message: 'base',
          at: 'gpg',
          offers: [
            {
              title: 'Add set -o pipefail',
              output: `${debian}SHELL ["/bin/bash", "-c"]\nRUN --network=none set -o pipefail && echo a | gpg --dearmor | tee /a\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'heredocs, with and without a shebang',
      code: `FROM fedora:44 AS build\nRUN <<EOF\n  ${pipe}\nEOF\nRUN <<EOF\n#!/usr/bin/env bash\n${pipe}\nEOF\n`,
      findings: [
        {
          message: 'base',
          at: 'tar',
          line: 2,
          offers: [
            {
              title: 'Add set -o pipefail',
              output: `FROM fedora:44 AS build\nRUN <<EOF\n  set -o pipefail\n  ${pipe}\nEOF\nRUN <<EOF\n#!/usr/bin/env bash\n${pipe}\nEOF\n`,
            },
          ],
        },
        {
          message: 'base',
          at: 'tar',
          line: 6,
          offers: [
            {
              title: 'Add set -o pipefail',
              output: `FROM fedora:44 AS build\nRUN <<EOF\n  ${pipe}\nEOF\nRUN <<EOF\n#!/usr/bin/env bash\nset -o pipefail\n${pipe}\nEOF\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'in the JSON form, where SHELL has no say',
      code: `${debian}RUN ["bash", "-c", "${pipe}"]\n`,
      findings: [
        {
          message: 'base',
          at: 'tar',
          offers: [
            {
              title: 'Add set -o pipefail',
              output: `${debian}RUN ["bash", "-c", "set -o pipefail && ${pipe}"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'in an inner shell, which the outer one does not tell',
      code: `${debian}RUN bash -lc '${pipe}'\nRUN sh -c "tar c /a" | gzip > /a\n`,
      findings: [
        {
          message: 'base',
          at: 'tar',
          line: 1,
          offers: [
            {
              title: 'Add -o pipefail',
              output: `${debian}RUN bash -o pipefail -lc '${pipe}'\nRUN sh -c "tar c /a" | gzip > /a\n`,
            },
          ],
        },
        {
          message: 'base',
          at: 'tar',
          line: 2,
          offers: [
            {
              title: addShell,
              output: `${debian}RUN bash -lc '${pipe}'\n${shell}\nRUN sh -c "tar c /a" | gzip > /a\n`,
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
