import { userNotNumeric } from '../../../server/src/rules/dockerfile/user/user-not-numeric';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM node:24-slim\n';

ruleTester(userNotNumeric, {
  valid: [
    `${base}USER 1000\n`,
    `${base}USER 1000:node\n`,
    { name: 'root: user-root speaks', code: `${base}USER root\n` },
    { name: 'a variable', code: `${base}ARG UID\nUSER $UID\n` },
    { name: 'a name on the way', code: `${base}USER node\nRUN true\nUSER 1000\n` },
    { name: 'a builder', code: `${base.trimEnd()} AS build\nUSER node\nFROM scratch\nUSER 1\n` },
    { name: 'no such account: user-unknown-in-image speaks', code: 'FROM scratch\nUSER app\n' },
    { name: 'Windows, which has no numbers', code: 'FROM example.com/nanoserver:1\nUSER ContainerUser\n' },
    { name: "the image's own", code: 'FROM memcached:1.6\n' },
  ],
  invalid: [
    {
      code: `${base}USER node\n`,
      findings: [
        {
          message: 'base',
          at: 'node',
          line: 1,
          severity: 'info',
          offers: [{ title: 'Change to 1000', output: `${base}USER 1000\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'an account of the file, with a group',
      code: 'FROM debian:trixie-slim\nRUN useradd -u 4242 app\nUSER app:app\n',
      findings: [
        {
          message: 'base',
          at: 'app',
          line: 2,
          offers: [
            {
              title: 'Change to 4242',
              output: 'FROM debian:trixie-slim\nRUN useradd -u 4242 app\nUSER 4242:app\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a number that is not known',
      code: 'FROM debian:trixie-slim\nRUN useradd app\nUSER app\n',
      findings: [{ message: 'base', at: 'app', line: 2 }],
      output: null,
    },
    {
      name: 'an image of which nothing is known, a variable with a value',
      code: 'FROM example.com/a:1\nARG NAME=app\nUSER ${NAME}\n',
      findings: [{ message: 'base', at: '${NAME}' }],
      output: null,
    },
  ],
});
