import { stageCycle } from '../../../server/src/rules/dockerfile/stages/stage-cycle';
import { ruleTester } from '../../support/rule-tester';

ruleTester(stageCycle, {
  valid: [
    'FROM a:1 AS build\nFROM build AS test\nCOPY --from=build /a /a\n',
    {
      name: 'a later stage that needs nothing of this one is another rule',
      code: 'FROM a:1 AS app\nCOPY --from=build /a /a\nFROM b:1 AS build\n',
    },
    { name: 'its own name is another rule', code: 'FROM a:1 AS build\nCOPY --from=build /a /a\n' },
    { name: 'a stage called like its image', code: 'FROM golang:1.26 AS golang\nFROM golang\n' },
    { name: 'a variable', code: 'FROM a:1 AS a\nCOPY --from=$B /a /a\nFROM a AS b\n' },
    {
      name: 'a name twice: the one above is meant',
      code: 'FROM a:1 AS x\nFROM b:1 AS y\nCOPY --from=x /a /a\nFROM y AS x\n',
    },
  ],
  invalid: [
    {
      code: 'FROM a:1 AS app\nCOPY --from=build /a /a\nFROM app AS build\n',
      findings: [
        {
          message: 'The stage "build" needs this one in turn, so neither can be built first.',
          at: 'build',
          line: 1,
        },
      ],
      output: null,
    },
    {
      name: 'both copy',
      code: 'FROM a:1 AS a\nCOPY --from=b /a /a\nFROM b:1 AS b\nCOPY --from=a /b /b\n',
      findings: [{ message: 'base', at: 'b', line: 1 }],
      output: null,
    },
    {
      name: 'in a mount, in another case, over a third',
      code: 'FROM a:1 AS a\nRUN --mount=type=bind,from=C,target=/c \\\n    ls /c\nFROM a AS b\nFROM b AS c\n',
      findings: [{ message: 'base', at: 'C', line: 1 }],
      output: null,
    },
    {
      name: 'two rings, and what stands beside them',
      code: 'FROM a:1 AS a\nCOPY --from=b /a /a\nFROM a AS b\nFROM a:1 AS c\nCOPY --from=d /a /a\nCOPY --from=e /a /a\nFROM c AS d\nFROM a:1 AS e\n',
      findings: [
        { message: 'base', at: 'b', line: 1 },
        { message: 'base', at: 'd', line: 4 },
      ],
      output: null,
    },
  ],
});
