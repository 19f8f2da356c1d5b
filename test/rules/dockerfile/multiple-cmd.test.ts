import { multipleCmd } from '../../../server/src/rules/dockerfile/command/multiple-cmd';
import { ruleTester } from '../../support/rule-tester';

ruleTester(multipleCmd, {
  valid: [
    'FROM alpine:3.22\nCMD ["a"]\n',
    { name: 'one in each stage', code: 'FROM alpine:3.22 AS one\nCMD ["a"]\nFROM one\nCMD ["b"]\n' },
    { name: 'a trigger belongs to another build', code: 'FROM alpine:3.22\nONBUILD CMD ["a"]\nCMD ["b"]\n' },
    'FROM alpine:3.22\n# CMD ["a"]\nCMD ["b"]\nRUN <<EOF\nCMD no instruction\nEOF\n',
  ],
  invalid: [
    {
      code: 'FROM alpine:3.22\nCMD ["a"]\nCMD ["b"]\n',
      findings: [{ message: 'base', at: 'CMD', line: 1 }],
      output: 'FROM alpine:3.22\nCMD ["b"]\n',
    },
    {
      name: 'three, one of them over several lines; comments and empty lines stay',
      code: 'FROM alpine:3.22\n# first\nCMD ["a", \\\n    "b"]\n\nUSER 1000\ncmd ["c"]\n# last\nCMD ["d"]\n',
      findings: [
        { message: 'base', at: 'CMD', line: 2 },
        { message: 'base', at: 'cmd', line: 6 },
      ],
      output: 'FROM alpine:3.22\n# first\n\nUSER 1000\n# last\nCMD ["d"]\n',
    },
    {
      name: 'a comment inside would go too, so it is an offer',
      code: 'FROM alpine:3.22\nCMD ["a", \\\n    # why b\n    "b"]\nCMD ["c"]\n',
      findings: [
        {
          message: 'base',
          at: 'CMD',
          line: 1,
          offers: [{ title: 'Remove this CMD', output: 'FROM alpine:3.22\nCMD ["c"]\n' }],
        },
      ],
      output: null,
    },
    {
      name: 'in a builder, without a last line end',
      code: 'FROM alpine:3.22 AS build\nCMD ["a"]\nCMD ["b"]\nFROM scratch\nCMD ["c"]\nCMD ["d"]',
      findings: [
        { message: 'base', at: 'CMD', line: 1 },
        { message: 'base', at: 'CMD', line: 4 },
      ],
      output: 'FROM alpine:3.22 AS build\nCMD ["b"]\nFROM scratch\nCMD ["d"]',
    },
  ],
});
