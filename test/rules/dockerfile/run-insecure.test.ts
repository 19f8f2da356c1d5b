import { runInsecure } from '../../../server/src/rules/dockerfile/transport/run-insecure';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim AS build\n';
const title = 'Remove --security=insecure';

ruleTester(runInsecure, {
  valid: [
    `${base}RUN make\nRUN --security=sandbox make\n`,
    { name: 'another flag', code: `${base}RUN --mount=type=tmpfs,target=/security make\n` },
    { name: "the command's own", code: `${base}RUN docker run --security=insecure a\n` },
    { name: 'a heredoc', code: `${base}RUN <<EOF\na --security=insecure\nEOF\n` },
  ],
  invalid: [
    {
      code: `${base}RUN --security=insecure make\n`,
      findings: [
        {
          message: 'base',
          at: '--security=insecure',
          severity: 'warning',
          offers: [{ title, output: `${base}RUN make\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'among flags, over lines',
      code: `${base}RUN --mount=type=tmpfs,target=/t \\\n    --security=insecure \\\n    make\n`,
      findings: [
        {
          message: 'base',
          at: '--security=insecure',
          offers: [{ title, output: `${base}RUN --mount=type=tmpfs,target=/t \\\n    make\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'before a heredoc',
      code: `${base}RUN --security=insecure <<EOF\nmake\nEOF\n`,
      findings: [
        {
          message: 'base',
          at: '--security=insecure',
          offers: [{ title, output: `${base}RUN <<EOF\nmake\nEOF\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'in quotes, as a trigger',
      code: `${base}ONBUILD RUN --security="insecure" make\n`,
      findings: [
        {
          message: 'base',
          at: '--security="insecure"',
          offers: [{ title, output: `${base}ONBUILD RUN make\n` }],
        },
      ],
      output: null,
    },
  ],
});
