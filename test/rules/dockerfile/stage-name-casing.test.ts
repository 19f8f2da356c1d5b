import { stageNameCasing } from '../../../server/src/rules/dockerfile/stages/stage-name-casing';
import { ruleTester } from '../../support/rule-tester';

ruleTester(stageNameCasing, {
  valid: [
    'FROM a:1 AS build\n',
    { name: 'a use in another case', code: 'FROM a:1 AS build\nFROM Build\n' },
    { name: 'no name', code: 'FROM a:1\n' },
    { name: 'a reserved name is another rule', code: 'FROM a:1 AS Scratch\n' },
    { name: 'in a heredoc', code: 'FROM a:1\nCOPY <<EOF /x\nFROM a AS Build\nEOF\n' },
  ],
  invalid: [
    {
      code: 'FROM a:1 AS Build\n',
      findings: [{ message: 'base', at: 'Build' }],
      output: 'FROM a:1 AS build\n',
    },
    {
      name: 'with every use',
      code: 'FROM a:1 AS Build\nFROM Build AS TEST\nFROM scratch\nCOPY --from=Build /a /a\nCOPY --from="build" /b /b\nRUN --mount=type=bind,from=test,target=/t ["/t/x"]\n',
      findings: [
        { message: 'base', at: 'Build', line: 0 },
        { message: 'base', at: 'TEST' },
      ],
      output:
        'FROM a:1 AS build\nFROM build AS test\nFROM scratch\nCOPY --from=build /a /a\nCOPY --from="build" /b /b\nRUN --mount=type=bind,from=test,target=/t ["/t/x"]\n',
    },
    {
      name: 'uses in yet another case',
      code: 'FROM a:1 AS Build\nFROM BUILD\nCOPY --from=build /a /a\n',
      findings: [{ message: 'base', at: 'Build' }],
      output: 'FROM a:1 AS build\nFROM build\nCOPY --from=build /a /a\n',
    },
    {
      name: 'a variable may hold the name: it finds the stage in any case',
      code: 'ARG BASE\nFROM a:1 AS Build\nFROM ${BASE}\nCOPY --from=Build /a /a\n',
      findings: [{ message: 'base', at: 'Build' }],
      output: 'ARG BASE\nFROM a:1 AS build\nFROM ${BASE}\nCOPY --from=Build /a /a\n',
    },
  ],
});
