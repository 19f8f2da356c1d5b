import { tlsOffCurl } from '../../../server/src/rules/dockerfile/transport/tls-off-curl';
import { ruleTester } from '../../support/rule-tester';

ruleTester(tlsOffCurl, {
  valid: [
    'FROM debian:13\nRUN curl -fsSL https://example.com/app -o /usr/bin/app\n',
    {
      name: 'the value of another flag',
      code: 'FROM debian:13\nRUN curl -okey.gpg -Hkeep:1 https://example.com/key.gpg\n',
    },
    {
      name: 'a server on the machine itself',
      code: 'FROM debian:13\nRUN app & curl -k https://localhost:8443/ready && curl -k 127.0.0.1:8443\n',
    },
    {
      name: 'a health check speaks to the container itself',
      code: 'FROM debian:13\nHEALTHCHECK CMD curl -kf https://app.internal/ || exit 1\n',
    },
    {
      name: 'comments',
      code: 'FROM debian:13\n# curl -k https://example.com\nRUN apt-get update && \\\n    # curl --insecure https://example.com\n    id\n',
    },
    {
      name: 'other programs',
      code: 'FROM debian:13\nRUN grep -k x && tar -xkf a.tar && echo "curl -k https://example.com"\n',
    },
    { name: 'the program is a variable', code: 'FROM debian:13\nARG GET\nRUN $GET -k https://example.com\n' },
    {
      name: 'words after the end of flags',
      code: 'FROM debian:13\nRUN curl https://example.com -- --insecure\n',
    },
    {
      name: 'text that nobody runs',
      code: 'FROM debian:13\nCOPY <<EOF /usr/share/doc/readme\ncurl -k https://example.com\nEOF\n',
    },
  ],
  invalid: [
    {
      code: 'FROM debian:13\nRUN curl -k https://example.com/install.sh -o install.sh\n',
      findings: [
        {
          message:
            '-k makes curl accept any certificate, so whoever sits on the network path can swap what it downloads. Remove it; where the certificate is from a private authority, add that authority to the image instead.',
          at: '-k',
          offers: [
            {
              title: 'Remove -k',
              output: 'FROM debian:13\nRUN curl https://example.com/install.sh -o install.sh\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a builder too, in a cluster',
      code: 'FROM golang:1.26 AS build\nRUN curl -fsSLk https://example.com/a.tar.gz | tar -xz\nFROM debian:13\nUSER app\n',
      findings: [
        {
          message: 'base',
          at: '-fsSLk',
          offers: [
            {
              title: 'Remove -k',
              output:
                'FROM golang:1.26 AS build\nRUN curl -fsSL https://example.com/a.tar.gz | tar -xz\nFROM debian:13\nUSER app\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a continuation line of its own',
      code: 'FROM debian:13\nRUN curl -fsSL \\\n    --insecure \\\n    https://example.com\n',
      findings: [
        {
          message: 'base',
          at: '--insecure',
          offers: [
            {
              title: 'Remove --insecure',
              output: 'FROM debian:13\nRUN curl -fsSL \\\n    https://example.com\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'the letter before one with a value',
      code: 'FROM debian:13\nRUN curl -ko app https://example.com\n',
      findings: [
        {
          message: 'base',
          at: '-ko',
          offers: [{ title: 'Remove -k', output: 'FROM debian:13\nRUN curl -o app https://example.com\n' }],
        },
      ],
      output: null,
    },
    {
      name: 'a heredoc',
      code: 'FROM debian:13\nRUN <<EOF\nset -e\ncurl --proxy-insecure https://example.com\nEOF\n',
      findings: [
        {
          message: 'base',
          at: '--proxy-insecure',
          offers: [
            {
              title: 'Remove --proxy-insecure',
              output: 'FROM debian:13\nRUN <<EOF\nset -e\ncurl https://example.com\nEOF\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a script in quotes',
      code: "FROM debian:13\nRUN sh -c 'cd /tmp && curl -k https://example.com'\n",
      findings: [
        {
          message: 'base',
          at: '-k',
          offers: [
            {
              title: 'Remove -k',
              output: "FROM debian:13\nRUN sh -c 'cd /tmp && curl https://example.com'\n",
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a script with escapes',
      code: 'FROM debian:13\nRUN bash -c "curl -k \\"https://example.com\\""\n',
      findings: [
        {
          message: 'base',
          at: '-k',
          offers: [
            {
              title: 'Remove -k',
              output: 'FROM debian:13\nRUN bash -c "curl \\"https://example.com\\""\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a script out of several strings cannot be edited',
      code: `FROM debian:13\nRUN bash -c "curl -k "'https://example.com'\n`,
      findings: [{ message: 'base', at: `"curl -k "'https://example.com'` }],
      output: null,
    },
    {
      name: 'a variable for the address',
      code: 'FROM debian:13\nARG URL\nRUN curl --insecure "$URL"\n',
      findings: [
        {
          message: 'base',
          at: '--insecure',
          offers: [{ title: 'Remove --insecure', output: 'FROM debian:13\nARG URL\nRUN curl "$URL"\n' }],
        },
      ],
      output: null,
    },
    {
      name: 'JSON form',
      code: 'FROM debian:13\nRUN ["curl", "-k", "https://example.com"]\n',
      findings: [{ message: 'base', at: '"-k"' }],
      output: null,
    },
    {
      name: 'what starts, and what others build',
      code: 'FROM debian:13\nONBUILD RUN curl -k https://example.com\nCMD curl -k https://example.com\n',
      findings: [
        {
          message: 'base',
          at: '-k',
          line: 1,
          offers: [
            {
              title: 'Remove -k',
              output:
                'FROM debian:13\nONBUILD RUN curl https://example.com\nCMD curl -k https://example.com\n',
            },
          ],
        },
        {
          message: 'base',
          at: '-k',
          line: 2,
          offers: [
            {
              title: 'Remove -k',
              output:
                'FROM debian:13\nONBUILD RUN curl -k https://example.com\nCMD curl https://example.com\n',
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
