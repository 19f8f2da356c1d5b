import { copyFromIndex } from '../../../server/src/rules/dockerfile/stages/copy-from-index';
import { ruleTester } from '../../support/rule-tester';

ruleTester(copyFromIndex, {
  valid: [
    'FROM a:1 AS build\nFROM scratch\nCOPY --from=build /a /a\n',
    { name: 'an image', code: 'FROM scratch\nCOPY --from=example/0:1 /a /a\n' },
    {
      name: 'a number that is too high is another rule',
      code: 'FROM a:1\nFROM scratch\nCOPY --from=7 /a /a\n',
    },
    { name: 'its own number is another rule', code: 'FROM a:1\nCOPY --from=0 /a /a\n' },
    { name: 'a mount takes no number', code: 'FROM a:1\nFROM b:1\nRUN --mount=from=0,target=/a ls /a\n' },
    { name: 'a variable', code: 'FROM a:1\nFROM scratch\nCOPY --from=$N /a /a\n' },
  ],
  invalid: [
    {
      code: 'FROM a:1 AS build\nFROM scratch\nCOPY --from=0 /a /a\n',
      findings: [{ message: 'base', at: '0' }],
      output: 'FROM a:1 AS build\nFROM scratch\nCOPY --from=build /a /a\n',
    },
    {
      name: 'a stage without a name gets one, and all its numbers go',
      code: 'FROM a:1\nFROM scratch\nCOPY --from=0 /a /a\nCOPY --chown=1:1 --from=0 /b /b\n',
      findings: [
        { message: 'base', at: '0', line: 2 },
        { message: 'base', at: '0', line: 3 },
      ],
      output:
        'FROM a:1 AS stage-0\nFROM scratch\nCOPY --from=stage-0 /a /a\nCOPY --chown=1:1 --from=stage-0 /b /b\n',
    },
    {
      name: 'the name is taken; lower case stays',
      code: 'from a:1 as stage-1\nfrom b:1\nfrom scratch\ncopy --from=1 /a /a\n',
      findings: [{ message: 'base', at: '1' }],
      output: 'from a:1 as stage-1\nfrom b:1 as stage-1-2\nfrom scratch\ncopy --from=stage-1-2 /a /a\n',
    },
    {
      name: 'a later stage has the name too',
      code: 'FROM a:1 AS x\nFROM a:1 AS x\nFROM scratch\nCOPY --from=0 /a /a\n',
      findings: [{ message: 'base', at: '0' }],
      output: null,
    },
    {
      name: 'a continued FROM with a comment',
      code: 'FROM --platform=$BUILDPLATFORM \\\n    # the tools\n    a:1\nFROM scratch\nCOPY --from=0 /a /a\n',
      findings: [{ message: 'base', at: '0' }],
      output:
        'FROM --platform=$BUILDPLATFORM \\\n    # the tools\n    a:1 AS stage-0\nFROM scratch\nCOPY --from=stage-0 /a /a\n',
    },
  ],
});
