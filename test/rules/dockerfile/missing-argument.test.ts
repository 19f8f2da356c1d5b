import { missingArgument } from '../../../server/src/rules/dockerfile/syntax/missing-argument';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim AS build\n';

ruleTester(missingArgument, {
  valid: [
    `${base}ENV A=1 B= C="d e"\nLABEL a=b\nENV A b c\n`,
    `${base}COPY a /a\nCOPY ["a", "/a"]\nADD a b /c/\n`,
    `${base}HEALTHCHECK NONE\nHEALTHCHECK CMD a\nARG A\nSHELL ["a"]\n`,
    { name: 'what may be empty', code: `${base}CMD []\nENTRYPOINT []\n` },
    { name: 'a heredoc', code: `${base}COPY <<EOF /a\nENV\nEOF\n` },
  ],
  invalid: [
    {
      code: `${base}COPY a\n`,
      findings: [
        {
          message: 'COPY needs a source and a destination, so the build stops here.',
          at: 'COPY',
          severity: 'error',
        },
      ],
      output: null,
    },
    {
      name: 'nothing at all',
      code: `${base}ENV\nARG\nEXPOSE\nUSER\nWORKDIR\nVOLUME\nHEALTHCHECK --timeout=1s\n`,
      findings: ['ENV', 'ARG', 'EXPOSE', 'USER', 'WORKDIR', 'VOLUME', 'HEALTHCHECK'].map((at) => ({
        message: 'base',
        at,
      })),
      output: null,
    },
    {
      name: 'no value, no command',
      code: `${base}ENV A\nLABEL b\nHEALTHCHECK CMD\n`,
      findings: ['ENV', 'LABEL', 'HEALTHCHECK'].map((at) => ({ message: 'base', at })),
      output: null,
    },
    {
      name: 'no pair, in a trigger',
      code: `${base}ENV A=1 B\nONBUILD LABEL a=1 \\\n    b c=2\nONBUILD\n`,
      findings: [
        { message: 'equals', at: 'B' },
        { message: 'equals', at: 'b' },
        { message: 'base', at: 'ONBUILD', line: 4 },
      ],
      output: null,
    },
  ],
});
