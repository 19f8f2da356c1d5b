import { tlsOffWget } from '../../../server/src/rules/dockerfile/transport/tls-off-wget';
import { ruleTester } from '../../support/rule-tester';

ruleTester(tlsOffWget, {
  valid: [
    'FROM debian:13\nRUN wget -qO- https://example.com\n',
    {
      name: 'a server on the machine itself',
      code: 'FROM alpine:3.22\nRUN wget --no-check-certificate -qO- https://localhost:8443/\n',
    },
    {
      name: 'a health check',
      code: 'FROM alpine:3.22\nHEALTHCHECK CMD wget --no-check-certificate -qO- https://app:8443/\n',
    },
    {
      name: 'a comment of a configuration file',
      code: 'FROM debian:13\nCOPY <<EOF /etc/wgetrc\n# check_certificate = off\nEOF\n',
    },
    {
      name: 'only looked for',
      code: "FROM debian:13\nRUN ! grep -q 'check_certificate = off' /etc/wgetrc\n",
    },
    {
      name: 'taken out of a file',
      code: "FROM debian:13\nRUN sed -i '/check_certificate=off/d' /etc/wgetrc && sed -i 's/check_certificate=off//' ~/.wgetrc\n",
    },
    {
      name: 'a variable that may hold anything',
      code: 'FROM debian:13\nARG FLAGS\nRUN wget $FLAGS https://example.com\n',
    },
  ],
  invalid: [
    {
      code: 'FROM debian:13\nRUN wget --no-check-certificate -q https://example.com/app\n',
      findings: [
        {
          message:
            '--no-check-certificate makes wget accept any certificate, so whoever sits on the network path can swap what it downloads. Remove it; where the certificate is from a private authority, add that authority to the image instead.',
          at: '--no-check-certificate',
          offers: [
            {
              title: 'Remove --no-check-certificate',
              output: 'FROM debian:13\nRUN wget -q https://example.com/app\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'the last of its lines',
      code: 'FROM debian:13 AS build\nRUN wget https://example.com/app \\\n    # the certificate has run out\n    --no-check-certificate\nFROM scratch\nCOPY --from=build app /\nUSER 65532\n',
      findings: [
        {
          message: 'base',
          at: '--no-check-certificate',
          offers: [
            {
              title: 'Remove --no-check-certificate',
              output:
                'FROM debian:13 AS build\nRUN wget https://example.com/app\n    # the certificate has run out\nFROM scratch\nCOPY --from=build app /\nUSER 65532\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'both clients',
      code: 'FROM debian:13\nRUN wget2 --no-check-certificate https://example.com || /usr/bin/wget https://example.com --no-check-certificate\n',
      findings: [
        {
          message: 'base',
          at: '--no-check-certificate',
          line: 1,
          offers: [
            {
              title: 'Remove --no-check-certificate',
              output:
                'FROM debian:13\nRUN wget2 https://example.com || /usr/bin/wget https://example.com --no-check-certificate\n',
            },
          ],
        },
        {
          message: 'base',
          at: '--no-check-certificate',
          line: 1,
          offers: [
            {
              title: 'Remove --no-check-certificate',
              output:
                'FROM debian:13\nRUN wget2 --no-check-certificate https://example.com || /usr/bin/wget https://example.com\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a configuration file',
      code: 'FROM debian:13\nRUN echo "check_certificate = off" >> ~/.wgetrc && wget https://example.com\n',
      findings: [
        {
          message: 'base',
          at: 'check_certificate = off',
          offers: [
            {
              title: 'Change the value to on',
              output:
                'FROM debian:13\nRUN echo "check_certificate = on" >> ~/.wgetrc && wget https://example.com\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a heredoc of RUN',
      code: 'FROM debian:13\nRUN <<EOF\nif true; then\n  wget --no-check-certificate https://example.com\nfi\nEOF\n',
      findings: [
        {
          message: 'base',
          at: '--no-check-certificate',
          offers: [
            {
              title: 'Remove --no-check-certificate',
              output: 'FROM debian:13\nRUN <<EOF\nif true; then\n  wget https://example.com\nfi\nEOF\n',
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
