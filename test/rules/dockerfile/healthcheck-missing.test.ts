import { healthcheckMissing } from '../../../server/src/rules/dockerfile/command/healthcheck-missing';
import { ruleTester } from '../../support/rule-tester';

const check = 'HEALTHCHECK CMD ["app", "--health"]\n';
const start = 'CMD ["app"]\n';

ruleTester(healthcheckMissing, {
  valid: [
    `FROM debian:trixie-slim\n${check}${start}`,
    { name: 'inherited', code: `FROM debian:trixie-slim AS base\n${check}FROM base\n${start}` },
    { name: 'none, on purpose', code: `FROM debian:trixie-slim\nHEALTHCHECK NONE\n${start}` },
    { name: 'an image of which nothing is known', code: `FROM example.com/a:1\n${start}` },
    { name: 'no shell to check with', code: `FROM scratch\n${start}` },
    { name: 'starts nothing', code: 'FROM debian:trixie-slim\nRUN true\n' },
    {
      name: 'a builder',
      code: `FROM debian:trixie-slim AS build\n${start}FROM scratch\nCOPY --from=build /a /a\n`,
    },
  ],
  invalid: [
    {
      code: `FROM debian:trixie-slim\n${start}`,
      findings: [{ message: 'base', at: 'debian:trixie-slim', severity: 'info' }],
      output: null,
    },
    {
      name: 'a check of the builder only',
      code: `FROM debian:trixie-slim AS build\n${check}FROM alpine:3.22\nENTRYPOINT ["app"]\n`,
      findings: [{ message: 'base', at: 'alpine:3.22' }],
      output: null,
    },
    {
      name: 'a trigger is for others',
      code: `FROM debian:trixie-slim\nONBUILD ${check}${start}`,
      findings: [{ message: 'base', at: 'debian:trixie-slim' }],
      output: null,
    },
    {
      name: 'what a Compose file builds',
      code: `FROM debian:trixie-slim AS web\n${start}FROM alpine:3.22\n${check}${start}`,
      around: { targets: ['web'] },
      findings: [{ message: 'base', at: 'debian:trixie-slim' }],
      output: null,
    },
    {
      name: 'two shipped stages, one on the other: once',
      code: 'FROM debian:13 AS app\nCMD ["app"]\nFROM app AS tools\nRUN make tools\n',
      around: { targets: ['app'] },
      findings: [{ message: 'base', at: 'debian:13' }],
      output: null,
    },
  ],
});
