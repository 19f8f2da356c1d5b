import { healthcheckTypeUnknown } from '../../../server/src/rules/dockerfile/syntax/healthcheck-type-unknown';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim AS build\n';

ruleTester(healthcheckTypeUnknown, {
  valid: [
    `${base}HEALTHCHECK CMD a\n`,
    `${base}healthcheck --timeout=1s cmd a\n`,
    `${base}HEALTHCHECK NONE\n`,
    `${base}HEALTHCHECK CMD ["a"]\n`,
    { name: 'nothing: missing-argument speaks', code: `${base}HEALTHCHECK --timeout=1s\nHEALTHCHECK CMD\n` },
  ],
  invalid: [
    {
      code: `${base}HEALTHCHECK a --b\n`,
      findings: [
        {
          message: 'base',
          at: 'a',
          severity: 'error',
          offers: [{ title: 'Add CMD', output: `${base}HEALTHCHECK CMD a --b\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'behind flags, over lines',
      code: `${base}HEALTHCHECK --timeout=1s \\\n    app --check \\\n    || exit 1\n`,
      findings: [
        {
          message: 'base',
          at: 'app',
          offers: [
            {
              title: 'Add CMD',
              output: `${base}HEALTHCHECK --timeout=1s \\\n    CMD app --check \\\n    || exit 1\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'an array',
      code: `${base}HEALTHCHECK ["a"]\n`,
      findings: [
        {
          message: 'base',
          at: '["a"]',
          offers: [{ title: 'Add CMD', output: `${base}HEALTHCHECK CMD ["a"]\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'in a trigger',
      code: `${base}ONBUILD HEALTHCHECK a\n`,
      findings: [
        {
          message: 'base',
          at: 'a',
          offers: [{ title: 'Add CMD', output: `${base}ONBUILD HEALTHCHECK CMD a\n` }],
        },
      ],
      output: null,
    },
  ],
});
