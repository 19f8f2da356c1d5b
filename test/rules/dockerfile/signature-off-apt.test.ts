import { signatureOffApt } from '../../../server/src/rules/dockerfile/transport/signature-off-apt';
import { ruleTester } from '../../support/rule-tester';

ruleTester(signatureOffApt, {
  valid: [
    'FROM debian:13\nRUN apt-get update && apt-get install -y --no-install-recommends curl=8.14.1-2\n',
    {
      name: 'taken back',
      code: 'FROM debian:13\nRUN apt-get install -y --allow-unauthenticated=no -o APT::Get::AllowUnauthenticated=false curl\n',
    },
    {
      name: 'packages on the image itself',
      code: 'FROM debian:13\nRUN echo "deb [trusted=yes] file:/packages ./" > /etc/apt/sources.list.d/own.list\nCOPY <<EOF /etc/apt/sources.list.d/own.sources\nTypes: deb\nURIs: file:/packages\nSuites: ./\nTrusted: yes\nEOF\n',
    },
    {
      name: 'signed by a key',
      code: 'FROM debian:13\nRUN echo "deb [signed-by=/etc/apt/keyrings/example.gpg] https://apt.example.com stable main" > /etc/apt/sources.list.d/example.list\n',
    },
    {
      name: 'a test of the shell',
      code: 'FROM debian:13\nRUN if [ "$trusted" = yes ] || [ trusted=yes ]; then id; fi\n',
    },
    {
      name: 'comments of a configuration file',
      code: 'FROM debian:13\nCOPY <<EOF /etc/apt/sources.list.d/a.list\n# deb [trusted=yes] https://apt.example.com ./\nEOF\n',
    },
    {
      name: 'other programs, other options',
      code: 'FROM debian:13\nRUN rpm --force-yes && apt-get install -y -o Dpkg::Use-Pty=0 curl\n',
    },
    {
      name: 'a variable that may hold anything',
      code: 'FROM debian:13\nARG OPTIONS\nRUN apt-get install -y $OPTIONS curl && echo "deb [$OPTIONS] https://apt.example.com ./" > a.list\n',
    },
  ],
  invalid: [
    {
      code: 'FROM debian:13\nRUN apt-get install -y --no-install-recommends --allow-unauthenticated curl\n',
      findings: [
        {
          message:
            '--allow-unauthenticated makes apt-get install packages without checking who signed them, so whoever can change a mirror can change the image. Remove it, and import the key that the packages are signed with.',
          at: '--allow-unauthenticated',
          offers: [
            {
              title: 'Remove --allow-unauthenticated',
              output: 'FROM debian:13\nRUN apt-get install -y --no-install-recommends curl\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'across lines, in a builder',
      code: 'FROM debian:13 AS build\nRUN apt-get update && apt-get install -y --no-install-recommends \\\n    --force-yes \\\n    curl\nFROM scratch\nUSER 65532\n',
      findings: [
        {
          message: 'base',
          at: '--force-yes',
          offers: [
            {
              title: 'Remove --force-yes',
              output:
                'FROM debian:13 AS build\nRUN apt-get update && apt-get install -y --no-install-recommends \\\n    curl\nFROM scratch\nUSER 65532\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'an option',
      code: 'FROM debian:13\nRUN apt install -y -o APT::Get::AllowUnauthenticated=true --no-install-recommends curl\n',
      findings: [
        {
          message: 'base',
          at: '-o APT::Get::AllowUnauthenticated=true',
          offers: [
            {
              title: 'Remove -o APT::Get::AllowUnauthenticated=true',
              output: 'FROM debian:13\nRUN apt install -y --no-install-recommends curl\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'updates',
      code: 'FROM debian:13\nRUN apt-get -oAcquire::AllowInsecureRepositories=1 update && apt-get update --allow-insecure-repositories\n',
      findings: [
        {
          message: 'base',
          at: '-oAcquire::AllowInsecureRepositories=1',
          offers: [
            {
              title: 'Remove -o Acquire::AllowInsecureRepositories=1',
              output: 'FROM debian:13\nRUN apt-get update && apt-get update --allow-insecure-repositories\n',
            },
          ],
        },
        {
          message: 'base',
          at: '--allow-insecure-repositories',
          offers: [
            {
              title: 'Remove --allow-insecure-repositories',
              output:
                'FROM debian:13\nRUN apt-get -oAcquire::AllowInsecureRepositories=1 update && apt-get update\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a source',
      code: 'FROM debian:13\nRUN echo "deb [trusted=yes] https://apt.example.com stable main" > /etc/apt/sources.list.d/example.list\n',
      findings: [
        {
          message:
            'trusted=yes makes apt install packages without checking who signed them, so whoever can change a mirror can change the image. Remove it, and import the key that the packages are signed with.',
          at: 'trusted=yes',
          offers: [
            {
              title: 'Remove trusted=yes',
              output:
                'FROM debian:13\nRUN echo "deb https://apt.example.com stable main" > /etc/apt/sources.list.d/example.list\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a source with other options',
      code: 'FROM debian:13\nRUN echo "deb [arch=amd64 trusted=yes] https://apt.example.com ./" > a.list && \\\n    echo "deb [ trusted=yes arch=amd64 ] https://apt.example.com ./" > b.list && \\\n    echo "deb-src [arch=amd64 trusted=yes lang=en] https://apt.example.com ./" > c.list\n',
      findings: [
        {
          message: 'base',
          at: 'trusted=yes',
          line: 1,
          offers: [
            {
              title: 'Remove trusted=yes',
              output:
                'FROM debian:13\nRUN echo "deb [arch=amd64] https://apt.example.com ./" > a.list && \\\n    echo "deb [ trusted=yes arch=amd64 ] https://apt.example.com ./" > b.list && \\\n    echo "deb-src [arch=amd64 trusted=yes lang=en] https://apt.example.com ./" > c.list\n',
            },
          ],
        },
        {
          message: 'base',
          at: 'trusted=yes',
          line: 2,
          offers: [
            {
              title: 'Remove trusted=yes',
              output:
                'FROM debian:13\nRUN echo "deb [arch=amd64 trusted=yes] https://apt.example.com ./" > a.list && \\\n    echo "deb [ arch=amd64 ] https://apt.example.com ./" > b.list && \\\n    echo "deb-src [arch=amd64 trusted=yes lang=en] https://apt.example.com ./" > c.list\n',
            },
          ],
        },
        {
          message: 'base',
          at: 'trusted=yes',
          line: 3,
          offers: [
            {
              title: 'Remove trusted=yes',
              output:
                'FROM debian:13\nRUN echo "deb [arch=amd64 trusted=yes] https://apt.example.com ./" > a.list && \\\n    echo "deb [ trusted=yes arch=amd64 ] https://apt.example.com ./" > b.list && \\\n    echo "deb-src [arch=amd64 lang=en] https://apt.example.com ./" > c.list\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a source that sed makes so',
      code: "FROM debian:13\nRUN sed -i 's/^deb /deb [trusted=yes] /' /etc/apt/sources.list\n",
      findings: [
        {
          message: 'base',
          at: 'trusted=yes',
          offers: [
            {
              title: 'Remove trusted=yes',
              output: "FROM debian:13\nRUN sed -i 's/^deb /deb /' /etc/apt/sources.list\n",
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a stanza',
      code: 'FROM debian:13\nCOPY <<EOF /etc/apt/sources.list.d/example.sources\nTypes: deb\nURIs: https://apt.example.com\nSuites: stable\nTrusted: yes\nEOF\n',
      findings: [
        {
          message: 'base',
          at: 'Trusted: yes',
          offers: [
            {
              title: 'Remove the line',
              output:
                'FROM debian:13\nCOPY <<EOF /etc/apt/sources.list.d/example.sources\nTypes: deb\nURIs: https://apt.example.com\nSuites: stable\nEOF\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a stanza by printf',
      code: "FROM debian:13\nRUN printf 'Types: deb\\nURIs: https://apt.example.com\\nTrusted: yes\\n' > a.sources\n",
      findings: [{ message: 'base', at: 'Trusted: yes' }],
      output: null,
    },
    {
      name: 'a configuration file',
      code: 'FROM debian:13\nRUN echo \'APT::Get::AllowUnauthenticated "true";\' > /etc/apt/apt.conf.d/99unsigned\n',
      findings: [
        {
          message: 'base',
          at: 'APT::Get::AllowUnauthenticated "true"',
          offers: [
            {
              title: 'Change the value to false',
              output:
                'FROM debian:13\nRUN echo \'APT::Get::AllowUnauthenticated "false";\' > /etc/apt/apt.conf.d/99unsigned\n',
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
