import { userSwitchedToRoot } from '../../../server/src/rules/dockerfile/user/user-switched-to-root';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM memcached:1.6\n';

ruleTester(userSwitchedToRoot, {
  valid: [
    `${base}USER root\nRUN apt-get update\nUSER memcache\n`,
    { name: 'a hardened image: dhi-root-user', code: 'FROM dhi.io/python:3.13-debian13\nUSER root\n' },
    { name: 'never root', code: `${base}COPY a /a\n` },
    { name: 'an image that is root anyway', code: 'FROM debian:trixie-slim\nUSER root\n' },
    { name: 'an image of which nothing is known', code: 'FROM example.com/a:1\nUSER root\n' },
    { name: 'a variable', code: `${base}ARG UID\nUSER $UID\n` },
    {
      name: 'a builder',
      code: `${base.trimEnd()} AS build\nUSER root\nFROM memcached:1.6\nCOPY --from=build /a /a\n`,
    },
  ],
  invalid: [
    {
      code: `${base}USER root\nRUN touch /a\n`,
      findings: [
        {
          message:
            'memcached:1.6 runs as memcache; this makes the container run as root, as no USER switches back.',
          at: 'root',
          severity: 'info',
          offers: [
            {
              title: 'Switch back by USER memcache',
              output: `${base}USER root\nRUN touch /a\nUSER memcache\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'by number, before the command',
      code: `${base}USER 0:0\nCOPY a /a\nCMD ["memcached"]\n`,
      findings: [
        {
          message: 'base',
          at: '0',
          offers: [
            {
              title: 'Switch back by USER memcache',
              output: `${base}USER 0:0\nCOPY a /a\nUSER memcache\nCMD ["memcached"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'in a stage that the last one stands on',
      code: `${base.trimEnd()} AS base\nUSER root\nFROM base\nRUN touch /a\n`,
      findings: [
        {
          message: 'base',
          at: 'root',
          offers: [
            {
              title: 'Switch back by USER memcache',
              output: `${base.trimEnd()} AS base\nUSER root\nFROM base\nRUN touch /a\nUSER memcache\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'after a switch back, a heredoc',
      code: `${base}USER root\nUSER memcache\nUSER root\nRUN <<EOF\ntouch /a\nEOF\n`,
      findings: [
        {
          message: 'base',
          at: 'root',
          line: 3,
          offers: [
            {
              title: 'Switch back by USER memcache',
              output: `${base}USER root\nUSER memcache\nUSER root\nRUN <<EOF\ntouch /a\nEOF\nUSER memcache\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'no way back, where a name would be a fault and its number is not known',
      code: 'FROM memcached:1.6\nUSER root\nRUN true\n',
      settings: { profile: 'strict' },
      findings: [{ message: 'base', at: 'root' }],
      output: null,
    },
  ],
});
