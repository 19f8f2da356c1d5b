import { dnfClean } from '../../../server/src/rules/dockerfile/packages/dnf-clean';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM fedora:44\n';
const install = 'dnf install -y curl';
const clean = 'dnf clean all';

ruleTester(dnfClean, {
  valid: [
    `${base}RUN ${install} && dnf clean all\n`,
    `${base}RUN ${install} && rm -rf /var/cache/dnf\n`,
    `${base}RUN ${install} && rm -rf /var/cache/dnf/* /tmp/*\n`,
    `${base}RUN ${install} \\\n    && rm -rf /var/cache/*\n`,
    {
      name: 'a builder',
      code: `${base.trimEnd()} AS build\nRUN ${install}\nFROM scratch\nCOPY --from=build /a /a\n`,
    },
    {
      name: 'a cache mount',
      code: `${base}RUN --mount=type=cache,target=/var/cache/dnf,sharing=locked ${install}\n`,
    },
    { name: 'a tmpfs mount around', code: `${base}RUN --mount=type=tmpfs,target=/var/cache ${install}\n` },
    {
      name: 'a mount that a variable places',
      code: `${base}ARG DIR\nRUN --mount=type=cache,target=$DIR ${install}\n`,
    },
    { name: 'a heredoc', code: `${base}RUN <<EOF\nset -e\n${install}\n${clean}\nEOF\n` },
    { name: 'brings nothing', code: `${base}RUN dnf search curl\n` },
  ],
  invalid: [
    {
      code: `${base}RUN ${install}\n`,
      findings: [
        {
          message:
            'dnf keeps what it downloads in /var/cache/dnf, and the layer ships it. End this RUN with dnf clean all.',
          at: 'dnf install',
          severity: 'info',
        },
      ],
      output: `${base}RUN ${install} && ${clean}\n`,
    },
    {
      name: 'cleaned too early, over lines',
      code: `${base}RUN ${clean} \\\n    && ${install}\nRUN ${clean}\n`,
      findings: [{ message: 'base', at: 'dnf install' }],
      output: `${base}RUN ${clean} \\\n    && ${install} \\\n    && ${clean}\nRUN ${clean}\n`,
    },
    {
      name: 'a heredoc that stops on errors',
      code: `${base}RUN <<EOF\nset -e\n${install}\nEOF\n`,
      findings: [{ message: 'base', at: 'dnf install' }],
      output: `${base}RUN <<EOF\nset -e\n${install}\n${clean}\nEOF\n`,
    },
    {
      name: 'a stage that the last one stands on, in a branch',
      code: `${base.trimEnd()} AS base\nRUN if true; then ${install}; fi\nFROM base\nUSER 1000\n`,
      findings: [{ message: 'base', at: 'dnf install' }],
      output: null,
    },
    {
      name: 'a mount of something else',
      code: `${base}RUN --mount=type=secret,id=a ${install}\n`,
      findings: [{ message: 'base', at: 'dnf install' }],
      output: `${base}RUN --mount=type=secret,id=a ${install} && ${clean}\n`,
    },
    {
      name: 'microdnf',
      code: 'FROM registry.access.redhat.com/ubi9/ubi-minimal:9.6\nRUN microdnf install -y curl\n',
      findings: [{ message: 'base', at: 'microdnf install' }],
      output:
        'FROM registry.access.redhat.com/ubi9/ubi-minimal:9.6\nRUN microdnf install -y curl && microdnf clean all\n',
    },
  ],
});
