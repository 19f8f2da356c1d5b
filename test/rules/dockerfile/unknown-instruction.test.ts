import { unknownInstruction } from '../../../server/src/rules/dockerfile/syntax/unknown-instruction';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim AS build\n';

ruleTester(unknownInstruction, {
  valid: [
    `${base}RUN a\nMAINTAINER b\n`,
    'from debian:trixie-slim as build\nrun a\n',
    { name: 'a frontend of its own', code: `# syntax=example.com/frontend:1\n${base}INCLUDE a\n` },
    { name: 'a template', code: `${base}{{ if a }}\nRUN a\n{{ end }}\nHELLO\n` },
    { name: 'a heredoc', code: `${base}RUN <<EOF\nHELLO\nEOF\n` },
  ],
  invalid: [
    {
      code: `${base}RNU a\n`,
      findings: [
        {
          message: 'nearest',
          at: 'RNU',
          severity: 'error',
          offers: [{ title: 'Change to RUN', output: `${base}RUN a\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'small letters',
      code: 'from debian:trixie-slim as build\ncoppy a /a\n',
      findings: [
        {
          message: 'nearest',
          at: 'coppy',
          offers: [{ title: 'Change to copy', output: 'from debian:trixie-slim as build\ncopy a /a\n' }],
        },
      ],
      output: null,
    },
    {
      name: 'the line above may have to go on',
      code: `${base}RUN make\n    && make install\n`,
      findings: [
        {
          message: 'line',
          at: '&&',
          offers: [
            {
              title: 'Continue the instruction above',
              output: `${base}RUN make \\\n    && make install\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: "Docker's own frontend, nothing near",
      code: `# syntax=docker/dockerfile:1\n${base}\nINCLUDE a\n`,
      findings: [{ message: 'base', at: 'INCLUDE' }],
      output: null,
    },
    {
      name: 'written large in a file whose keywords are small',
      code: 'from debian:13\ncopy a /a\nRUNN /a\n',
      findings: [
        {
          message: 'nearest',
          at: 'RUNN',
          offers: [{ title: 'Change to run', output: 'from debian:13\ncopy a /a\nrun /a\n' }],
        },
      ],
      output: null,
    },
  ],
});
