import { entrypointNotExecutable } from '../../../server/src/rules/dockerfile/command/entrypoint-not-executable';
import { ruleTester } from '../../support/rule-tester';

const around = {
  files: ['start.sh', 'scripts/run.sh', 'ok.sh'],
  executable: { 'start.sh': false, 'scripts/run.sh': false, 'ok.sh': true },
};

ruleTester(entrypointNotExecutable, {
  valid: [
    'FROM debian:13\nCOPY start.sh /start.sh\nENTRYPOINT ["/start.sh"]\n',
    {
      name: 'no shell could read it: dhi-shell-form-command',
      code: 'FROM dhi.io/python:3.13-debian13\nCOPY start.sh /\nENTRYPOINT ["/start.sh"]\n',
      around: { ...around, texts: { 'start.sh': '#!/bin/sh\n' } },
    },
    { name: 'it is executable', code: 'FROM debian:13\nCOPY ok.sh /\nENTRYPOINT ["/ok.sh"]\n', around },
    {
      name: 'a shell reads it',
      code: 'FROM debian:13\nCOPY start.sh /\nENTRYPOINT ["sh", "/start.sh"]\n',
      around,
    },
    { name: 'shell form', code: 'FROM debian:13\nCOPY start.sh /\nENTRYPOINT sh /start.sh\n', around },
    {
      name: 'made executable by a flag, by a step, by a step with a variable, in a stage above',
      code: 'FROM debian:13 AS one\nCOPY --chmod=755 start.sh /\nENTRYPOINT ["/start.sh"]\nFROM one\nRUN <<EOF\nchmod +x /start.sh\nEOF\n',
      around,
    },
    {
      name: 'a step afterwards',
      code: 'FROM debian:13\nCOPY start.sh /\nARG F\nRUN true && chmod +x $F\nENTRYPOINT ["/start.sh"]\n',
      around,
    },
    {
      name: 'in a builder',
      code: 'FROM debian:13 AS build\nCOPY start.sh /\nENTRYPOINT ["/start.sh"]\nFROM scratch\n',
      around,
    },
    {
      name: 'a mode that hangs on a variable or adds to what is there',
      code: 'FROM debian:13 AS one\nARG M\nCOPY --chmod=$M start.sh /\nENTRYPOINT ["/start.sh"]\nFROM debian:13\nCOPY --chmod=u+x start.sh /\nENTRYPOINT ["/start.sh"]\n',
      around: { ...around, targets: ['one'] },
    },
    {
      name: 'brought by a stage, by a pattern or by another name',
      code: 'FROM debian:13 AS a\nFROM debian:13\nCOPY start.sh /start.sh\nCOPY --from=a /start.sh /start.sh\nENTRYPOINT ["/start.sh"]\n',
      around,
    },
    {
      name: 'CMD, while it is not known what the image starts',
      code: 'FROM example.com/a:1\nCOPY start.sh /\nCMD ["/start.sh"]\n',
      around,
    },
  ],
  invalid: [
    {
      code: 'FROM debian:13\nCOPY start.sh /usr/local/bin/\nENTRYPOINT ["/usr/local/bin/start.sh"]\n',
      around,
      output: null,
      findings: [
        {
          message:
            '"start.sh" is not executable, and nothing makes it so: ENTRYPOINT cannot start "/usr/local/bin/start.sh", and the container stops at once with "permission denied".',
          at: 'start.sh',
          line: 1,
          offers: [
            {
              title: 'Add --chmod=755',
              output:
                'FROM debian:13\nCOPY --chmod=755 start.sh /usr/local/bin/\nENTRYPOINT ["/usr/local/bin/start.sh"]\n',
            },
          ],
        },
      ],
    },
    {
      name: 'CMD, relative to the work dir, from a stage below',
      code: 'FROM node:22 AS base\nWORKDIR /app\nCOPY --chown=node \\\n    ["scripts/run.sh", "./"]\nFROM base\nUSER node\nCMD ["./run.sh", "--x"]\n',
      around,
      output: null,
      findings: [
        {
          message: 'base',
          at: '"scripts/run.sh"',
          offers: [
            {
              title: 'Add --chmod=755',
              output:
                'FROM node:22 AS base\nWORKDIR /app\nCOPY --chmod=755 --chown=node \\\n    ["scripts/run.sh", "./"]\nFROM base\nUSER node\nCMD ["./run.sh", "--x"]\n',
            },
          ],
        },
      ],
    },
    {
      name: 'a mode without it, whatever the context has',
      code: 'FROM debian:13\nCOPY --chmod=0644 ok.sh /ok.sh\nENTRYPOINT ["/ok.sh"]\n',
      output: null,
      findings: [
        {
          message: 'mode',
          at: '0644',
          offers: [
            {
              title: 'Change to --chmod=755',
              output: 'FROM debian:13\nCOPY --chmod=755 ok.sh /ok.sh\nENTRYPOINT ["/ok.sh"]\n',
            },
          ],
        },
      ],
    },
    {
      name: 'in a folder that is copied: the command is marked',
      code: 'FROM debian:13\nCOPY . /app\nENTRYPOINT ["/app/scripts/run.sh"]\n',
      around,
      output: null,
      findings: [{ message: 'base', at: '"/app/scripts/run.sh"' }],
    },
  ],
});
