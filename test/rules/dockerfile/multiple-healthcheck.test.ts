import { multipleHealthcheck } from '../../../server/src/rules/dockerfile/command/multiple-healthcheck';
import { ruleTester } from '../../support/rule-tester';

ruleTester(multipleHealthcheck, {
  valid: [
    'FROM alpine:3.22\nHEALTHCHECK NONE\n',
    'FROM alpine:3.22\nHEALTHCHECK --interval=5m CMD ["/app", "health"]\nCMD ["/app"]\n',
    {
      name: 'one in each stage',
      code: 'FROM alpine:3.22 AS one\nHEALTHCHECK CMD ["a"]\nFROM one\nHEALTHCHECK NONE\n',
    },
    { name: 'a trigger', code: 'FROM alpine:3.22\nONBUILD HEALTHCHECK NONE\nHEALTHCHECK CMD ["a"]\n' },
  ],
  invalid: [
    {
      code: 'FROM alpine:3.22\nHEALTHCHECK CMD ["a"]\nHEALTHCHECK CMD ["b"]\n',
      findings: [{ message: 'base', at: 'HEALTHCHECK', line: 1 }],
      output: 'FROM alpine:3.22\nHEALTHCHECK CMD ["b"]\n',
    },
    {
      name: 'NONE counts as one',
      code: 'FROM alpine:3.22\nHEALTHCHECK NONE\nCMD ["x"]\nHEALTHCHECK CMD ["b"]\n',
      findings: [{ message: 'base', at: 'HEALTHCHECK', line: 1 }],
      output: 'FROM alpine:3.22\nCMD ["x"]\nHEALTHCHECK CMD ["b"]\n',
    },
    {
      name: 'over several lines',
      code: 'FROM alpine:3.22\nHEALTHCHECK --interval=30s \\\n    CMD ["a"]\nHEALTHCHECK CMD ["b"]\n',
      findings: [{ message: 'base', at: 'HEALTHCHECK', line: 1 }],
      output: 'FROM alpine:3.22\nHEALTHCHECK CMD ["b"]\n',
    },
    {
      name: 'a comment inside would go too, so it is an offer',
      code: 'FROM alpine:3.22\nHEALTHCHECK --interval=30s \\\n    # quick\n    CMD ["a"]\nHEALTHCHECK CMD ["b"]\n',
      findings: [
        {
          message: 'base',
          at: 'HEALTHCHECK',
          line: 1,
          offers: [{ title: 'Remove this HEALTHCHECK', output: 'FROM alpine:3.22\nHEALTHCHECK CMD ["b"]\n' }],
        },
      ],
      output: null,
    },
  ],
});
