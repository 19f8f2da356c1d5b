import { stageNameDuplicate } from '../../../server/src/rules/dockerfile/stages/stage-name-duplicate';
import { ruleTester } from '../../support/rule-tester';

ruleTester(stageNameDuplicate, {
  valid: [
    'FROM python:3.14 AS a\nFROM python:3.14 AS b\n',
    { name: 'stages without names', code: 'FROM python:3.14\nFROM python:3.14\n' },
    { name: 'a stage called like its image', code: 'FROM python:3.14 AS python\nFROM debian:13 AS debian\n' },
    { name: 'in a heredoc', code: 'FROM python:3.14 AS a\nCOPY <<EOF /x\nFROM python AS a\nEOF\n' },
  ],
  invalid: [
    {
      code: 'FROM python:3.14 AS build\nFROM debian:13 AS build\n',
      findings: [
        {
          message: 'base',
          at: 'build',
          line: 1,
          offers: [
            {
              title: 'Rename to "build-2"',
              output: 'FROM python:3.14 AS build\nFROM debian:13 AS build-2\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'in another case',
      code: 'FROM python:3.14 AS build\nFROM debian:13 as Build\n',
      findings: [
        {
          message: 'base',
          at: 'Build',
          offers: [
            {
              title: 'Rename to "Build-2"',
              output: 'FROM python:3.14 AS build\nFROM debian:13 as Build-2\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'three, and a name that is taken already',
      code: 'FROM a:1 AS x\nFROM a:1 AS x-2\nFROM a:1 AS x\nFROM a:1 AS x\n',
      findings: [
        {
          message: 'base',
          at: 'x',
          line: 2,
          offers: [
            {
              title: 'Rename to "x-3"',
              output: 'FROM a:1 AS x\nFROM a:1 AS x-2\nFROM a:1 AS x-3\nFROM a:1 AS x\n',
            },
          ],
        },
        {
          message: 'base',
          at: 'x',
          line: 3,
          offers: [
            {
              title: 'Rename to "x-3"',
              output: 'FROM a:1 AS x\nFROM a:1 AS x-2\nFROM a:1 AS x\nFROM a:1 AS x-3\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'used: which one is meant, only a person knows',
      code: 'FROM a:1 AS x\nFROM a:1 AS x\nFROM scratch\nCOPY --from=x /a /a\n',
      findings: [{ message: 'base', at: 'x', line: 1 }],
      output: null,
    },
  ],
});
