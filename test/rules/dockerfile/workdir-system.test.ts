import { workdirSystem } from '../../../server/src/rules/dockerfile/layers/workdir-system';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim\n';

ruleTester(workdirSystem, {
  valid: [
    `${base}WORKDIR /app\nCOPY . .\n`,
    `${base}WORKDIR /usr/src/app\nWORKDIR /etc/nginx/conf.d\n`,
    { name: 'on the way', code: `${base}WORKDIR /usr/bin\nRUN ls\nWORKDIR /app\n` },
    {
      name: 'a builder',
      code: `${base.trimEnd()} AS build\nWORKDIR /usr/bin\nFROM scratch\nCOPY --from=build /a /a\n`,
    },
    { name: 'the root, into which nothing is copied', code: `${base}COPY a /a\nWORKDIR /\nCOPY b /b\n` },
    {
      name: 'the root, into which one file is copied',
      code: `${base}WORKDIR /\nCOPY --from=build /src/manager .\n`,
    },
    { name: 'a variable without a value', code: `${base}ARG DIR\nWORKDIR $DIR\nWORKDIR $DIR/bin\n` },
  ],
  invalid: [
    {
      code: `${base}WORKDIR /usr/bin\nCOPY a .\n`,
      findings: [{ message: 'base', at: '/usr/bin', severity: 'warning' }],
      output: null,
    },
    {
      name: 'a relative path, a variable with a value',
      code: `${base}ARG DIR=/usr\nWORKDIR $DIR\nWORKDIR bin/../lib\n`,
      findings: [
        {
          message:
            "Files of the application end up among the system's own in /usr/lib, where they may replace some. Work in a folder of your own, such as /app.",
          at: 'bin/../lib',
        },
      ],
      output: null,
    },
    {
      name: 'the root, into which files are copied',
      code: `${base}WORKDIR /\nCOPY . .\n`,
      findings: [{ message: 'root', at: '/' }],
      output: null,
    },
    {
      name: 'what the kernel fills, in a stage that the last one stands on',
      code: `${base.trimEnd()} AS base\nWORKDIR /proc/sys/net\nFROM base\nUSER 1000\n`,
      findings: [{ message: 'base', at: '/proc/sys/net' }],
      output: null,
    },
  ],
});
