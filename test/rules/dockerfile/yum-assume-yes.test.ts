import { yumAssumeYes } from '../../../server/src/rules/dockerfile/packages/yum-assume-yes';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM registry.access.redhat.com/ubi9/ubi:9.6\n';
const clean = '&& yum clean all';

ruleTester(yumAssumeYes, {
  valid: [
    `${base}RUN yum install -y curl ${clean}\nRUN yum -y install curl ${clean}\nRUN yum --assumeyes install curl ${clean}\n`,
    `${base}RUN yum -qy update ${clean}\n`,
    { name: 'does not ask', code: `${base}RUN yum makecache && yum list installed ${clean}\n` },
    { name: 'answered', code: `${base}RUN yes | yum install curl ${clean}\n` },
    {
      name: 'a setting',
      code: `${base}RUN echo assumeyes=1 >> /etc/yum.conf\nRUN yum install curl ${clean}\n`,
    },
    {
      name: 'a setting of a stage below',
      code: `${base.trimEnd()} AS base\nCOPY yum.conf /etc/yum.conf\nFROM base\nRUN yum install curl ${clean}\n`,
    },
    { name: 'a flag for one call', code: `${base}RUN yum --setopt=assumeyes=1 install curl ${clean}\n` },
    { name: 'flags in a variable', code: `${base}ARG OPTS\nRUN yum $OPTS install curl ${clean}\n` },
    { name: 'another program', code: `${base}RUN echo yum install curl\n` },
  ],
  invalid: [
    {
      code: `${base}RUN yum install curl ${clean}\n`,
      findings: [
        {
          message:
            'yum install asks whether to continue. Nobody can answer in a build, so it stops here: -y says yes.',
          at: 'yum install',
          severity: 'error',
        },
      ],
      output: `${base}RUN yum install -y curl ${clean}\n`,
    },
    {
      name: 'in a builder, over lines',
      code: `${base.trimEnd()} AS build\nRUN yum -q install \\\n    curl\nFROM scratch\nCOPY --from=build /a /a\n`,
      findings: [{ message: 'base', at: 'install' }],
      output: `${base.trimEnd()} AS build\nRUN yum -q install -y \\\n    curl\nFROM scratch\nCOPY --from=build /a /a\n`,
    },
    {
      name: 'a heredoc',
      code: `${base}RUN <<EOF\nset -e\nyum update\nyum remove vim\nyum clean all\nEOF\n`,
      findings: [
        { message: 'base', at: 'yum update' },
        { message: 'base', at: 'yum remove' },
      ],
      output: `${base}RUN <<EOF\nset -e\nyum update -y\nyum remove -y vim\nyum clean all\nEOF\n`,
    },
    {
      name: 'in a branch, by sudo',
      code: `${base}RUN if true; then sudo yum install curl; fi ${clean}\n`,
      findings: [{ message: 'base', at: 'yum install' }],
      output: `${base}RUN if true; then sudo yum install -y curl; fi ${clean}\n`,
    },
  ],
});
