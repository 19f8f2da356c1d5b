import { stageUnreachable } from '../../../server/src/rules/dockerfile/stages/stage-unreachable';
import { ruleTester } from '../../support/rule-tester';

ruleTester(stageUnreachable, {
  valid: [
    'FROM a:1\n',
    'FROM a:1 AS build\nFROM scratch\nCOPY --from=build /a /a\n',
    { name: 'a name may be asked for', code: 'FROM a:1 AS test\nFROM b:1\n' },
    { name: 'copied from by its number', code: 'FROM a:1\nFROM scratch\nCOPY --from=0 /a /a\n' },
    {
      name: 'used by a stage that may be asked for',
      code: 'FROM a:1\nFROM b:1 AS test\nCOPY --from=0 /a /a\nFROM c:1\n',
    },
    { name: 'a Compose file builds it', code: 'FROM a:1\nFROM b:1\n', around: { targets: ['0'] } },
    { name: 'a variable', code: 'FROM a:1\nFROM b:1\nARG N\nCOPY --from=${N} /a /a\n' },
    { name: 'in a heredoc', code: 'FROM a:1\nCOPY <<EOF /x\nFROM b:1\nFROM c:1\nEOF\n' },
  ],
  invalid: [
    {
      code: 'FROM a:1\nRUN make\nFROM b:1\nUSER 1\n',
      findings: [
        {
          message: 'base',
          at: 'a:1',
          offers: [{ title: 'Remove the stage', output: 'FROM b:1\nUSER 1\n' }],
        },
      ],
      output: null,
    },
    {
      name: 'comments stay, blank lines go, heredocs end where they end',
      code: '# syntax=docker/dockerfile:1\n\n# The tools\nFROM a:1\nRUN <<EOF\nmake\nEOF\n\n\n# The app\nFROM b:1\nUSER 1\n',
      findings: [
        {
          message: 'base',
          at: 'a:1',
          offers: [
            {
              title: 'Remove the stage',
              output: '# syntax=docker/dockerfile:1\n\n# The tools\n# The app\nFROM b:1\nUSER 1\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'numbers that count past it',
      code: 'FROM a:1\nFROM b:1\nFROM scratch\nCOPY --from=1 /a /a\n',
      findings: [{ message: 'base', at: 'a:1' }],
      output: null,
    },
    {
      name: 'two of them, and one that only they use',
      code: 'FROM a:1\nFROM b:1\nCOPY --from=0 /a /a\nFROM c:1 \\\n    AS app\nUSER 1\n',
      findings: [
        {
          message: 'base',
          at: 'a:1',
        },
        {
          message: 'base',
          at: 'b:1',
          offers: [{ title: 'Remove the stage', output: 'FROM a:1\nFROM c:1 \\\n    AS app\nUSER 1\n' }],
        },
      ],
      output: null,
    },
    {
      name: 'a number that counts past it, and to no stage above',
      code: 'FROM a:1\nFROM b:1\nCOPY --from=1 /a /b\n',
      findings: [{ message: 'base', at: 'a:1' }],
      output: null,
    },
  ],
});
