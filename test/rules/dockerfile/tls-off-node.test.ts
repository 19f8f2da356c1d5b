import { tlsOffNode } from '../../../server/src/rules/dockerfile/transport/tls-off-node';
import { ruleTester } from '../../support/rule-tester';

ruleTester(tlsOffNode, {
  valid: [
    'FROM node:24\nENV NODE_TLS_REJECT_UNAUTHORIZED=1\n',
    { name: 'Node.js knows no other no', code: 'FROM node:24\nENV NODE_TLS_REJECT_UNAUTHORIZED=false\n' },
    {
      name: 'a variable without a value',
      code: 'FROM node:24\nARG REJECT\nENV NODE_TLS_REJECT_UNAUTHORIZED=${REJECT}\n',
    },
    {
      name: 'a default that is used when nothing is set',
      code: 'FROM node:24\nENV NODE_TLS_REJECT_UNAUTHORIZED=${NODE_TLS_REJECT_UNAUTHORIZED:-1}\n',
    },
    {
      name: 'a shell variable that no program sees',
      code: 'FROM node:24\nRUN NODE_TLS_REJECT_UNAUTHORIZED=0; npm ci\n',
    },
    {
      name: 'only shown',
      code: 'FROM node:24\nRUN echo "NODE_TLS_REJECT_UNAUTHORIZED=0 is bad" # export NODE_TLS_REJECT_UNAUTHORIZED=0\n',
    },
    {
      name: 'a private authority',
      code: 'FROM node:24\nCOPY ca.pem /etc/ssl/ca.pem\nENV NODE_EXTRA_CA_CERTS=/etc/ssl/ca.pem\n',
    },
  ],
  invalid: [
    {
      code: 'FROM node:24\nENV NODE_TLS_REJECT_UNAUTHORIZED=0\nRUN npm ci\n',
      findings: [
        {
          message:
            'NODE_TLS_REJECT_UNAUTHORIZED=0 makes Node.js accept any certificate, so whoever sits on the network path can swap what it downloads. Remove it; where the certificate is from a private authority, add that authority to the image instead.',
          at: 'NODE_TLS_REJECT_UNAUTHORIZED=0',
          offers: [{ title: 'Remove NODE_TLS_REJECT_UNAUTHORIZED', output: 'FROM node:24\nRUN npm ci\n' }],
        },
      ],
      output: null,
    },
    {
      name: 'in a builder, the old form',
      code: 'FROM node:24 AS build\nENV NODE_TLS_REJECT_UNAUTHORIZED 0\nRUN npm ci\nFROM node:24-slim\nUSER node\n',
      findings: [
        {
          message: 'base',
          at: 'NODE_TLS_REJECT_UNAUTHORIZED 0',
          offers: [
            {
              title: 'Remove NODE_TLS_REJECT_UNAUTHORIZED',
              output: 'FROM node:24 AS build\nRUN npm ci\nFROM node:24-slim\nUSER node\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'where it gets its value',
      code: 'FROM node:24\nARG NODE_TLS_REJECT_UNAUTHORIZED=0\nENV NODE_TLS_REJECT_UNAUTHORIZED=$NODE_TLS_REJECT_UNAUTHORIZED\n',
      findings: [{ message: 'base', at: 'NODE_TLS_REJECT_UNAUTHORIZED=0' }],
      output: null,
    },
    {
      name: 'from a variable of another name',
      code: 'FROM node:24\nARG REJECT=0\nENV NODE_TLS_REJECT_UNAUTHORIZED=${REJECT} A=1\n',
      findings: [
        {
          message: 'base',
          at: 'NODE_TLS_REJECT_UNAUTHORIZED=${REJECT}',
          offers: [
            { title: 'Remove NODE_TLS_REJECT_UNAUTHORIZED', output: 'FROM node:24\nARG REJECT=0\nENV A=1\n' },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'before a script of its own',
      code: "FROM node:24\nRUN NODE_TLS_REJECT_UNAUTHORIZED=0 sh -c 'npm ci && npm test'\n",
      findings: [
        {
          message: 'base',
          at: 'NODE_TLS_REJECT_UNAUTHORIZED=0',
          offers: [
            {
              title: 'Remove NODE_TLS_REJECT_UNAUTHORIZED',
              output: "FROM node:24\nRUN sh -c 'npm ci && npm test'\n",
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a script with escapes',
      code: 'FROM node:24\nRUN sh -c "NODE_TLS_REJECT_UNAUTHORIZED=0 node -e \\"1\\""\n',
      findings: [
        {
          message: 'base',
          at: 'NODE_TLS_REJECT_UNAUTHORIZED=0',
          offers: [
            {
              title: 'Remove NODE_TLS_REJECT_UNAUTHORIZED',
              output: 'FROM node:24\nRUN sh -c "node -e \\"1\\""\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'exported',
      code: "FROM node:24\nRUN export NODE_TLS_REJECT_UNAUTHORIZED='0' && npm ci\n",
      findings: [
        {
          message: 'base',
          at: "NODE_TLS_REJECT_UNAUTHORIZED='0'",
          offers: [
            {
              title: 'Set NODE_TLS_REJECT_UNAUTHORIZED to 1',
              output: 'FROM node:24\nRUN export NODE_TLS_REJECT_UNAUTHORIZED=1 && npm ci\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'when the container starts',
      code: 'FROM node:24\nUSER node\nCMD NODE_TLS_REJECT_UNAUTHORIZED=0 node server.js\n',
      findings: [
        {
          message: 'base',
          at: 'NODE_TLS_REJECT_UNAUTHORIZED=0',
          offers: [
            {
              title: 'Remove NODE_TLS_REJECT_UNAUTHORIZED',
              output: 'FROM node:24\nUSER node\nCMD node server.js\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'in images that stand on this one',
      code: 'FROM node:24\nONBUILD ENV NODE_TLS_REJECT_UNAUTHORIZED=0\nUSER node\n',
      findings: [
        {
          message: 'base',
          at: 'NODE_TLS_REJECT_UNAUTHORIZED=0',
          offers: [{ title: 'Remove NODE_TLS_REJECT_UNAUTHORIZED', output: 'FROM node:24\nUSER node\n' }],
        },
      ],
      output: null,
    },
  ],
});
