import { exposeInvalid } from '../../../server/src/rules/dockerfile/network/expose-invalid';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim AS build\n';

ruleTester(exposeInvalid, {
  valid: [
    `${base}EXPOSE 80 443/tcp 53/udp 9/SCTP\nEXPOSE 8000-8010/tcp 65535\n`,
    { name: 'a variable', code: `${base}ARG PORT\nEXPOSE $PORT \${PORT}/tcp 80\${PORT}\n` },
    { name: 'in quotes', code: `${base}EXPOSE "80"\n` },
    { name: 'a heredoc', code: `${base}COPY <<EOF /a\nEXPOSE x\nEOF\n` },
    { name: 'nothing', code: `${base}EXPOSE\n` },
  ],
  invalid: [
    {
      code: `${base}EXPOSE 80 80000/tcp\n`,
      findings: [{ message: 'high', at: '80000/tcp', severity: 'error' }],
      output: null,
    },
    {
      name: 'a mapping, with an address',
      code: `${base}EXPOSE 8080:80/tcp\nEXPOSE 127.0.0.1:8080:80\n`,
      findings: [
        {
          message: 'mapping',
          at: '8080:80/tcp',
          severity: 'warning',
          offers: [
            {
              title: 'Change to 80/tcp',
              output: `${base}EXPOSE 80/tcp\nEXPOSE 127.0.0.1:8080:80\n`,
            },
          ],
        },
        {
          message: 'mapping',
          at: '127.0.0.1:8080:80',
          offers: [{ title: 'Change to 80', output: `${base}EXPOSE 8080:80/tcp\nEXPOSE 80\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'a protocol',
      code: `${base}EXPOSE 80/tpc 443/https\n`,
      findings: [
        {
          message: 'protocol',
          at: '80/tpc',
          offers: [{ title: 'Change to 80/tcp', output: `${base}EXPOSE 80/tcp 443/https\n` }],
        },
        {
          message: 'protocol',
          at: '443/https',
          offers: [{ title: 'Change to 443/tcp', output: `${base}EXPOSE 80/tpc 443/tcp\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'a range that goes down, words',
      code: `${base}EXPOSE 90-80/udp http 80-x\n`,
      findings: [
        {
          message: 'backwards',
          at: '90-80/udp',
          offers: [{ title: 'Change to 80-90/udp', output: `${base}EXPOSE 80-90/udp http 80-x\n` }],
        },
        {
          message: '"http" is no port, so the build stops here. EXPOSE takes numbers from 1 to 65535.',
          at: 'http',
        },
        { message: 'word', at: '80-x' },
      ],
      output: null,
    },
  ],
});
