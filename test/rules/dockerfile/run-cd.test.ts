import { runCd } from '../../../server/src/rules/dockerfile/layers/run-cd';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim AS build\n';

ruleTester(runCd, {
  valid: [
    `${base}WORKDIR /app\nRUN make\n`,
    { name: 'not at the start', code: `${base}RUN mkdir /app && cd /app && make\n` },
    { name: 'several folders', code: `${base}RUN cd /a && make && cd /b && make\n` },
    {
      name: 'a folder for a while',
      code: `${base}RUN cd /tmp && curl -O https://example.com/a && mv a /a\n`,
    },
    {
      name: 'no change, or out of the way',
      code: `${base}WORKDIR /a\nRUN cd /a && make\nRUN cd / && make\n`,
    },
    { name: 'a subshell', code: `${base}RUN (cd /a && make)\n` },
    { name: 'a heredoc', code: `${base}RUN <<EOF\nset -e\ncd /a\nmake\nEOF\n` },
    { name: 'goes on where there is no such folder', code: `${base}RUN cd /a; make\n` },
    { name: 'a variable', code: `${base}ARG DIR\nRUN cd $DIR && make\n` },
    { name: 'home, and back', code: `${base}RUN cd && make\nRUN cd ~/x && make\nRUN cd - && make\n` },
    { name: 'relative to a folder that is not known', code: 'FROM example.com/a:1\nRUN cd x && make\n' },
  ],
  invalid: [
    {
      code: `${base}WORKDIR /src\nRUN cd /app && make\nCOPY a .\n`,
      findings: [
        {
          message:
            'This folder is forgotten at the end of the RUN. WORKDIR /app says it once, for all to see.',
          at: 'cd /app',
          severity: 'hint',
          offers: [
            {
              title: 'Change to WORKDIR /app',
              output: `${base}WORKDIR /src\nWORKDIR /app\nRUN make\nWORKDIR /src\nCOPY a .\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'the folder is set anew, over lines, relative',
      code: `${base}WORKDIR /src\n# it\nRUN cd web \\\n    && npm test \\\n    && npm run build\nENV A=1\nWORKDIR /app\n`,
      findings: [
        {
          message: 'base',
          at: 'cd web',
          offers: [
            {
              title: 'Change to WORKDIR /src/web',
              output: `${base}WORKDIR /src\nWORKDIR /src/web\n# it\nRUN npm test \\\n    && npm run build\nENV A=1\nWORKDIR /app\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a mount, whose target may be relative',
      code: `${base}WORKDIR /src\nRUN --mount=type=bind,target=. cd /app && make\n`,
      findings: [{ message: 'base', at: 'cd /app' }],
      output: null,
    },
    {
      name: 'the folder before is not known, or is the root, into which files are copied',
      code: `FROM example.com/a:1 AS a\nRUN cd /app && make\nFROM debian:trixie-slim\nRUN cd /app && make\nCOPY . .\n`,
      findings: [
        { message: 'base', at: 'cd /app', line: 1 },
        { message: 'base', at: 'cd /app', line: 3 },
      ],
      output: null,
    },
  ],
});
