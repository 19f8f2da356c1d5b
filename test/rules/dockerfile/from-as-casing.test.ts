import { fromAsCasing } from '../../../server/src/rules/dockerfile/stages/from-as-casing';
import { ruleTester } from '../../support/rule-tester';

ruleTester(fromAsCasing, {
  valid: [
    'FROM a:1 AS build\n',
    'from a:1 as build\n',
    { name: 'no AS', code: 'FROM a:1\n' },
    { name: 'a mixed FROM gives no case', code: 'From a:1 as build\n' },
    { name: 'a stage called as', code: 'FROM a:1 AS as\nFROM as\n' },
  ],
  invalid: [
    {
      code: 'FROM a:1 as build\n',
      findings: [
        { message: 'FROM is written "FROM" and AS "as". One case for both is easier to read.', at: 'as' },
      ],
      output: 'FROM a:1 AS build\n',
    },
    {
      name: 'mixed',
      code: 'FROM a:1 As build\n',
      findings: [{ message: 'base', at: 'As' }],
      output: 'FROM a:1 AS build\n',
    },
    {
      name: 'lower case',
      code: 'from a:1 AS build\n',
      findings: [{ message: 'base', at: 'AS' }],
      output: 'from a:1 as build\n',
    },
    {
      name: 'over lines, in two stages',
      code: 'FROM --platform=$BUILDPLATFORM \\\n    a:1 as as\nFROM as AS b\nFROM b as c\n',
      findings: [
        { message: 'base', at: 'as', line: 1 },
        { message: 'base', at: 'as', line: 3 },
      ],
      output: 'FROM --platform=$BUILDPLATFORM \\\n    a:1 AS as\nFROM as AS b\nFROM b AS c\n',
    },
  ],
});
