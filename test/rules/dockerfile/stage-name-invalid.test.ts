import { stageNameInvalid } from '../../../server/src/rules/dockerfile/syntax/stage-name-invalid';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim AS build\n';

ruleTester(stageNameInvalid, {
  valid: [
    base,
    'FROM debian:trixie-slim AS a-b_c.d1\n',
    'FROM debian:trixie-slim AS Build\n',
    'FROM debian:trixie-slim\n',
    { name: 'no AS: extra-argument speaks', code: 'FROM debian:trixie-slim 1a\n' },
  ],
  invalid: [
    {
      code: 'FROM debian:trixie-slim AS 1st\n',
      findings: [{ message: 'base', at: '1st', severity: 'error' }],
      output: null,
    },
    { code: 'FROM debian:trixie-slim AS a/b\n', findings: [{ message: 'base', at: 'a/b' }], output: null },
    {
      name: 'a variable, which is not put in here',
      code: 'ARG NAME=a\nFROM debian:trixie-slim AS $NAME\n',
      findings: [{ message: 'base', at: '$NAME' }],
      output: null,
    },
    {
      code: 'FROM debian:trixie-slim AS "build"\n',
      findings: [{ message: 'base', at: '"build"' }],
      output: null,
    },
  ],
});
