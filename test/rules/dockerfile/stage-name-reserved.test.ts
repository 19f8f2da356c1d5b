import { stageNameReserved } from '../../../server/src/rules/dockerfile/stages/stage-name-reserved';
import { ruleTester } from '../../support/rule-tester';

ruleTester(stageNameReserved, {
  valid: [
    'FROM a:1 AS build\n',
    { name: 'scratch itself', code: 'FROM scratch\nCOPY --from=context a /a\n' },
    { name: 'a name that holds the word', code: 'FROM a:1 AS scratchpad\nFROM a:1 AS build-context\n' },
    { name: 'a stage without a name', code: 'FROM scratch\n' },
  ],
  invalid: [
    {
      code: 'FROM a:1 AS scratch\nFROM scratch\nCOPY --from=scratch /a /a\n',
      findings: [
        {
          message: 'scratch',
          at: 'scratch',
          line: 0,
          offers: [
            {
              title: 'Rename to "empty"',
              output: 'FROM a:1 AS empty\nFROM empty\nCOPY --from=empty /a /a\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'in another case, mounted, and the new name is taken',
      code: 'FROM a:1 AS files\nFROM a:1 AS Context\nFROM b:1\nRUN --mount=from=context,target=/c \\\n    ls /c\n',
      findings: [
        {
          message: 'context',
          at: 'Context',
          offers: [
            {
              title: 'Rename to "files-2"',
              output:
                'FROM a:1 AS files\nFROM a:1 AS files-2\nFROM b:1\nRUN --mount=from=files-2,target=/c \\\n    ls /c\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a Compose file builds it by that name',
      code: 'FROM a:1 AS scratch\nFROM b:1\n',
      around: { targets: ['scratch'] },
      findings: [{ message: 'scratch', at: 'scratch' }],
      output: null,
    },
    {
      name: 'a variable may hold the name',
      code: 'ARG BASE\nFROM a:1 AS context\nFROM ${BASE}\n',
      findings: [{ message: 'context', at: 'context' }],
      output: null,
    },
  ],
});
