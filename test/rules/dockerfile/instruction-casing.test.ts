import { instructionCasing } from '../../../server/src/rules/dockerfile/syntax/instruction-casing';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim AS build\n';

ruleTester(instructionCasing, {
  valid: [
    `${base}RUN a\nUSER 1000\n`,
    'from debian:trixie-slim as build\nrun a\nuser 1000\n',
    { name: 'a word that is no instruction', code: `${base}Hello you\n` },
    { name: 'a heredoc', code: `${base}RUN <<EOF\nrun a\nEOF\n` },
    { name: 'a comment', code: `${base}# run a\n` },
  ],
  invalid: [
    {
      code: `${base}run a\nUSER 1000\n`,
      findings: [{ message: 'base', at: 'run', severity: 'hint' }],
      output: `${base}RUN a\nUSER 1000\n`,
    },
    {
      name: 'mixed in itself, over lines',
      code: `${base}Run a \\\n    b\nUSER 1000\n`,
      findings: [{ message: 'base', at: 'Run' }],
      output: `${base}RUN a \\\n    b\nUSER 1000\n`,
    },
    {
      name: 'AS goes by its FROM',
      code: 'from debian:trixie-slim as build\nRUN a\nUSER 1000\n',
      findings: [{ message: 'base', at: 'from' }],
      output: 'FROM debian:trixie-slim AS build\nRUN a\nUSER 1000\n',
    },
    {
      name: 'small letters for most',
      code: 'from debian:trixie-slim as build\nrun a\nUSER 1000\n',
      findings: [{ message: 'base', at: 'USER' }],
      output: 'from debian:trixie-slim as build\nrun a\nuser 1000\n',
    },
  ],
});
