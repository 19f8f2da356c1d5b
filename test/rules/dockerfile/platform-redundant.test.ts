import { platformRedundant } from '../../../server/src/rules/dockerfile/images/platform-redundant';
import { ruleTester } from '../../support/rule-tester';

ruleTester(platformRedundant, {
  valid: [
    'FROM python:3.14\n',
    'FROM --platform=$BUILDPLATFORM golang:1.26\n',
    { name: 'a part of it', code: 'FROM --platform=linux/$TARGETARCH example/a:1\n' },
    { name: 'a default', code: 'FROM --platform=${TARGETPLATFORM:-linux/amd64} example/a:1\n' },
    {
      name: 'a variable of that name with a default of its own',
      code: 'ARG TARGETPLATFORM=linux/amd64\nFROM --platform=$TARGETPLATFORM example/a:1\n',
    },
  ],
  invalid: [
    {
      code: 'FROM --platform=$TARGETPLATFORM example/a:1\n',
      findings: [{ message: 'base', at: '--platform=$TARGETPLATFORM' }],
      output: 'FROM example/a:1\n',
    },
    {
      name: 'in braces, in lower case',
      code: 'from --platform=${TARGETPLATFORM}  example/a:1 as b\nfrom b\n',
      findings: [{ message: 'base', at: '--platform=${TARGETPLATFORM}' }],
      output: 'from example/a:1 as b\nfrom b\n',
    },
    {
      name: 'declared without a default, in two stages',
      code: 'ARG TARGETPLATFORM\nFROM --platform=$TARGETPLATFORM example/a:1 AS a\nFROM --platform=$TARGETPLATFORM example/b:1\n',
      findings: [
        { message: 'base', at: '--platform=$TARGETPLATFORM', line: 1 },
        { message: 'base', at: '--platform=$TARGETPLATFORM', line: 2 },
      ],
      output: 'ARG TARGETPLATFORM\nFROM example/a:1 AS a\nFROM example/b:1\n',
    },
    {
      name: 'over two lines',
      code: 'FROM --platform=$TARGETPLATFORM \\\n    example/a:1\n',
      findings: [{ message: 'base', at: '--platform=$TARGETPLATFORM' }],
      output: 'FROM \\\n    example/a:1\n',
    },
  ],
});
