import { interpolationInvalid } from '../../../server/src/rules/compose/syntax/interpolation-invalid';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

ruleTester(interpolationInvalid, {
  valid: [
    web('image: "a:${TAG}"', 'command: echo $$HOME $$${X} $1 $(date) 5$'),
    web('image: "a:${TAG:-1}${A-b}${C:?needed}${D?}${E:+f}${G+}"'),
    web('image: "a:${TAG:-${OTHER:-${LAST:-1}}}"'),
    web('image: a:1', 'command: sh -c "$${VAR%.*} $${#VAR}"'),
    { name: 'nobody uses it', code: file('x-note: "${"', 'services:', '  web: {image: "a:1"}') },
    { name: 'a comment', code: web('image: a:1 # ${') },
  ],
  invalid: [
    {
      code: web('image: "a:${TAG"'),
      findings: [
        {
          message:
            '${TAG has no closing brace. To hand the text on to the container as it is, write $$ for the dollar sign.',
          at: '${TAG',
          severity: 'error',
        },
      ],
      output: null,
    },
    {
      code: web('image: a:1', 'command: [echo, "${A:default} ${B:-ok}", "${1}", "${}", "${C%.*}"]'),
      findings: [
        { message: 'base', at: '${A:default}' },
        { message: 'base', at: '${1}' },
        { message: 'base', at: '${}' },
        { message: 'base', at: '${C%.*}' },
      ],
      output: null,
    },
    {
      name: 'in a block the whole text is marked',
      code: web('image: a:1', 'command: |', '  echo ${A:b}'),
      findings: [{ message: 'base', at: '|\n      echo ${A:b}' }],
      output: null,
    },
    {
      name: 'an anchor is looked at once',
      code: file(
        'x-env: &env {A: "${B C}"}',
        'services:',
        '  web: {image: "a:1", environment: *env}',
        '  job: {image: "a:1", environment: *env}',
      ),
      findings: [{ message: 'base', at: '${B C}' }],
      output: null,
    },
  ],
});
