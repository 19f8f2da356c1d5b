import { tlsOffGit } from '../../../server/src/rules/dockerfile/transport/tls-off-git';
import { ruleTester } from '../../support/rule-tester';

ruleTester(tlsOffGit, {
  valid: [
    'FROM debian:13\nRUN git config --global http.sslVerify true && git clone https://example.com/a.git\n',
    {
      name: 'taken back',
      code: 'FROM debian:13\nRUN git config --global --unset http.sslVerify && git config --get http.sslVerify\n',
    },
    {
      name: 'an argument that has no value yet',
      code: 'FROM debian:13\nARG GIT_SSL_NO_VERIFY\nRUN git clone https://example.com/a.git\n',
    },
    {
      name: 'a variable without a value',
      code: 'FROM debian:13\nARG VERIFY\nRUN git -c http.sslVerify=$VERIFY clone https://example.com/a.git\n',
    },
    {
      name: 'a private authority',
      code: 'FROM debian:13\nRUN git -c http.sslCAInfo=/etc/ssl/ca.pem clone https://example.com/a.git\n',
    },
    {
      name: 'a comment of a configuration file',
      code: 'FROM debian:13\nCOPY <<EOF /etc/gitconfig\n[http]\n# sslVerify = false\nEOF\n',
    },
    {
      name: 'unset for one command',
      code: 'FROM debian:13\nRUN env -u GIT_SSL_NO_VERIFY git clone https://example.com/a.git\n',
    },
  ],
  invalid: [
    {
      code: 'FROM debian:13\nRUN git config --global http.sslVerify false && git clone https://example.com/a.git\n',
      findings: [
        {
          message:
            'http.sslVerify false makes git accept any certificate, so whoever sits on the network path can swap what it downloads. Remove it; where the certificate is from a private authority, add that authority to the image instead.',
          at: 'http.sslVerify false',
          offers: [
            {
              title: 'Set http.sslVerify to true',
              output:
                'FROM debian:13\nRUN git config --global http.sslVerify true && git clone https://example.com/a.git\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'for one command',
      code: 'FROM debian:13 AS build\nRUN git -c http.sslVerify=false clone https://example.com/a.git\nFROM scratch\nUSER 65532\n',
      findings: [
        {
          message: 'base',
          at: '-c http.sslVerify=false',
          offers: [
            {
              title: 'Remove -c http.sslVerify=false',
              output:
                'FROM debian:13 AS build\nRUN git clone https://example.com/a.git\nFROM scratch\nUSER 65532\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'for one clone, one server',
      code: 'FROM debian:13\nRUN git clone --config http.https://example.com/.sslverify=0 https://example.com/a.git\n',
      findings: [
        {
          message: 'base',
          at: '--config http.https://example.com/.sslverify=0',
          offers: [
            {
              title: 'Remove --config http.https://example.com/.sslverify=0',
              output: 'FROM debian:13\nRUN git clone https://example.com/a.git\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'one server, its name in quotes',
      code: 'FROM debian:13\nRUN git config --system http."https://example.com".sslVerify "false"\n',
      findings: [
        {
          message: 'base',
          at: 'http."https://example.com".sslVerify "false"',
          offers: [
            {
              title: 'Set http.https://example.com.sslVerify to true',
              output: 'FROM debian:13\nRUN git config --system http."https://example.com".sslVerify true\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'git only asks whether the variable is set',
      code: 'FROM debian:13\nENV GIT_SSL_NO_VERIFY=false\nRUN GIT_SSL_NO_VERIFY= git fetch\n',
      findings: [
        {
          message:
            'GIT_SSL_NO_VERIFY=false makes git accept any certificate, so whoever sits on the network path can swap what it downloads. Remove it; where the certificate is from a private authority, add that authority to the image instead.',
          at: 'GIT_SSL_NO_VERIFY=false',
          offers: [
            {
              title: 'Remove GIT_SSL_NO_VERIFY',
              output: 'FROM debian:13\nRUN GIT_SSL_NO_VERIFY= git fetch\n',
            },
          ],
        },
        {
          message:
            'GIT_SSL_NO_VERIFY= makes git accept any certificate, so whoever sits on the network path can swap what it downloads. Remove it; where the certificate is from a private authority, add that authority to the image instead.',
          at: 'GIT_SSL_NO_VERIFY=',
          line: 2,
          offers: [
            {
              title: 'Remove GIT_SSL_NO_VERIFY',
              output: 'FROM debian:13\nENV GIT_SSL_NO_VERIFY=false\nRUN git fetch\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'exported in a heredoc',
      code: 'FROM debian:13\nRUN <<EOF\nexport GIT_SSL_NO_VERIFY=1\ngit clone https://example.com/a.git\nEOF\n',
      findings: [{ message: 'base', at: 'GIT_SSL_NO_VERIFY=1' }],
      output: null,
    },
    {
      name: 'configuration files',
      code: 'FROM debian:13\nRUN printf \'[http]\\n\\tsslVerify = false\\n\' >> /etc/gitconfig\nCOPY <<EOF /root/.gitconfig\n[user]\n  name = ci\n[http "https://example.com"]\n  proxy = x\n  sslverify=no\nEOF\n',
      findings: [
        {
          message: 'base',
          at: 'sslVerify = false',
          offers: [
            {
              title: 'Change the value to true',
              output:
                'FROM debian:13\nRUN printf \'[http]\\n\\tsslVerify = true\\n\' >> /etc/gitconfig\nCOPY <<EOF /root/.gitconfig\n[user]\n  name = ci\n[http "https://example.com"]\n  proxy = x\n  sslverify=no\nEOF\n',
            },
          ],
        },
        {
          message: 'base',
          at: 'sslverify=no',
          offers: [
            {
              title: 'Change the value to true',
              output:
                'FROM debian:13\nRUN printf \'[http]\\n\\tsslVerify = false\\n\' >> /etc/gitconfig\nCOPY <<EOF /root/.gitconfig\n[user]\n  name = ci\n[http "https://example.com"]\n  proxy = x\n  sslverify=true\nEOF\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'across lines',
      code: 'FROM debian:13\nRUN git \\\n    -c http.sslVerify=false \\\n    clone https://example.com/a.git\n',
      findings: [
        {
          message: 'base',
          at: '-c http.sslVerify=false',
          offers: [
            {
              title: 'Remove -c http.sslVerify=false',
              output: 'FROM debian:13\nRUN git \\\n    clone https://example.com/a.git\n',
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
