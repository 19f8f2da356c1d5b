import { cleartextHttp } from '../../../server/src/rules/dockerfile/transport/cleartext-http';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim AS build\n';
const title = 'Change to https';

ruleTester(cleartextHttp, {
  valid: [
    `${base}RUN curl -fsSLO https://example.com/a\nADD https://example.com/a /a\n`,
    {
      name: 'the machine itself',
      code: `${base}RUN curl http://localhost:8080/ && wget http://127.0.0.1/a\n`,
    },
    {
      name: 'a neighbour',
      code: `${base}RUN curl -O http://mirror/a && pip install -i http://10.0.0.1/simple --no-cache-dir a\n`,
    },
    { name: 'a health check', code: `${base}HEALTHCHECK CMD curl http://example.com/\n` },
    {
      name: 'a variable',
      code: `${base}ARG HOST\nRUN curl -O http://\${HOST}/a\nENV PIP_INDEX_URL=http://$HOST/simple\n`,
    },
    {
      name: 'signed packages',
      code: `${base}RUN echo "deb http://deb.debian.org/debian trixie main" > /etc/apt/sources.list\n`,
    },
    {
      name: 'apk',
      code: 'FROM alpine:3.22\nRUN apk add --no-cache --repository http://dl-cdn.alpinelinux.org/alpine/edge/main curl\n',
    },
    {
      name: 'compared with a checksum',
      code: `${base}RUN curl -fsSLo /a http://example.com/a && echo "x  /a" | sha256sum -c\n`,
    },
    {
      name: 'an ADD with a checksum',
      code: `${base}ADD --checksum=sha256:${'a'.repeat(64)} http://example.com/a /a\n`,
    },
    {
      name: 'a name, not an address',
      code: `${base}RUN xmllint --schema http://www.w3.org/2001/XMLSchema a\nLABEL url="http://example.com"\n`,
    },
    {
      name: 'a proxy, a header',
      code: `${base}RUN curl -x http://proxy.example.com:3128 -H "Referer: http://example.com" -fsSLO https://example.com/a\n`,
    },
  ],
  invalid: [
    {
      code: `${base}RUN curl -fsSL http://example.com/a -o /a\n`,
      findings: [
        {
          message:
            'What comes from example.com over http can be read and changed by whoever sits on the network path.',
          at: 'http://example.com/a',
          severity: 'warning',
          offers: [{ title, output: `${base}RUN curl -fsSL https://example.com/a -o /a\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'ADD, git, in quotes',
      code: `${base}ADD "http://example.com/a" /a\nRUN git clone "http://example.com/a.git"\n`,
      findings: [
        {
          message: 'download',
          at: '"http://example.com/a"',
          offers: [
            {
              title,
              output: `${base}ADD "https://example.com/a" /a\nRUN git clone "http://example.com/a.git"\n`,
            },
          ],
        },
        {
          message: 'download',
          at: '"http://example.com/a.git"',
          offers: [
            {
              title,
              output: `${base}ADD "http://example.com/a" /a\nRUN git clone "https://example.com/a.git"\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'package indexes by flags and settings',
      code: `${base}RUN pip install --no-cache-dir --index-url=http://pypi.example.com/simple a \\\n    && npm config set registry http://npm.example.com\n`,
      findings: [
        {
          message: 'index',
          at: 'http://pypi.example.com/simple',
          offers: [
            {
              title,
              output: `${base}RUN pip install --no-cache-dir --index-url=https://pypi.example.com/simple a \\\n    && npm config set registry http://npm.example.com\n`,
            },
          ],
        },
        {
          message: 'index',
          at: 'http://npm.example.com',
          offers: [
            {
              title,
              output: `${base}RUN pip install --no-cache-dir --index-url=http://pypi.example.com/simple a \\\n    && npm config set registry https://npm.example.com\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'package indexes by variables, in a heredoc',
      code: `${base}ENV A=1 PIP_INDEX_URL=http://user@pypi.example.com/simple\nRUN <<EOF\nwget -q HTTP://example.com/a\nEOF\n`,
      findings: [
        {
          message:
            'Packages come from pypi.example.com over http, so whoever sits on the network path can swap them.',
          at: 'http://user@pypi.example.com/simple',
          offers: [
            {
              title,
              output: `${base}ENV A=1 PIP_INDEX_URL=https://user@pypi.example.com/simple\nRUN <<EOF\nwget -q HTTP://example.com/a\nEOF\n`,
            },
          ],
        },
        {
          message: 'download',
          at: 'HTTP://example.com/a',
          offers: [
            {
              title,
              output: `${base}ENV A=1 PIP_INDEX_URL=http://user@pypi.example.com/simple\nRUN <<EOF\nwget -q https://example.com/a\nEOF\n`,
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
