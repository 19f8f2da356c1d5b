import { zypperAssumeYes } from '../../../server/src/rules/dockerfile/packages/zypper-assume-yes';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM opensuse/leap:15.6\n';

ruleTester(zypperAssumeYes, {
  valid: [
    `${base}RUN zypper -n in curl && zypper clean\nRUN zypper --non-interactive install curl && zypper clean\n`,
    `${base}RUN zypper install -y curl && zypper clean\nRUN zypper in --no-confirm curl && zypper clean\n`,
    { name: 'does not ask', code: `${base}RUN zypper refresh && zypper search curl\n` },
    { name: 'answered', code: `${base}RUN yes | zypper in curl && zypper clean\n` },
    {
      name: 'flags in a variable',
      code: `${base}ARG ZYPPER_OPTS\nRUN zypper $ZYPPER_OPTS in curl && zypper clean\n`,
    },
  ],
  invalid: [
    {
      code: `${base}RUN zypper install curl && zypper clean\n`,
      findings: [{ message: 'base', at: 'zypper install', severity: 'error' }],
      output: `${base}RUN zypper install -y curl && zypper clean\n`,
    },
    {
      name: 'in a builder, behind a flag',
      code: `${base.trimEnd()} AS build\nRUN zypper --no-refresh in \\\n    curl\nFROM scratch\nCOPY --from=build /a /a\n`,
      findings: [{ message: 'base', at: 'in' }],
      output: `${base.trimEnd()} AS build\nRUN zypper --no-refresh in -y \\\n    curl\nFROM scratch\nCOPY --from=build /a /a\n`,
    },
    {
      name: 'a heredoc',
      code: `${base}RUN <<EOF\nset -e\nzypper dup\nzypper rm vim\nzypper clean\nEOF\n`,
      findings: [
        { message: 'base', at: 'zypper dup' },
        { message: 'base', at: 'zypper rm' },
      ],
      output: `${base}RUN <<EOF\nset -e\nzypper dup -y\nzypper rm -y vim\nzypper clean\nEOF\n`,
    },
    {
      name: 'in a chain, refreshed before',
      code: `${base}RUN zypper ref && zypper patch && zypper cc\n`,
      findings: [{ message: 'base', at: 'zypper patch' }],
      output: `${base}RUN zypper ref && zypper patch -y && zypper cc\n`,
    },
  ],
});
