import { dhiTlsCertificatesRedundant } from '../../../server/src/rules/dockerfile/hardened-build/dhi-tls-certificates-redundant';
import { ruleTester } from '../../support/rule-tester';

const dev = 'FROM dhi.io/golang:1.26-debian13-dev AS b\n';
const end = 'FROM dhi.io/static:20250419-debian13\nCOPY --from=b /a /a\nENTRYPOINT ["/a"]\n';

ruleTester(dhiTlsCertificatesRedundant, {
  valid: [
    `${dev}RUN apt-get update && apt-get install -y --no-install-recommends git\n${end}`,
    {
      name: 'no hardened image',
      code: 'FROM debian:13-slim\nRUN apt-get update && apt-get install -y ca-certificates\n',
    },
    {
      name: 'authorities of their own',
      code: `${dev}COPY acme.crt /usr/local/share/ca-certificates/\nRUN apt-get update && apt-get install -y ca-certificates && update-ca-certificates\nFROM dhi.io/static:20250419-debian13\nCOPY --from=b /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/\nENTRYPOINT ["/a"]\n`,
    },
    {
      name: 'a bundle of the context',
      code: 'FROM dhi.io/static:20250419-debian13\nCOPY ca-certificates.crt /etc/ssl/certs/\nENTRYPOINT ["/a"]\n',
    },
    {
      name: 'to a place of the program',
      code: `${dev}FROM dhi.io/static:20250419-debian13\nCOPY --from=b /etc/ssl/certs/ca-certificates.crt /app/ca.crt\nENTRYPOINT ["/a"]\n`,
    },
    {
      name: 'scratch has none',
      code: `${dev}FROM scratch\nCOPY --from=b /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/\n`,
    },
    { name: 'a variable without a value', code: 'ARG I\nFROM $I\nRUN apk add --no-cache ca-certificates\n' },
    {
      name: 'a heredoc, and a package that is called alike',
      code: `${dev}RUN <<EOF\ncat /ca-certificates\napt-get install -y ca-certificates-java\nEOF\n${end}`,
    },
  ],
  invalid: [
    {
      code: `${dev}RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates git && rm -rf /var/lib/apt/lists/*\n${end}`,
      findings: [
        {
          message:
            'Hardened images have the certificates of the usual authorities, so this package adds nothing.',
          at: 'ca-certificates',
          severity: 'hint',
          offers: [
            {
              title: 'Leave out ca-certificates',
              output: `${dev}RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*\n${end}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'nothing else is installed',
      code: `${dev}WORKDIR /src\nRUN apt-get update \\\n    && apt-get install -y ca-certificates \\\n    && rm -rf /var/lib/apt/lists/*\n${end}`,
      findings: [
        {
          message: 'package',
          at: 'ca-certificates',
          offers: [{ title: 'Remove this RUN', output: `${dev}WORKDIR /src\n${end}` }],
        },
      ],
      output: null,
    },
    {
      name: 'nothing else is installed, but more is done',
      code: 'FROM dhi.io/golang:1.26-alpine3.24-dev AS b\nRUN apk add --no-cache ca-certificates && mkdir /x\nFROM dhi.io/static:20250419-debian13\nCOPY --from=b /a /a\nENTRYPOINT ["/a"]\n',
      findings: [{ message: 'package', at: 'ca-certificates' }],
      output: null,
    },
    {
      name: 'the bundle of a stage and of an image',
      code: `${dev}FROM dhi.io/static:20250419-debian13\nCOPY --from=b /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/\nCOPY --from=alpine:3.22 /etc/ssl/certs /etc/ssl/certs\nCOPY --from=b /a /a\nENTRYPOINT ["/a"]\n`,
      findings: [
        {
          message: 'copy',
          at: '/etc/ssl/certs/ca-certificates.crt',
          offers: [
            {
              title: 'Remove this COPY',
              output: `${dev}FROM dhi.io/static:20250419-debian13\nCOPY --from=alpine:3.22 /etc/ssl/certs /etc/ssl/certs\nCOPY --from=b /a /a\nENTRYPOINT ["/a"]\n`,
            },
          ],
        },
        {
          message: 'copy',
          at: '/etc/ssl/certs',
          line: 3,
          offers: [
            {
              title: 'Remove this COPY',
              output: `${dev}FROM dhi.io/static:20250419-debian13\nCOPY --from=b /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/\nCOPY --from=b /a /a\nENTRYPOINT ["/a"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
