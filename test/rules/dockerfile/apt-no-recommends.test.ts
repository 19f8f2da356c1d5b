import { aptNoRecommends } from '../../../server/src/rules/dockerfile/packages/apt-no-recommends';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim AS build\n';
const title = 'Add --no-install-recommends';

ruleTester(aptNoRecommends, {
  valid: [
    `${base}RUN apt-get install -y --no-install-recommends curl\n`,
    `${base}RUN apt-get install -y -o APT::Install-Recommends=false curl\nRUN apt-get -o APT::Install-Recommends=0 install -y x\n`,
    { name: 'asked for', code: `${base}RUN apt-get install -y --install-recommends texlive\n` },
    {
      name: 'the configuration says so',
      code: `${base}RUN printf 'APT::Install-Recommends "0";\\n' > /etc/apt/apt.conf.d/01\nRUN apt-get install -y curl\n`,
    },
    {
      name: 'the configuration in a heredoc of the same RUN',
      code: `${base}RUN <<EOF\necho 'APT::Install-Recommends "false";' | tee /etc/apt/apt.conf.d/01\napt-get install -y curl\nEOF\n`,
    },
    {
      name: 'a configuration that is not known',
      code: `${base}ARG CONF\nENV APT_CONFIG=$CONF\nRUN apt-get install -y curl\n`,
    },
    `${base}RUN apt-get install -y -f\nRUN apt-get upgrade -y\nRUN apk add curl\n`,
  ],
  invalid: [
    {
      code: `${base}RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n`,
      findings: [
        {
          message: 'base',
          at: 'apt-get install',
          offers: [
            {
              title,
              output: `${base}RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'the subcommand behind flags, over several lines',
      code: `${base}RUN apt-get -y -q install \\\n    # tools\n    curl=8.* \\\n    git\n`,
      findings: [
        {
          message: 'base',
          at: 'install',
          offers: [
            {
              title,
              output: `${base}RUN apt-get -y -q install --no-install-recommends \\\n    # tools\n    curl=8.* \\\n    git\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'in a heredoc, with a flag that takes a value',
      code: `${base}RUN <<EOF\napt install -y -t trixie-backports curl\nEOF\n`,
      findings: [
        {
          message: 'base',
          at: 'apt install',
          offers: [
            {
              title,
              output: `${base}RUN <<EOF\napt install -y --no-install-recommends -t trixie-backports curl\nEOF\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'switched on by hand where the configuration switches it off for another program',
      code: `${base}RUN echo APT::Install-Recommends\nRUN sudo apt-get install -y ./local.deb $EXTRA\n`,
      findings: [
        {
          message: 'base',
          at: 'apt-get install',
          offers: [
            {
              title,
              output: `${base}RUN echo APT::Install-Recommends\nRUN sudo apt-get install -y --no-install-recommends ./local.deb $EXTRA\n`,
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
