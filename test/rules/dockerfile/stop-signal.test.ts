import { stopSignal } from '../../../server/src/rules/dockerfile/command/stop-signal';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim\n';
const start = 'CMD ["nginx", "-g", "daemon off;"]\n';

ruleTester(stopSignal, {
  valid: [
    `${base}STOPSIGNAL SIGQUIT\n${start}`,
    { name: 'in a stage below', code: `${base.trimEnd()} AS base\nSTOPSIGNAL SIGQUIT\nFROM base\n${start}` },
    { name: 'an image that sets it itself', code: `FROM nginx:1.29\n${start}` },
    { name: 'an image of which nothing is known', code: `FROM example.com/nginx:1\n${start}` },
    { name: 'another server', code: `${base}CMD ["redis-server"]\n` },
    { name: 'a shell, which keeps the signal', code: `${base}CMD nginx -g "daemon off;"\n` },
    {
      name: 'a script, which starts it in its own way',
      code: `${base}ENTRYPOINT ["/entrypoint.sh"]\n${start}`,
    },
    { name: "BusyBox's init", code: 'FROM alpine:3.22\nCMD ["/sbin/init"]\n' },
    {
      name: 'a builder',
      code: `${base.trimEnd()} AS build\n${start}FROM scratch\nCOPY --from=build /a /a\n`,
    },
  ],
  invalid: [
    {
      code: `${base}${start}`,
      findings: [
        {
          message: 'base',
          at: '"nginx"',
          severity: 'hint',
          offers: [{ title: 'Add STOPSIGNAL SIGQUIT', output: `${base}STOPSIGNAL SIGQUIT\n${start}` }],
        },
      ],
      output: null,
    },
    {
      name: 'seen through an init',
      code: `${base}ENTRYPOINT ["/usr/bin/tini", "--", "/usr/sbin/apache2ctl"]\nCMD ["-DFOREGROUND"]\n`,
      findings: [
        {
          message: 'base',
          at: '"/usr/sbin/apache2ctl"',
          offers: [
            {
              title: 'Add STOPSIGNAL SIGWINCH',
              output: `${base}STOPSIGNAL SIGWINCH\nENTRYPOINT ["/usr/bin/tini", "--", "/usr/sbin/apache2ctl"]\nCMD ["-DFOREGROUND"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'systemd',
      code: 'FROM fedora:44\nCMD ["/sbin/init"]\n',
      findings: [
        {
          message: 'base',
          at: '"/sbin/init"',
          offers: [
            {
              title: 'Add STOPSIGNAL SIGRTMIN+3',
              output: 'FROM fedora:44\nSTOPSIGNAL SIGRTMIN+3\nCMD ["/sbin/init"]\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'below a comment',
      code: `FROM alpine:3.22\nUSER postgres\n# start\nCMD ["postgres", "-D", "/data"]\n`,
      findings: [
        {
          message: 'base',
          at: '"postgres"',
          offers: [
            {
              title: 'Add STOPSIGNAL SIGINT',
              output: `FROM alpine:3.22\nUSER postgres\nSTOPSIGNAL SIGINT\n# start\nCMD ["postgres", "-D", "/data"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
