import { dnfAssumeYes } from '../../../server/src/rules/dockerfile/packages/dnf-assume-yes';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM fedora:44\n';
const clean = '&& dnf clean all';

ruleTester(dnfAssumeYes, {
  valid: [
    `${base}RUN dnf install -y curl ${clean}\nRUN dnf -y install curl ${clean}\nRUN dnf --assumeyes install curl ${clean}\n`,
    `${base}RUN dnf -qy update ${clean}\n`,
    { name: 'does not ask', code: `${base}RUN dnf makecache && dnf list installed ${clean}\n` },
    { name: 'answered', code: `${base}RUN yes | dnf install curl ${clean}\n` },
    {
      name: 'a setting',
      code: `${base}RUN echo assumeyes=1 >> /etc/dnf.conf\nRUN dnf install curl ${clean}\n`,
    },
    {
      name: 'a setting of a stage below',
      code: `${base.trimEnd()} AS base\nCOPY dnf.conf /etc/dnf.conf\nFROM base\nRUN dnf install curl ${clean}\n`,
    },
    { name: 'a flag for one call', code: `${base}RUN dnf --setopt=assumeyes=1 install curl ${clean}\n` },
    { name: 'flags in a variable', code: `${base}ARG OPTS\nRUN dnf $OPTS install curl ${clean}\n` },
    { name: 'another program', code: `${base}RUN echo dnf install curl\n` },
  ],
  invalid: [
    {
      code: `${base}RUN dnf install curl ${clean}\n`,
      findings: [
        {
          message:
            'dnf install asks whether to continue. Nobody can answer in a build, so it stops here: -y says yes.',
          at: 'dnf install',
          severity: 'error',
        },
      ],
      output: `${base}RUN dnf install -y curl ${clean}\n`,
    },
    {
      name: 'in a builder, over lines',
      code: `${base.trimEnd()} AS build\nRUN dnf -q install \\\n    curl\nFROM scratch\nCOPY --from=build /a /a\n`,
      findings: [{ message: 'base', at: 'install' }],
      output: `${base.trimEnd()} AS build\nRUN dnf -q install -y \\\n    curl\nFROM scratch\nCOPY --from=build /a /a\n`,
    },
    {
      name: 'a heredoc',
      code: `${base}RUN <<EOF\nset -e\ndnf update\ndnf remove vim\ndnf clean all\nEOF\n`,
      findings: [
        { message: 'base', at: 'dnf update' },
        { message: 'base', at: 'dnf remove' },
      ],
      output: `${base}RUN <<EOF\nset -e\ndnf update -y\ndnf remove -y vim\ndnf clean all\nEOF\n`,
    },
    {
      name: 'in a branch, by sudo',
      code: `${base}RUN if true; then sudo dnf install curl; fi ${clean}\n`,
      findings: [{ message: 'base', at: 'dnf install' }],
      output: `${base}RUN if true; then sudo dnf install -y curl; fi ${clean}\n`,
    },
    {
      name: 'microdnf, which asks in some releases',
      code: 'FROM registry.access.redhat.com/ubi9/ubi-minimal:9.6\nRUN microdnf install curl && microdnf clean all\n',
      findings: [{ message: 'some', at: 'microdnf install', severity: 'info' }],
      output:
        'FROM registry.access.redhat.com/ubi9/ubi-minimal:9.6\nRUN microdnf install -y curl && microdnf clean all\n',
    },
  ],
});
