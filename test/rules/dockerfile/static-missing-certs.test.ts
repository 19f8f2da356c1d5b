import { staticMissingCerts } from '../../../server/src/rules/dockerfile/linking/static-missing-certs';
import { ruleTester } from '../../support/rule-tester';

const build = 'FROM golang:1.26 AS build\nRUN CGO_ENABLED=0 go build -o /out/app .\n\n';
const final = (lines = ''): string =>
  `FROM scratch\nUSER 65532\nENV API=https://api.example.com/v1\n${lines}COPY --from=build /out/app /app\nENTRYPOINT ["/app"]\n`;
const certificates = 'COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/\n';

ruleTester(staticMissingCerts, {
  valid: [
    `${build}${final(certificates)}`,
    { name: 'from the context', code: `${build}${final('COPY certs /tls\n')}` },
    { name: 'perhaps with a root file system', code: `${build}${final('COPY rootfs /\n')}` },
    { name: 'nothing says that it calls others', code: `${build}${final().replace('https', 'http')}` },
    {
      name: 'an address that a variable holds',
      code: `${build}${final().replace('https://api.example.com/v1', '$API_URL')}`,
    },
    { name: 'itself', code: `${build}${final().replace('api.example.com', 'localhost:8443')}` },
    {
      name: 'an image that has them',
      code: `${build}${final().replace('FROM scratch', 'FROM dhi.io/static:20250419-debian13')}`,
    },
    {
      name: 'a builder',
      code: `${build}${final().replace('scratch', 'scratch AS mid')}FROM alpine:3.22\nUSER 65532\nCOPY --from=mid /app /app\n`,
    },
  ],
  invalid: [
    {
      code: `${build}${final()}`,
      findings: [
        {
          message: 'base',
          at: 'scratch',
          offers: [
            {
              title: 'Start from dhi.io/static:20250419-debian13',
              output: `${build}${final().replace('FROM scratch', 'FROM dhi.io/static:20250419-debian13')}`,
            },
            {
              title: 'Copy the certificates from the builder',
              output: `${build}${final(certificates)}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'an address among the arguments; a builder of which nobody knows whether it has them',
      code: `${build.replace('golang:1.26', 'example.com/go')}FROM scratch\nUSER 65532\nCOPY --from=build /out/app /app\nENTRYPOINT ["/app", "--broker", "amqps://mq.example.com"]\n`,
      findings: [
        {
          message: 'base',
          at: 'scratch',
          offers: [
            {
              title: 'Start from dhi.io/static:20250419-debian13',
              output: `${build.replace('golang:1.26', 'example.com/go')}FROM dhi.io/static:20250419-debian13\nUSER 65532\nCOPY --from=build /out/app /app\nENTRYPOINT ["/app", "--broker", "amqps://mq.example.com"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'by the variable of a stage below; a program that needs glibc',
      code: 'FROM debian:trixie AS build\nRUN gcc main.c -o /app\nFROM scratch AS base\nENV MQ=wss://mq.example.com\nFROM base\nUSER 65532\nCOPY --from=build /app /app\n',
      findings: [{ message: 'base', at: 'base' }],
      output: null,
    },
    {
      name: 'in shell form of the program itself; certificates by an update in the builder',
      code: `FROM alpine:3.22 AS build\nRUN update-ca-certificates && gcc -static main.c -o /app\n\nFROM scratch\nUSER 65532\nCOPY --from=build /app /app\nCMD ["/app", "https://api.example.com"]\n`,
      findings: [
        {
          message: 'base',
          at: 'scratch',
          offers: [
            {
              title: 'Start from dhi.io/static:20250419-debian13',
              output: `FROM alpine:3.22 AS build\nRUN update-ca-certificates && gcc -static main.c -o /app\n\nFROM dhi.io/static:20250419-debian13\nUSER 65532\nCOPY --from=build /app /app\nCMD ["/app", "https://api.example.com"]\n`,
            },
            {
              title: 'Copy the certificates from the builder',
              output: `FROM alpine:3.22 AS build\nRUN update-ca-certificates && gcc -static main.c -o /app\n\nFROM scratch\nUSER 65532\nCOPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/\nCOPY --from=build /app /app\nCMD ["/app", "https://api.example.com"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
