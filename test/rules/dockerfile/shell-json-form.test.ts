import { shellJsonForm } from '../../../server/src/rules/dockerfile/syntax/shell-json-form';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim AS build\n';

ruleTester(shellJsonForm, {
  valid: [
    `${base}SHELL ["/bin/bash", "-c"]\n`,
    { name: 'nothing: missing-argument speaks', code: `${base}SHELL\n` },
    { name: 'nearly an array: exec-form-quotes speaks', code: `${base}SHELL ['/bin/bash', '-c']\n` },
    { name: 'a command', code: `${base}RUN SHELL /bin/bash\n` },
    { name: 'a heredoc', code: `${base}RUN <<EOF\nSHELL /bin/bash\nEOF\n` },
  ],
  invalid: [
    {
      code: `${base}SHELL /bin/bash -c\n`,
      findings: [
        {
          message: 'base',
          at: '/bin/bash -c',
          severity: 'error',
          offers: [{ title: 'Change to ["/bin/bash", "-c"]', output: `${base}SHELL ["/bin/bash", "-c"]\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'over lines',
      code: `${base}SHELL /bin/bash \\\n  -o pipefail -c\n`,
      findings: [
        {
          message: 'base',
          at: '/bin/bash \\\n  -o pipefail -c',
          offers: [
            {
              title: 'Change to ["/bin/bash", "-o", "pipefail", "-c"]',
              output: `${base}SHELL ["/bin/bash", "-o", "pipefail", "-c"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'quotes and variables',
      code: `${base}SHELL "bash -c"\nSHELL $SHELL\n`,
      findings: [
        { message: 'base', at: '"bash -c"' },
        { message: 'base', at: '$SHELL' },
      ],
      output: null,
    },
    {
      name: 'in a trigger',
      code: `${base}ONBUILD SHELL bash -c\n`,
      findings: [
        {
          message: 'base',
          at: 'bash -c',
          offers: [{ title: 'Change to ["bash", "-c"]', output: `${base}ONBUILD SHELL ["bash", "-c"]\n` }],
        },
      ],
      output: null,
    },
  ],
});
