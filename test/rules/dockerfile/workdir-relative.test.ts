import { workdirRelative } from '../../../server/src/rules/dockerfile/layers/workdir-relative';
import { ruleTester } from '../../support/rule-tester';

ruleTester(workdirRelative, {
  valid: [
    'FROM example/app:1.0\nWORKDIR /app\nWORKDIR src\n',
    'FROM example/app:1.0 AS base\nWORKDIR /app\nFROM base\nWORKDIR src\n',
    {
      name: 'a variable may be absolute',
      code: 'FROM example/app:1.0\nARG HOME_DIR\nWORKDIR $HOME_DIR/x\nWORKDIR src\n',
    },
    'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nWORKDIR C:\\app\n',
    'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nWORKDIR c:/app\n',
    'FROM example/app:1.0\nWORKDIR "/my app"\n',
    'FROM example/app:1.0\nWORKDIR\n',
  ],
  invalid: [
    {
      code: 'FROM example/app:1.0\nWORKDIR app\n',
      findings: [
        {
          message: 'base',
          at: 'app',
          line: 1,
          offers: [{ title: 'Change to /app', output: 'FROM example/app:1.0\nWORKDIR /app\n' }],
        },
      ],
      output: null,
    },
    {
      name: 'the image says where it works',
      code: 'FROM golang:1.26 AS build\nWORKDIR ./src/app\nRUN go build\n',
      findings: [{ message: 'known', at: './src/app' }],
      output: 'FROM golang:1.26 AS build\nWORKDIR /go/src/app\nRUN go build\n',
    },
    {
      name: 'only the first of several, in each stage',
      code: 'FROM scratch AS a\nWORKDIR one\nWORKDIR two\nFROM example/app:1.0\nWORKDIR three\n',
      findings: [
        { message: 'known', at: 'one' },
        {
          message: 'base',
          at: 'three',
          offers: [
            {
              title: 'Change to /three',
              output: 'FROM scratch AS a\nWORKDIR one\nWORKDIR two\nFROM example/app:1.0\nWORKDIR /three\n',
            },
          ],
        },
      ],
      output: 'FROM scratch AS a\nWORKDIR /one\nWORKDIR two\nFROM example/app:1.0\nWORKDIR three\n',
    },
    {
      name: 'a variable inside, and nothing but a dot, are left to the reader',
      code: 'FROM example/a:1\nARG NAME=x\nWORKDIR app/$NAME\nFROM example/b:1\nWORKDIR .\n',
      findings: [
        { message: 'base', at: 'app/$NAME' },
        { message: 'base', at: '.', line: 4 },
      ],
      output: null,
    },
    {
      name: 'quotes',
      code: 'FROM example/app:1.0\nWORKDIR "app"\n',
      findings: [
        {
          message: 'base',
          at: '"app"',
          offers: [{ title: 'Change to /app', output: 'FROM example/app:1.0\nWORKDIR /app\n' }],
        },
      ],
      output: null,
    },
  ],
});
