import { runNetworkHost } from '../../../server/src/rules/dockerfile/transport/run-network-host';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim AS build\n';
const title = 'Remove --network=host';

ruleTester(runNetworkHost, {
  valid: [
    `${base}RUN make\nRUN --network=none make\n`,
    { name: 'another flag', code: `${base}RUN --mount=type=tmpfs,target=/network make\n` },
    { name: "the command's own", code: `${base}RUN docker run --network=host a\n` },
    { name: 'a heredoc', code: `${base}RUN <<EOF\na --network=host\nEOF\n` },
  ],
  invalid: [
    {
      code: `${base}RUN --network=host make\n`,
      findings: [
        {
          message: 'base',
          at: '--network=host',
          severity: 'warning',
          offers: [{ title, output: `${base}RUN make\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'among flags, over lines',
      code: `${base}RUN --mount=type=tmpfs,target=/t \\\n    --network=host \\\n    make\n`,
      findings: [
        {
          message: 'base',
          at: '--network=host',
          offers: [{ title, output: `${base}RUN --mount=type=tmpfs,target=/t \\\n    make\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'before a heredoc',
      code: `${base}RUN --network=host <<EOF\nmake\nEOF\n`,
      findings: [
        {
          message: 'base',
          at: '--network=host',
          offers: [{ title, output: `${base}RUN <<EOF\nmake\nEOF\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'in quotes, as a trigger',
      code: `${base}ONBUILD RUN --network="host" make\n`,
      findings: [
        { message: 'base', at: '--network="host"', offers: [{ title, output: `${base}ONBUILD RUN make\n` }] },
      ],
      output: null,
    },
  ],
});
