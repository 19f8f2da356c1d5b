import { multipleEntrypoint } from '../../../server/src/rules/dockerfile/command/multiple-entrypoint';
import { ruleTester } from '../../support/rule-tester';

ruleTester(multipleEntrypoint, {
  valid: [
    'FROM alpine:3.22\nENTRYPOINT ["a"]\n',
    {
      name: 'one in each stage',
      code: 'FROM alpine:3.22 AS one\nENTRYPOINT ["a"]\nFROM one\nENTRYPOINT ["b"]\n',
    },
    {
      name: 'a trigger belongs to another build',
      code: 'FROM alpine:3.22\nONBUILD ENTRYPOINT ["a"]\nENTRYPOINT ["b"]\n',
    },
    'FROM alpine:3.22\n# ENTRYPOINT ["a"]\nENTRYPOINT ["b"]\nRUN <<EOF\nENTRYPOINT no instruction\nEOF\n',
  ],
  invalid: [
    {
      code: 'FROM alpine:3.22\nENTRYPOINT ["a"]\nENTRYPOINT ["b"]\n',
      findings: [{ message: 'base', at: 'ENTRYPOINT', line: 1 }],
      output: 'FROM alpine:3.22\nENTRYPOINT ["b"]\n',
    },
    {
      name: 'three, one of them over several lines; comments and empty lines stay',
      code: 'FROM alpine:3.22\n# first\nENTRYPOINT ["a", \\\n    "b"]\n\nUSER 1000\nentrypoint ["c"]\n# last\nENTRYPOINT ["d"]\n',
      findings: [
        { message: 'base', at: 'ENTRYPOINT', line: 2 },
        { message: 'base', at: 'entrypoint', line: 6 },
      ],
      output: 'FROM alpine:3.22\n# first\n\nUSER 1000\n# last\nENTRYPOINT ["d"]\n',
    },
    {
      name: 'a comment inside would go too, so it is an offer',
      code: 'FROM alpine:3.22\nENTRYPOINT ["a", \\\n    # why b\n    "b"]\nENTRYPOINT ["c"]\n',
      findings: [
        {
          message: 'base',
          at: 'ENTRYPOINT',
          line: 1,
          offers: [{ title: 'Remove this ENTRYPOINT', output: 'FROM alpine:3.22\nENTRYPOINT ["c"]\n' }],
        },
      ],
      output: null,
    },
    {
      name: 'in a builder, without a last line end',
      code: 'FROM alpine:3.22 AS build\nENTRYPOINT ["a"]\nENTRYPOINT ["b"]\nFROM scratch\nENTRYPOINT ["c"]\nENTRYPOINT ["d"]',
      findings: [
        { message: 'base', at: 'ENTRYPOINT', line: 1 },
        { message: 'base', at: 'ENTRYPOINT', line: 4 },
      ],
      output: 'FROM alpine:3.22 AS build\nENTRYPOINT ["b"]\nFROM scratch\nENTRYPOINT ["d"]',
    },
  ],
});
