import { exposeAdminPort } from '../../../server/src/rules/dockerfile/network/expose-admin-port';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim\n';

ruleTester(exposeAdminPort, {
  valid: [
    `${base}EXPOSE 80 2222 8022/tcp\n`,
    { name: 'another protocol', code: `${base}EXPOSE 22/udp\n` },
    { name: 'a range around it', code: `${base}EXPOSE 20-30\n` },
    { name: 'a variable', code: `${base}ARG PORT\nEXPOSE $PORT\n` },
    {
      name: 'a builder',
      code: `${base.trimEnd()} AS build\nEXPOSE 22\nFROM scratch\nCOPY --from=build /a /a\n`,
    },
  ],
  invalid: [
    {
      code: `${base}EXPOSE 22\n`,
      findings: [{ message: 'base', at: '22', severity: 'warning' }],
      output: null,
    },
    {
      name: 'among others',
      code: `${base}EXPOSE 80 23/tcp\n`,
      findings: [
        {
          message:
            'Port 23 is that of Telnet, by which people log in. A container is looked after from outside: `docker exec` needs no server in it.',
          at: '23/tcp',
        },
      ],
      output: null,
    },
    {
      name: 'in a stage that the last one stands on',
      code: `${base.trimEnd()} AS base\nEXPOSE 3389\nFROM base\nUSER 1000\n`,
      findings: [{ message: 'base', at: '3389' }],
      output: null,
    },
    {
      name: 'as a trigger',
      code: `${base}ONBUILD EXPOSE 22/TCP\n`,
      findings: [{ message: 'base', at: '22/TCP' }],
      output: null,
    },
  ],
});
