import { noSourceImage } from '../../../server/src/rules/dockerfile/syntax/no-source-image';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim AS build\n';

ruleTester(noSourceImage, {
  valid: [
    `ARG A=1\n${base}RUN a\n`,
    { name: 'comments', code: `# RUN a\n${base}` },
    { name: 'nothing but ARG', code: 'ARG A=1\n' },
    { name: 'a template', code: '{{ from }}\nRUN a\n' },
    { name: 'a frontend of its own', code: '# syntax=example.com/frontend:1\nRUN a\n' },
  ],
  invalid: [
    {
      code: 'RUN a\nCMD ["a"]\n',
      findings: [{ message: 'base', at: 'RUN', severity: 'error' }],
      output: null,
    },
    {
      name: 'before FROM',
      code: `ENV A=1\n${base}`,
      findings: [{ message: 'base', at: 'ENV' }],
      output: null,
    },
    {
      name: 'behind ARG, over lines',
      code: `ARG A=1\nLABEL a=1 \\\n    b=2\n${base}`,
      findings: [{ message: 'base', at: 'LABEL' }],
      output: null,
    },
    {
      name: 'small letters, a heredoc',
      code: 'run <<EOF\na\nEOF\n',
      findings: [
        {
          message:
            'RUN stands in no stage, so the build stops here: only ARG may come before the first FROM.',
          at: 'run',
        },
      ],
      output: null,
    },
  ],
});
