import { aptCli } from '../../../server/src/rules/dockerfile/packages/apt-cli';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim AS build\n';
const clean = 'rm -rf /var/lib/apt/lists/*';

ruleTester(aptCli, {
  valid: [
    `${base}RUN apt-get update && apt-get install -y --no-install-recommends curl && ${clean}\n`,
    { name: 'has no twin', code: `${base}RUN apt list --installed\n` },
    {
      name: 'another program',
      code: `${base}RUN echo apt install curl && ls /etc/apt && aptitude search curl\n`,
    },
    { name: 'no subcommand', code: `${base}RUN apt --version\nRUN command -v apt\n` },
    { name: 'a heredoc that is a file', code: `${base}COPY <<EOF /a.sh\napt install curl\nEOF\n` },
  ],
  invalid: [
    {
      code: `${base}RUN apt update && apt install -y --no-install-recommends curl && ${clean}\n`,
      findings: [
        { message: 'base', at: 'apt', severity: 'hint' },
        { message: 'base', at: 'apt' },
      ],
      output: `${base}RUN apt-get update && apt-get install -y --no-install-recommends curl && ${clean}\n`,
    },
    {
      name: 'apt-cache',
      code: `${base}RUN apt show curl \\\n    && /usr/bin/apt policy curl\n`,
      findings: [
        { message: 'base', at: 'apt' },
        { message: 'base', at: '/usr/bin/apt' },
      ],
      output: `${base}RUN apt-cache show curl \\\n    && /usr/bin/apt-cache policy curl\n`,
    },
    {
      name: 'other words',
      code: `${base}RUN apt -y upgrade && apt full-upgrade -y\n`,
      findings: [
        { message: 'base', at: 'apt', line: 1 },
        { message: 'base', at: 'apt', line: 1 },
      ],
      output: `${base}RUN apt-get -y upgrade --with-new-pkgs && apt-get dist-upgrade -y\n`,
    },
    {
      name: 'a heredoc, a branch, sudo',
      code: `${base}RUN <<EOF\nif true; then sudo apt autoremove -y; fi\nEOF\n`,
      findings: [{ message: 'base', at: 'apt' }],
      output: `${base}RUN <<EOF\nif true; then sudo apt-get autoremove -y; fi\nEOF\n`,
    },
  ],
});
