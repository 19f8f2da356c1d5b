import { unclosedQuote } from '../../../server/src/rules/dockerfile/syntax/unclosed-quote';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim AS build\n';

ruleTester(unclosedQuote, {
  valid: [
    `${base}ENV A="b c" D='e' F=it\\'s\n`,
    `${base}LABEL a="it's" b='say "x"'\n`,
    { name: 'an escape', code: `${base}ENV A="b \\" c"\n` },
    { name: 'over lines', code: `${base}LABEL a="b \\\n    c"\n` },
    { name: 'a command, which the shell reads', code: `${base}RUN echo it's\nCMD echo it's\n` },
    { name: 'in a heredoc', code: `${base}COPY <<EOF /a\nit's\nEOF\n` },
  ],
  invalid: [
    {
      code: `${base}ENV A="b c\n`,
      findings: [{ message: 'base', at: '"', severity: 'error' }],
      output: null,
    },
    {
      name: 'an apostrophe',
      code: `${base}ENV A it's so\n`,
      findings: [{ message: 'base', at: "'" }],
      output: null,
    },
    {
      name: 'the last of many, over lines',
      code: `${base}LABEL a="b" \\\n    c='d\n`,
      findings: [{ message: 'base', at: "'" }],
      output: null,
    },
    {
      name: 'in a trigger',
      code: `${base}ONBUILD WORKDIR "/a\n`,
      findings: [{ message: 'base', at: '"' }],
      output: null,
    },
  ],
});
