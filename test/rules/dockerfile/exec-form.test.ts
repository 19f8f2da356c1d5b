import { execForm } from '../../../server/src/rules/dockerfile/command/exec-form';
import { ruleTester } from '../../support/rule-tester';

ruleTester(execForm, {
  valid: [
    {
      name: 'no shell at all: dhi-shell-form-command',
      code: 'FROM scratch\nUSER 1000\nCOPY app /app\nCMD /app --dir=$DIR\n',
    },
    'FROM alpine:3.22\nENTRYPOINT ["/app"]\nCMD ["--port", "8080"]\n',
    {
      name: 'a builder is not run',
      code: 'FROM alpine:3.22 AS build\nCMD make\nFROM scratch\nCMD ["/app"]\n',
    },
    { name: 'exec hands over', code: 'FROM alpine:3.22\nCMD exec node server.js --port "$PORT"\n' },
    { name: 'only the last one counts', code: 'FROM alpine:3.22\nCMD node a.js\nCMD ["node", "b.js"]\n' },
    {
      name: 'the shell was chosen',
      code: 'FROM alpine:3.22 AS base\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nFROM base\nCMD node server.js\n',
    },
    { name: 'Windows', code: 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nCMD ping localhost\n' },
    {
      name: 'a health check is not the process',
      code: 'FROM alpine:3.22\nHEALTHCHECK CMD wget -q localhost\nCMD ["a"]\n',
    },
    {
      name: 'another rule speaks of JSON that is none',
      code: "FROM alpine:3.22\nCMD ['node', 'server.js']\n",
    },
    'FROM alpine:3.22\nONBUILD CMD node server.js\nCMD ["a"]\n',
  ],
  invalid: [
    {
      code: 'FROM node:24\nUSER node\nCMD node server.js --port=8080\n',
      findings: [{ message: 'base', at: 'node server.js --port=8080' }],
      output: 'FROM node:24\nUSER node\nCMD ["node", "server.js", "--port=8080"]\n',
    },
    {
      name: 'quotes, continuations and comments',
      code: 'FROM node:24\nUSER node\nCMD node \\\n    # the entry\n    "my server.js" \\\n    \'--name=a b\'\n',
      findings: [{ message: 'base', at: 'node' }],
      output:
        'FROM node:24\nUSER node\nCMD ["node", \\\n    # the entry\n    "my server.js", \\\n    "--name=a b"]\n',
    },
    {
      name: 'a variable needs the shell, which hands over',
      code: 'FROM node:24\nUSER node\nCMD cd /app && node server.js --port "$PORT"\n',
      findings: [
        {
          message: 'base',
          at: 'cd /app && node server.js --port "$PORT"',
          offers: [
            {
              title: 'Name the shell, which hands over to the command by exec',
              output:
                'FROM node:24\nUSER node\nCMD ["sh", "-c", "cd /app && exec node server.js --port \\"$PORT\\""]\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a pipe goes on as it is',
      code: 'FROM node:24\nUSER node\nENTRYPOINT node server.js | tee log\n',
      findings: [
        {
          message: 'base',
          at: 'node server.js | tee log',
          offers: [
            {
              title: 'Name the shell',
              output: 'FROM node:24\nUSER node\nENTRYPOINT ["sh", "-c", "node server.js | tee log"]\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'an ENTRYPOINT that ignores CMD would get it as arguments',
      code: 'FROM node:24\nUSER node\nENTRYPOINT node server.js\nCMD ["--help"]\n',
      findings: [
        {
          message: 'ignored',
          at: 'node server.js',
          offers: [
            {
              title: 'Write ENTRYPOINT as a JSON array',
              output: 'FROM node:24\nUSER node\nENTRYPOINT ["node", "server.js"]\nCMD ["--help"]\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'an ENTRYPOINT gets other words',
      code: 'FROM node:24\nUSER node\nENTRYPOINT ["/start.sh"]\nCMD node server.js\n',
      findings: [
        {
          message: 'base',
          at: 'node server.js',
          offers: [
            {
              title: 'Write CMD as a JSON array',
              output: 'FROM node:24\nUSER node\nENTRYPOINT ["/start.sh"]\nCMD ["node", "server.js"]\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'an image that may have been given a shell gets no shell',
      code: 'FROM scratch\nUSER 1000\nCOPY bin /bin\nCMD /bin/app --dir=$DIR\n',
      findings: [{ message: 'base', at: '/bin/app --dir=$DIR' }],
      output: null,
    },
    {
      name: 'a stage that Compose builds',
      code: 'FROM node:24 AS dev\nUSER node\nCMD npm start\nFROM dev\nCMD ["node", "a.js"]\n',
      around: { targets: ['dev'] },
      findings: [{ message: 'base', at: 'npm start' }],
      output: 'FROM node:24 AS dev\nUSER node\nCMD ["npm", "start"]\nFROM dev\nCMD ["node", "a.js"]\n',
    },
  ],
});
