import { copyFromUnknownStage } from '../../../server/src/rules/dockerfile/stages/copy-from-unknown-stage';
import { ruleTester } from '../../support/rule-tester';

ruleTester(copyFromUnknownStage, {
  valid: [
    'FROM a:1 AS build\nFROM scratch\nCOPY --from=build /a /a\n',
    { name: 'in another case', code: 'FROM a:1 AS Build\nFROM scratch\nCOPY --from=BUILD /a /a\n' },
    { name: 'an image', code: 'FROM scratch\nCOPY --from=ghcr.io/astral-sh/uv:0.9.17 /uv /bin/\n' },
    { name: 'an image without a tag', code: 'FROM a:1 AS build\nFROM scratch\nCOPY --from=composer /a /a\n' },
    {
      name: 'a short name that is like no stage',
      code: 'FROM a:1 AS js\nFROM scratch\nCOPY --from=go /a /a\n',
    },
    { name: 'a variable', code: 'FROM scratch\nARG STAGE\nCOPY --from=${STAGE} /a /a\n' },
    {
      name: 'a build context of a Compose file',
      code: 'FROM a:1 AS assets\nFROM scratch\nCOPY --from=asset /a /a\n',
      around: { namedContexts: ['asset'] },
    },
    { name: 'a placeholder is another rule', code: 'FROM scratch\nCOPY --from=dhi.io/uv:<tag> /uv /bin/\n' },
    { name: 'its own stage is another rule', code: 'FROM a:1 AS build\nCOPY --from=build /a /b\n' },
    { name: "BuildKit's name of the context", code: 'FROM scratch\nCOPY --from=context a /a\n' },
  ],
  invalid: [
    {
      name: 'a slip of the pen',
      code: 'FROM a:1 AS builder\nFROM scratch\nCOPY --from=buildr /a /a\n',
      findings: [
        {
          message: 'misspelt',
          at: 'buildr',
          offers: [
            {
              title: 'Change to "builder"',
              output: 'FROM a:1 AS builder\nFROM scratch\nCOPY --from=builder /a /a\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a stage that comes later',
      code: 'FROM a:1\nCOPY --from=assets /a /a\nFROM b:1 AS assets\n',
      findings: [{ message: 'later', at: 'assets', line: 1 }],
      output: null,
    },
    {
      name: 'a number that is too high',
      code: 'FROM a:1 AS build\nFROM scratch\nCOPY --from=7 /a /a\n',
      findings: [{ message: 'There is no stage 7 above: 1 come before this one, counted from 0.', at: '7' }],
      output: null,
    },
    {
      name: 'no image either',
      code: 'FROM scratch\nCOPY --from=My_Stage! /a /a\n',
      findings: [{ message: 'invalid', at: 'My_Stage!' }],
      output: null,
    },
    {
      name: 'in a mount, over several lines',
      code: 'FROM a:1 AS builder\nFROM b:1\nRUN --mount=type=bind,from=bilder,target=/b \\\n    ls /b\n',
      findings: [
        {
          message: 'misspelt',
          at: 'bilder',
          offers: [
            {
              title: 'Change to "builder"',
              output:
                'FROM a:1 AS builder\nFROM b:1\nRUN --mount=type=bind,from=builder,target=/b \\\n    ls /b\n',
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
