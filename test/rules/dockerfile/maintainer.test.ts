import { maintainer } from '../../../server/src/rules/dockerfile/layers/maintainer';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim\n';

ruleTester(maintainer, {
  valid: [
    `${base}LABEL org.opencontainers.image.authors="a@example.com"\n`,
    `${base}LABEL maintainer="a@example.com"\n`,
    { name: 'a comment', code: `${base}# MAINTAINER a@example.com\n` },
    { name: 'a heredoc', code: `${base}COPY <<EOF /a\nMAINTAINER a@example.com\nEOF\n` },
    { name: 'nobody', code: `${base}MAINTAINER\n` },
  ],
  invalid: [
    {
      code: `${base}MAINTAINER Ann Example <ann@example.com>\n`,
      findings: [{ message: 'base', at: 'MAINTAINER', severity: 'hint' }],
      output: `${base}LABEL org.opencontainers.image.authors="Ann Example <ann@example.com>"\n`,
    },
    {
      name: 'in quotes, in small letters',
      code: `${base}maintainer "Ann Example"\n`,
      findings: [{ message: 'base', at: 'maintainer' }],
      output: `${base}label org.opencontainers.image.authors="Ann Example"\n`,
    },
    {
      name: 'signs that mean something in a label',
      code: `${base}MAINTAINER Ann "A" $Example\\x\n`,
      findings: [{ message: 'base', at: 'MAINTAINER' }],
      output: `${base}LABEL org.opencontainers.image.authors="Ann \\"A\\" \\$Example\\\\x"\n`,
    },
    {
      name: 'in a builder, over lines',
      code: `${base.trimEnd()} AS build\nMAINTAINER Ann \\\n    Example\nFROM scratch\nCOPY --from=build /a /a\n`,
      findings: [{ message: 'base', at: 'MAINTAINER' }],
      output: `${base.trimEnd()} AS build\nLABEL org.opencontainers.image.authors="Ann Example"\nFROM scratch\nCOPY --from=build /a /a\n`,
    },
  ],
});
