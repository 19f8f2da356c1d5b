import { packageUpgrade } from '../../../server/src/rules/dockerfile/packages/package-upgrade';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim\n';
const install = 'apt-get install -y --no-install-recommends curl';
const clean = 'rm -rf /var/lib/apt/lists/*';
const title = 'Remove the upgrade';

ruleTester(packageUpgrade, {
  valid: [
    `${base}RUN apt-get update && ${install} && ${clean}\n`,
    {
      name: 'a builder',
      code: `${base.trimEnd()} AS build\nRUN apt-get update && apt-get upgrade -y && ${clean}\nFROM scratch\nCOPY --from=build /a /a\n`,
    },
    { name: 'one package', code: 'FROM fedora:44\nRUN dnf update -y openssl && dnf clean all\n' },
    {
      name: 'what mends faults',
      code: 'FROM fedora:44\nRUN dnf upgrade -y --security && dnf upgrade-minimal -y && dnf clean all\n',
    },
    { name: "a language's packages", code: 'FROM node:24\nRUN npm update && npm cache clean --force\n' },
    { name: 'tells only', code: `${base}RUN apt-get -s upgrade\n` },
    {
      name: 'packages of a variable',
      code: 'FROM amazonlinux:2\nARG P\nRUN yum update -y $P && yum clean all\n',
    },
  ],
  invalid: [
    {
      code: `${base}RUN apt-get update && apt-get upgrade -y && ${install} && ${clean}\n`,
      findings: [
        {
          message: 'base',
          at: 'apt-get upgrade',
          severity: 'info',
          offers: [{ title, output: `${base}RUN apt-get update && ${install} && ${clean}\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'over lines that begin with &&',
      code: `${base}RUN apt-get update \\\n    && apt-get dist-upgrade -y \\\n    && ${install} \\\n    && ${clean}\n`,
      findings: [
        {
          message: 'base',
          at: 'apt-get dist-upgrade',
          offers: [
            { title, output: `${base}RUN apt-get update \\\n    && ${install} \\\n    && ${clean}\n` },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'over lines that end with &&; the last of a chain',
      code: 'FROM alpine:3.22\nRUN apk upgrade --no-cache && \\\n    apk add --no-cache curl\nRUN apk add --no-cache git && \\\n    apk upgrade --no-cache\n',
      findings: [
        {
          message: 'base',
          at: 'apk upgrade',
          line: 1,
          offers: [
            {
              title,
              output:
                'FROM alpine:3.22\nRUN apk add --no-cache curl\nRUN apk add --no-cache git && \\\n    apk upgrade --no-cache\n',
            },
          ],
        },
        {
          message: 'base',
          at: 'apk upgrade',
          line: 4,
          offers: [
            {
              title,
              output:
                'FROM alpine:3.22\nRUN apk upgrade --no-cache && \\\n    apk add --no-cache curl\nRUN apk add --no-cache git\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'all that the RUN does',
      code: `${base}RUN apt-get update && apt-get -y upgrade && ${clean}\nCOPY a /a\n`,
      findings: [
        {
          message: 'base',
          at: 'upgrade',
          offers: [{ title: 'Remove this RUN', output: `${base}COPY a /a\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'in a heredoc, and in a branch',
      code: `FROM fedora:44\nRUN <<EOF\nset -e\ndnf install -y curl\ndnf upgrade -y\ndnf clean all\nEOF\nRUN if true; then dnf install -y git; dnf -y update; fi && dnf clean all\n`,
      findings: [
        {
          message: 'base',
          at: 'dnf upgrade',
          offers: [
            {
              title,
              output: `FROM fedora:44\nRUN <<EOF\nset -e\ndnf install -y curl\ndnf clean all\nEOF\nRUN if true; then dnf install -y git; dnf -y update; fi && dnf clean all\n`,
            },
          ],
        },
        { message: 'base', at: 'update' },
      ],
      output: null,
    },
    {
      name: 'a comment beside it, and lists that a later RUN works from',
      code: `${base}RUN apt-get update \\\n    # all of it\n    && apt-get upgrade -y \\\n    # a tool\n    && ${install}\nRUN apt-get update && apt-get -y upgrade\nRUN ${install} && ${clean}\n`,
      findings: [
        { message: 'base', at: 'apt-get upgrade' },
        { message: 'base', at: 'upgrade', line: 6 },
      ],
      output: null,
    },
  ],
});
