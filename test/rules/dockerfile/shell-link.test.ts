import { shellLink } from '../../../server/src/rules/dockerfile/command/shell-link';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim AS build\n';
const title = 'Change to SHELL ["/bin/bash", "-c"]';

ruleTester(shellLink, {
  valid: [
    `${base}SHELL ["/bin/bash", "-c"]\nRUN true\n`,
    { name: 'another link', code: `${base}RUN ln -s /bin/bash /usr/local/bin/sh\n` },
    { name: 'another shell to it', code: `${base}RUN ln -sf dash /bin/sh\n` },
    { name: 'a variable', code: `${base}ARG S\nRUN ln -sf $S /bin/sh\n` },
    { name: 'only named', code: `${base}RUN echo ln -sf bash /bin/sh\n` },
  ],
  invalid: [
    {
      code: `${base}RUN ln -sf /bin/bash /bin/sh\n`,
      findings: [
        {
          message: 'base',
          at: 'ln -sf /bin/bash /bin/sh',
          severity: 'hint',
          offers: [{ title, output: `${base}SHELL ["/bin/bash", "-c"]\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'what is only there for the link goes too',
      code: `${base}RUN rm /bin/sh && ln -s bash /bin/sh\n`,
      findings: [
        {
          message: 'base',
          at: 'ln -s bash /bin/sh',
          offers: [{ title, output: `${base}SHELL ["/bin/bash", "-c"]\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'among others, over lines',
      code: `${base}RUN a \\\n    && ln -sfn /bin/bash /bin/sh \\\n    && b\n`,
      findings: [
        {
          message: 'base',
          at: 'ln -sfn /bin/bash /bin/sh',
          offers: [{ title, output: `${base}RUN a \\\n    && b\nSHELL ["/bin/bash", "-c"]\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'in a branch',
      code: `${base}RUN if true; then ln -sf /usr/bin/bash /usr/bin/sh; fi\n`,
      findings: [{ message: 'base', at: 'ln -sf /usr/bin/bash /usr/bin/sh' }],
      output: null,
    },
  ],
});
