import { aptAssumeYes } from '../../../server/src/rules/dockerfile/packages/apt-assume-yes';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim AS build\n';

ruleTester(aptAssumeYes, {
  valid: [
    `${base}RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n`,
    `${base}RUN apt-get -qqy install curl\nRUN apt-get install --yes curl\nRUN apt install --assume-yes curl\n`,
    {
      name: 'quiet level two implies yes',
      code: `${base}RUN apt-get -qq install a\nRUN apt-get -q=2 install a\nRUN apt-get -q -q install a\n`,
    },
    `${base}RUN apt-get -o APT::Get::Assume-Yes=true install curl\nRUN apt-get install -oapt::get::assume-yes=1 curl\n`,
    {
      name: 'a pipe answers',
      code: `${base}RUN yes | apt-get install curl\nRUN apt-get install curl < /answers\n`,
    },
    {
      name: 'the configuration says so, in a stage below',
      code: `${base}RUN echo 'APT::Get::Assume-Yes "true";' > /etc/apt/apt.conf.d/90yes\nFROM build\nRUN apt-get install curl\n`,
    },
    {
      name: 'the configuration in a heredoc, or copied and unknown',
      code: `${base}COPY <<EOF /etc/apt/apt.conf.d/90yes\nAPT::Get::Assume-Yes "1";\nEOF\nRUN apt-get install curl\nFROM debian:trixie\nCOPY conf/ /etc/apt/apt.conf.d/\nRUN apt-get install curl\n`,
    },
    {
      name: 'a variable may hold the flag',
      code: `${base}ARG APT_FLAGS\nRUN apt-get install $APT_FLAGS curl\n`,
    },
    `${base}RUN apt-get update\nRUN apt-get clean && apt-cache policy x && apt-get --simulate install x\n`,
    `${base}RUN echo apt-get install curl\nRUN ["apt-get", "install", "curl"]\n`,
  ],
  invalid: [
    {
      code: `${base}RUN apt-get install curl\n`,
      findings: [{ message: 'base', at: 'apt-get install' }],
      output: `${base}RUN apt-get install -y curl\n`,
    },
    {
      name: 'one q is not enough, and DEBIAN_FRONTEND answers other questions',
      code: `${base}ENV DEBIAN_FRONTEND=noninteractive\nRUN apt-get update && \\\n    # tools\n    apt-get -q install --no-install-recommends \\\n    curl\n`,
      findings: [{ message: 'base', at: 'install' }],
      output: `${base}ENV DEBIAN_FRONTEND=noninteractive\nRUN apt-get update && \\\n    # tools\n    apt-get -q install -y --no-install-recommends \\\n    curl\n`,
    },
    {
      name: 'in a heredoc, in a branch, in a nested shell, with wrappers',
      code: `${base}RUN <<EOF\nif true; then\n    apt-get upgrade\nfi\nEOF\nRUN sh -c 'apt-get remove gcc'\nRUN time env A=b apt dist-upgrade\n`,
      findings: [
        { message: 'base', at: 'apt-get upgrade' },
        { message: 'base', at: 'apt-get remove' },
        { message: 'base', at: 'apt dist-upgrade' },
      ],
      output: `${base}RUN <<EOF\nif true; then\n    apt-get upgrade -y\nfi\nEOF\nRUN sh -c 'apt-get remove -y gcc'\nRUN time env A=b apt dist-upgrade -y\n`,
    },
    {
      name: 'in a script inside quotes with backslashes',
      code: `${base}RUN sh -c "echo \\"a\\" && apt-get install curl"\n`,
      findings: [{ message: 'base', at: 'apt-get install' }],
      output: `${base}RUN sh -c "echo \\"a\\" && apt-get install -y curl"\n`,
    },
    {
      name: 'in a script out of several strings no edit can be made',
      code: `${base}RUN sh -c "apt-get install "'curl'\n`,
      findings: [{ message: 'base', at: `"apt-get install "'curl'` }],
      output: null,
    },
    {
      name: 'switched off by hand, and in a trigger',
      code: `${base}RUN apt-get -o APT::Get::Assume-Yes=false install a\nONBUILD RUN apt-get install b\n`,
      findings: [
        { message: 'base', at: 'install', line: 1 },
        { message: 'base', at: 'apt-get install' },
      ],
      output: `${base}RUN apt-get -o APT::Get::Assume-Yes=false install -y a\nONBUILD RUN apt-get install -y b\n`,
    },
  ],
});
