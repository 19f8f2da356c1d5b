import { extraArgument } from '../../../server/src/rules/dockerfile/syntax/extra-argument';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim AS build\n';

ruleTester(extraArgument, {
  valid: [
    `${base}HEALTHCHECK NONE\n`,
    'FROM debian:trixie-slim\n',
    'FROM --platform=linux/amd64 debian:trixie-slim AS build\n',
    { name: 'words of a command', code: `${base}HEALTHCHECK CMD a b c\n` },
    { name: 'what takes all the rest', code: `${base}WORKDIR /a b\n` },
  ],
  invalid: [
    {
      code: 'FROM debian:trixie-slim build\n',
      findings: [
        {
          message: 'from',
          at: 'build',
          severity: 'error',
          offers: [{ title: 'Remove it', output: 'FROM debian:trixie-slim\n' }],
        },
      ],
      output: null,
    },
    {
      name: 'a comment that is none',
      code: 'FROM debian:trixie-slim AS build # the builder\nRUN a\n',
      findings: [
        {
          message: 'from',
          at: '# the builder',
          offers: [{ title: 'Remove it', output: 'FROM debian:trixie-slim AS build\nRUN a\n' }],
        },
      ],
      output: null,
    },
    {
      name: 'something else than AS',
      code: 'FROM debian:trixie-slim IN build\n',
      findings: [
        {
          message: 'from',
          at: 'IN build',
          offers: [{ title: 'Remove it', output: 'FROM debian:trixie-slim\n' }],
        },
      ],
      output: null,
    },
    {
      name: 'after NONE',
      code: `${base}HEALTHCHECK NONE CMD a\n`,
      findings: [
        {
          message: 'none',
          at: 'CMD a',
          offers: [{ title: 'Remove it', output: `${base}HEALTHCHECK NONE\n` }],
        },
      ],
      output: null,
    },
  ],
});
