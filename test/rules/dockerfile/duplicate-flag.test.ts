import { duplicateFlag } from '../../../server/src/rules/dockerfile/syntax/duplicate-flag';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim AS build\n';

ruleTester(duplicateFlag, {
  valid: [
    `${base}RUN --mount=type=tmpfs,target=/a --mount=type=tmpfs,target=/b a\n`,
    `${base}COPY --exclude=a --exclude=b --chown=1 a /a\n`,
    { name: 'words of the command', code: `${base}RUN a --b=1 --b=2\n` },
    { name: 'a flag that is not known', code: `${base}RUN --a=1 --a=2 b\n` },
    {
      name: 'a frontend of its own',
      code: `# syntax=example.com/frontend:1\n${base}COPY --chown=1 --chown=2 a /a\n`,
    },
  ],
  invalid: [
    {
      code: `${base}COPY --chown=1 --chown=2 a /a\n`,
      findings: [
        {
          message: 'base',
          at: '--chown=2',
          severity: 'error',
          offers: [
            { title: 'Remove this one', output: `${base}COPY --chown=1 a /a\n` },
            { title: 'Remove the first', output: `${base}COPY --chown=2 a /a\n` },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'over lines',
      code: `${base}HEALTHCHECK --timeout=1s \\\n    --retries=3 \\\n    --timeout=2s \\\n    CMD a\n`,
      findings: [
        {
          message: 'base',
          at: '--timeout=2s',
          offers: [
            {
              title: 'Remove this one',
              output: `${base}HEALTHCHECK --timeout=1s \\\n    --retries=3 \\\n    CMD a\n`,
            },
            {
              title: 'Remove the first',
              output: `${base}HEALTHCHECK \\\n    --retries=3 \\\n    --timeout=2s \\\n    CMD a\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'before a heredoc',
      code: `${base}RUN --network=none --network=none <<EOF\na\nEOF\n`,
      findings: [
        {
          message: 'base',
          at: '--network=none',
          offers: [
            { title: 'Remove this one', output: `${base}RUN --network=none <<EOF\na\nEOF\n` },
            { title: 'Remove the first', output: `${base}RUN --network=none <<EOF\na\nEOF\n` },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a switch, in a trigger',
      code: `${base}ONBUILD COPY --link --link=true a /a\n`,
      findings: [
        {
          message: 'base',
          at: '--link=true',
          offers: [
            { title: 'Remove this one', output: `${base}ONBUILD COPY --link a /a\n` },
            { title: 'Remove the first', output: `${base}ONBUILD COPY --link=true a /a\n` },
          ],
        },
      ],
      output: null,
    },
  ],
});
