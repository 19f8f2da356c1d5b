import { copyFromOwnStage } from '../../../server/src/rules/dockerfile/stages/copy-from-own-stage';
import { ruleTester } from '../../support/rule-tester';

ruleTester(copyFromOwnStage, {
  valid: [
    'FROM a:1 AS build\nFROM scratch\nCOPY --from=build /a /a\n',
    {
      name: 'an earlier stage of the same name',
      code: 'FROM a:1 AS x\nFROM b:1 AS x\nCOPY --from=x /a /a\n',
    },
    { name: 'an image called like no stage', code: 'FROM a:1 AS build\nCOPY --from=nginx:1 /a /a\n' },
    { name: 'the stage before, by its number', code: 'FROM a:1\nFROM b:1\nCOPY --from=0 /a /a\n' },
    { name: 'without --from', code: 'FROM a:1 AS build\nCOPY build /build\n' },
  ],
  invalid: [
    {
      code: 'FROM a:1 AS build\nCOPY --from=build /a /b\n',
      findings: [{ message: 'base', at: 'build', line: 1 }],
      output: null,
    },
    {
      name: 'by its number',
      code: 'FROM a:1\nFROM b:1\nCOPY --from=1 /a /b\n',
      findings: [{ message: 'base', at: '1', line: 2 }],
      output: null,
    },
    {
      name: 'in another case',
      code: 'FROM a:1 AS Build\nCOPY --chown=1 --from=build /a /b\n',
      findings: [{ message: 'base', at: 'build' }],
      output: null,
    },
    {
      name: 'by a mount',
      code: 'FROM a:1 AS build\nRUN --mount=type=bind,from=build,target=/b \\\n    ls /b\n',
      findings: [{ message: 'base', at: 'build', line: 1 }],
      output: null,
    },
  ],
});
