import { emptyContinuation } from '../../../server/src/rules/dockerfile/syntax/empty-continuation';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim AS build\n';

ruleTester(emptyContinuation, {
  valid: [
    `${base}RUN a \\\n    && b\n\nRUN c\n`,
    { name: 'a comment line', code: `${base}RUN a \\\n    # b\n    && c\n` },
    { name: 'a heredoc', code: `${base}RUN <<EOF\na\n\nb\nEOF\n` },
    { name: 'at the end of the file', code: `${base}RUN a \\\n\n` },
    { name: 'no more than blanks in a line', code: `${base}RUN a b\n   \nRUN c\n` },
  ],
  invalid: [
    {
      code: `${base}RUN a \\\n\n    && b\n`,
      findings: [{ message: 'base', at: '\n', severity: 'hint' }],
      output: `${base}RUN a \\\n    && b\n`,
    },
    {
      name: 'several, with blanks',
      code: `${base}RUN a \\\n  \n\n    && b \\\n\n    && c\n`,
      findings: [
        { message: 'base', at: '  \n\n' },
        { message: 'base', at: '\n' },
      ],
      output: `${base}RUN a \\\n    && b \\\n    && c\n`,
    },
    {
      name: 'beside a comment',
      code: `${base}RUN a \\\n    # b\n\n    && c\n`,
      findings: [{ message: 'base', at: '\n' }],
      output: `${base}RUN a \\\n    # b\n    && c\n`,
    },
    {
      name: 'what follows is another instruction by its look only',
      code: `${base}ENV A=1 \\\n\nB=2\n`,
      findings: [{ message: 'base', at: '\n' }],
      output: `${base}ENV A=1 \\\nB=2\n`,
    },
  ],
});
