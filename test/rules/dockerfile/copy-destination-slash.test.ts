import { copyDestinationSlash } from '../../../server/src/rules/dockerfile/layers/copy-destination-slash';
import { ruleTester } from '../../support/rule-tester';

ruleTester(copyDestinationSlash, {
  valid: [
    'FROM alpine:3.22\nCOPY a b /app/\nCOPY ["a", "b", "/app/"]\n',
    'FROM alpine:3.22\nCOPY a b ./\nCOPY a b .\nCOPY a b ..\n',
    'FROM alpine:3.22\nCOPY a /app\n',
    { name: 'a pattern may find one file', code: 'FROM alpine:3.22\nCOPY *.conf /etc/app\n' },
    {
      name: 'a variable may end with a slash',
      code: 'FROM alpine:3.22\nARG DIR\nCOPY a b $DIR\nCOPY a b ${DIR:-/x/}\n',
    },
    '# escape=`\nFROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nCOPY a b C:\\app\\\n',
    'FROM alpine:3.22\nCOPY <<EOF /etc/motd\na b c\nEOF\n',
  ],
  invalid: [
    {
      code: 'FROM alpine:3.22\nCOPY package.json yarn.lock /app\n',
      findings: [{ message: 'base', at: '/app' }],
      output: 'FROM alpine:3.22\nCOPY package.json yarn.lock /app/\n',
    },
    {
      name: 'JSON form and quotes',
      code: 'FROM alpine:3.22\nCOPY ["a b", "c", "/my app"]\nADD a b "/app"\n',
      findings: [
        { message: 'base', at: '"/my app"' },
        { message: 'base', at: '"/app"' },
      ],
      output: 'FROM alpine:3.22\nCOPY ["a b", "c", "/my app/"]\nADD a b "/app/"\n',
    },
    {
      name: 'from another stage, with a variable that is not at the end',
      code: 'FROM golang:1.26 AS build\nARG OUT=/out\nFROM alpine:3.22\nARG PREFIX\nCOPY --from=build /out/a /out/b \\\n    $PREFIX/bin\n',
      findings: [{ message: 'base', at: '$PREFIX/bin' }],
      output:
        'FROM golang:1.26 AS build\nARG OUT=/out\nFROM alpine:3.22\nARG PREFIX\nCOPY --from=build /out/a /out/b \\\n    $PREFIX/bin/\n',
    },
    {
      name: 'two heredocs, and a trigger',
      code: 'FROM alpine:3.22\nCOPY <<a <<b /etc/app\n1\na\n2\nb\nONBUILD COPY c d /app\n',
      findings: [
        { message: 'base', at: '/etc/app' },
        { message: 'base', at: '/app', line: 6 },
      ],
      output: 'FROM alpine:3.22\nCOPY <<a <<b /etc/app/\n1\na\n2\nb\nONBUILD COPY c d /app/\n',
    },
    {
      name: 'the work dir of a stage below weighs less too',
      code: 'FROM alpine:3.22 AS base\nWORKDIR /srv\nFROM base\nCOPY a b /srv\n',
      findings: [{ message: 'folder', at: '/srv', line: 3, severity: 'warning' }],
      output: 'FROM alpine:3.22 AS base\nWORKDIR /srv\nFROM base\nCOPY a b /srv/\n',
    },
    {
      name: 'a folder that is there weighs less',
      code: 'FROM alpine:3.22\nWORKDIR /srv/app\nCOPY a b /srv/app\nCOPY c d /srv\nCOPY e f /other\n',
      findings: [
        { message: 'folder', at: '/srv/app', line: 2, severity: 'warning' },
        { message: 'folder', at: '/srv', line: 3, severity: 'warning' },
        { message: 'base', at: '/other', severity: 'error' },
      ],
      output: 'FROM alpine:3.22\nWORKDIR /srv/app\nCOPY a b /srv/app/\nCOPY c d /srv/\nCOPY e f /other/\n',
    },
  ],
});
