import { zypperClean } from '../../../server/src/rules/dockerfile/packages/zypper-clean';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM opensuse/leap:15.6\n';
const install = 'zypper -n install curl';
const clean = 'zypper clean --all';

ruleTester(zypperClean, {
  valid: [
    `${base}RUN ${install} && zypper clean\n`,
    `${base}RUN ${install} && rm -rf /var/cache/zypp\n`,
    `${base}RUN ${install} && rm -rf /var/cache/zypp/* /tmp/*\n`,
    `${base}RUN ${install} \\\n    && rm -rf /var/cache/*\n`,
    {
      name: 'a builder',
      code: `${base.trimEnd()} AS build\nRUN ${install}\nFROM scratch\nCOPY --from=build /a /a\n`,
    },
    {
      name: 'a cache mount',
      code: `${base}RUN --mount=type=cache,target=/var/cache/zypp,sharing=locked ${install}\n`,
    },
    { name: 'a tmpfs mount around', code: `${base}RUN --mount=type=tmpfs,target=/var/cache ${install}\n` },
    {
      name: 'a mount that a variable places',
      code: `${base}ARG DIR\nRUN --mount=type=cache,target=$DIR ${install}\n`,
    },
    { name: 'a heredoc', code: `${base}RUN <<EOF\nset -e\n${install}\n${clean}\nEOF\n` },
    { name: 'brings nothing', code: `${base}RUN zypper search curl\n` },
  ],
  invalid: [
    {
      code: `${base}RUN ${install}\n`,
      findings: [
        {
          message:
            'zypper keeps what it downloads in /var/cache/zypp, and the layer ships it. End this RUN with zypper clean --all.',
          at: 'install',
          severity: 'info',
        },
      ],
      output: `${base}RUN ${install} && ${clean}\n`,
    },
    {
      name: 'cleaned too early, over lines',
      code: `${base}RUN ${clean} \\\n    && ${install}\nRUN ${clean}\n`,
      findings: [{ message: 'base', at: 'install' }],
      output: `${base}RUN ${clean} \\\n    && ${install} \\\n    && ${clean}\nRUN ${clean}\n`,
    },
    {
      name: 'a heredoc that stops on errors',
      code: `${base}RUN <<EOF\nset -e\n${install}\nEOF\n`,
      findings: [{ message: 'base', at: 'install' }],
      output: `${base}RUN <<EOF\nset -e\n${install}\n${clean}\nEOF\n`,
    },
    {
      name: 'a stage that the last one stands on, in a branch',
      code: `${base.trimEnd()} AS base\nRUN if true; then ${install}; fi\nFROM base\nUSER 1000\n`,
      findings: [{ message: 'base', at: 'install' }],
      output: null,
    },
    {
      name: 'a mount of something else',
      code: `${base}RUN --mount=type=secret,id=a ${install}\n`,
      findings: [{ message: 'base', at: 'install' }],
      output: `${base}RUN --mount=type=secret,id=a ${install} && ${clean}\n`,
    },
  ],
});
