import { envSelfReference } from '../../../server/src/rules/dockerfile/variables/env-self-reference';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim\n';

ruleTester(envSelfReference, {
  valid: [
    `${base}ENV A=1\nENV B=$A\n`,
    { name: 'its own old value', code: `${base}ENV PATH=/app/bin:$PATH A=1\n` },
    { name: 'set after its use', code: `${base}ENV B=$PATH PATH=/app/bin\n` },
    { name: 'the same value as before', code: `${base}ENV A=1\nENV A=1 B=$A\n` },
    { name: 'an escape', code: `${base}ENV A=1 B=\\$A\n` },
    { name: 'ARG, where each counts at once', code: `${base}ARG A=1 B=$A\n` },
  ],
  invalid: [
    {
      code: `${base}ENV A=1 B=$A/x\n`,
      findings: [
        {
          message: 'base',
          at: '$A',
          severity: 'warning',
          offers: [{ title: 'Set B in an ENV of its own', output: `${base}ENV A=1\nENV B=$A/x\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'an old value, over lines, more behind it',
      code: `${base}ENV A=1\nENV A=2 \\\n    B="\${A:-3}" \\\n    C=4\n`,
      findings: [
        {
          message: 'base',
          at: '${A:-3}',
          offers: [
            {
              title: 'Set B in an ENV of its own',
              output: `${base}ENV A=1\nENV A=2\nENV B="\${A:-3}" \\\n    C=4\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'PATH',
      code: `${base}ENV HOME=/app PATH=$HOME/bin:$PATH\n`,
      findings: [
        {
          message: 'base',
          at: '$HOME',
          offers: [
            {
              title: 'Set PATH in an ENV of its own',
              output: `${base}ENV HOME=/app\nENV PATH=$HOME/bin:$PATH\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'scratch, about which variable-undefined would speak; a comment between',
      code: 'FROM scratch\nENV A=1 \\\n    # why\n    B=$A\n',
      findings: [{ message: 'base', at: '$A' }],
      output: null,
    },
  ],
});
