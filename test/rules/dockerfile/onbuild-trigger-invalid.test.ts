import { onbuildTriggerInvalid } from '../../../server/src/rules/dockerfile/syntax/onbuild-trigger-invalid';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim AS build\n';

ruleTester(onbuildTriggerInvalid, {
  valid: [
    `${base}ONBUILD RUN a\nONBUILD COPY a /a\n`,
    'from debian:trixie-slim\nonbuild user 1000\n',
    { name: 'nothing: missing-argument speaks', code: `${base}ONBUILD\n` },
    { name: 'a word of the trigger', code: `${base}ONBUILD RUN ONBUILD\n` },
    { name: 'a heredoc', code: `${base}RUN <<EOF\nONBUILD FROM a\nEOF\n` },
  ],
  invalid: [
    {
      code: `${base}ONBUILD ONBUILD RUN a\n`,
      findings: [
        {
          message: 'base',
          at: 'ONBUILD',
          line: 1,
          severity: 'error',
          offers: [{ title: 'Remove one ONBUILD', output: `${base}ONBUILD RUN a\n` }],
        },
      ],
      output: null,
    },
    { code: `${base}ONBUILD FROM a\n`, findings: [{ message: 'base', at: 'FROM', line: 1 }], output: null },
    {
      name: 'over lines',
      code: `${base}ONBUILD \\\n    MAINTAINER a\n`,
      findings: [{ message: 'base', at: 'MAINTAINER' }],
      output: null,
    },
    { code: `${base}ONBUILD HELLO a\n`, findings: [{ message: 'unknown', at: 'HELLO' }], output: null },
  ],
});
