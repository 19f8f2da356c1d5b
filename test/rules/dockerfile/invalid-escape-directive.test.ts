import { invalidEscapeDirective } from '../../../server/src/rules/dockerfile/syntax/invalid-escape-directive';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim AS build\n';

ruleTester(invalidEscapeDirective, {
  valid: [
    '# escape=\\\nFROM debian:trixie-slim\n',
    '# escape=`\nFROM debian:trixie-slim\n',
    { name: 'not at the top', code: `${base}# escape=x\n` },
    { name: 'another directive', code: '# check=skip=all\nFROM debian:trixie-slim\n' },
    { name: 'a comment', code: '# escape the room\nFROM debian:trixie-slim\n' },
  ],
  invalid: [
    ...['x', '``', '/', '"\\"'].map((value) => ({
      name: value,
      code: `# escape=${value}\n${base}`,
      findings: [
        {
          message: 'base',
          at: value,
          severity: 'error' as const,
          offers: [
            { title: 'Change to a backslash', output: `# escape=\\\n${base}` },
            { title: 'Change to a back-tick', output: `# escape=\`\n${base}` },
          ],
        },
      ],
      output: null,
    })),
    {
      name: 'behind another directive',
      code: `# syntax=docker/dockerfile:1\n#escape = ^\n${base}`,
      findings: [
        {
          message: 'base',
          at: '^',
          offers: [
            { title: 'Change to a backslash', output: `# syntax=docker/dockerfile:1\n#escape = \\\n${base}` },
            { title: 'Change to a back-tick', output: `# syntax=docker/dockerfile:1\n#escape = \`\n${base}` },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'in a file that has continued lines',
      twins: false,
      code: `# escape=x\n${base}USER 1000\n`,
      findings: [
        {
          message: 'base',
          at: 'x',
          offers: [
            { title: 'Change to a backslash', output: `# escape=\\\n${base}USER 1000\n` },
            { title: 'Change to a back-tick', output: `# escape=\`\n${base}USER 1000\n` },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'in large letters',
      code: `# ESCAPE=x\n${base}`,
      findings: [
        {
          message: 'base',
          at: 'x',
          offers: [
            { title: 'Change to a backslash', output: `# ESCAPE=\\\n${base}` },
            { title: 'Change to a back-tick', output: `# ESCAPE=\`\n${base}` },
          ],
        },
      ],
      output: null,
    },
  ],
});
