import { portPrivilegedNonroot } from '../../../server/src/rules/compose/built/port-privileged-nonroot';
import { web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const around = (text: string) => ({ dockerfiles: { Dockerfile: text } });
const node = around('FROM node:24-slim\nENV PORT=80\nEXPOSE 80\nUSER node\nCMD ["node", "app.js"]\n');
const ports = 'ports: ["80:80"]';

ruleTester(portPrivilegedNonroot, {
  valid: [
    { name: 'root may', code: web('build: .', ports), around: around('FROM node:24-slim\nEXPOSE 80\n') },
    { name: 'root by the service', code: web('build: .', 'user: root', ports), around: node },
    {
      name: 'nothing says that it listens there',
      code: web('build: .', ports),
      around: around('FROM node:24-slim\nUSER node\n'),
    },
    { name: 'a high port', code: web('build: .', 'ports: ["80:8080"]'), around: node },
    { name: 'a user that is not known', code: web('build: .', 'user: ${ME}', ports), around: node },
    {
      name: 'the service says another port',
      code: web('build: .', 'environment: { PORT: "8080" }', ports),
      around: node,
    },
    {
      name: 'the kernel allows it',
      code: web('build: .', 'sysctls: { net.ipv4.ip_unprivileged_port_start: 0 }', ports),
      around: node,
    },
    {
      name: 'a capability allows it',
      code: web('build: .', 'cap_add: [NET_BIND_SERVICE]', ports),
      around: node,
    },
    {
      name: 'the program has the capability',
      code: web('build: .', ports),
      around: around(
        'FROM node:24-slim\nRUN setcap cap_net_bind_service=+ep /usr/local/bin/node\nEXPOSE 80\nUSER node\n',
      ),
    },
    { name: 'an image that does so as its own user', code: web('image: dhi.io/nginx:1.29-debian13', ports) },
    { name: 'nothing is known of the image', code: web('image: app:1', 'user: "1"', ports) },
    {
      name: 'settings are mounted',
      code: web(
        'image: nginx:1.28',
        'user: "101"',
        'volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"]',
        ports,
      ),
    },
  ],
  invalid: [
    {
      code: web('build: .', 'ports:', '  - "80:80/tcp" # why'),
      around: node,
      findings: [
        {
          message: 'base',
          at: '"80:80/tcp"',
          severity: 'warning',
          offers: [
            {
              title: 'Change port 80 in the container to 8080 here and in the Dockerfile',
              output: web('build: .', 'ports:', '  - "80:8080/tcp" # why'),
              others: { 'file:///w/Dockerfile': '80808080' },
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'by what the service says, in the long form',
      code: web(
        'image: dhi.io/node:24-debian13',
        'environment: { PORT: "443" }',
        'ports:',
        '  - { target: 443, published: "443" }',
      ),
      findings: [
        {
          message: 'base',
          at: '{ target: 443, published: "443" }',
          offers: [
            {
              title: 'Change port 443 in the container to 8443',
              output: web(
                'image: dhi.io/node:24-debian13',
                'environment: { PORT: "8443" }',
                'ports:',
                '  - { target: 8443, published: "443" }',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'by a flag of the command',
      code: web('build: .', 'command: ["uvicorn", "app:app", "--port", "80"]', ports),
      around: around('FROM python:3.14-slim\nUSER 1000\n'),
      findings: [
        {
          message: 'base',
          at: '"80:80"',
          offers: [
            {
              title: 'Change port 80 in the container to 8080',
              output: web(
                'build: .',
                'command: ["uvicorn", "app:app", "--port", "8080"]',
                'ports: ["80:8080"]',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'an image that listens there as root, under another user',
      code: web('image: nginx:1.28', 'user: "101"', ports),
      findings: [{ message: 'base', at: '"80:80"' }],
      output: null,
    },
    {
      name: 'the higher port is taken',
      code: web('build: .', 'ports: ["80:80", "81:8080"]'),
      around: node,
      findings: [{ message: 'base', at: '"80:80"' }],
      output: null,
    },
  ],
});
