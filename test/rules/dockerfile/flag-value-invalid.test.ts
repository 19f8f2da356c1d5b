import { flagValueInvalid } from '../../../server/src/rules/dockerfile/syntax/flag-value-invalid';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim AS build\n';

ruleTester(flagValueInvalid, {
  valid: [
    `${base}COPY --link --parents=false --chown=1 a /a\n`,
    `${base}HEALTHCHECK --interval=1m30s --timeout=500ms --start-period=0s --retries=0 CMD a\n`,
    `${base}HEALTHCHECK --interval=1.5h --timeout=0 CMD a\n`,
    { name: 'a variable', code: `${base}ARG U\nCOPY --chown=$U a /a\n` },
    { name: 'words of the command', code: `${base}HEALTHCHECK CMD a --timeout=5\n` },
    {
      name: 'a frontend of its own',
      code: `# syntax=example.com/frontend:1\n${base}COPY --link=maybe a /a\n`,
    },
  ],
  invalid: [
    {
      code: `${base}HEALTHCHECK --timeout=5 CMD a\n`,
      findings: [
        {
          message: 'unit',
          at: '5',
          severity: 'error',
          offers: [{ title: 'Change to 5s', output: `${base}HEALTHCHECK --timeout=5s CMD a\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'no times',
      code: `${base}HEALTHCHECK --interval=1d --timeout=10us --start-period=soon --retries=few CMD a\n`,
      findings: [
        { message: 'duration', at: '1d' },
        { message: 'duration', at: '10us' },
        { message: 'duration', at: 'soon' },
        { message: 'count', at: 'few' },
      ],
      output: null,
    },
    {
      name: 'neither true nor false',
      code: `${base}COPY --link=yes a /a\n`,
      findings: [{ message: 'boolean', at: 'yes' }],
      output: null,
    },
    {
      name: 'nothing at all, in a trigger',
      code: `${base}COPY --chown a /a\nONBUILD COPY --chown= a /a\n`,
      findings: [
        { message: 'missing', at: '--chown' },
        { message: 'missing', at: '--chown=' },
      ],
      output: null,
    },
  ],
});
