import { tlsOffPython } from '../../../server/src/rules/dockerfile/transport/tls-off-python';
import { ruleTester } from '../../support/rule-tester';

ruleTester(tlsOffPython, {
  valid: [
    'FROM python:3.13-slim\nENV PYTHONHTTPSVERIFY=1\n',
    {
      name: 'no other value means no',
      code: 'FROM python:3.13-slim\nENV PYTHONHTTPSVERIFY=false\nENV PYTHONHTTPSVERIFY=\n',
    },
    {
      name: 'a variable without a value',
      code: 'FROM python:3.13-slim\nARG VERIFY\nENV PYTHONHTTPSVERIFY=$VERIFY\nARG PYTHONHTTPSVERIFY\n',
    },
    {
      name: 'a shell variable that no program sees',
      code: 'FROM python:3.13-slim\nRUN PYTHONHTTPSVERIFY=0 && python app.py\n',
    },
    {
      name: 'comments and labels',
      code: 'FROM python:3.13-slim\n# ENV PYTHONHTTPSVERIFY=0\nLABEL PYTHONHTTPSVERIFY=0\n',
    },
  ],
  invalid: [
    {
      code: 'FROM python:3.13-slim\nENV PYTHONHTTPSVERIFY=0\nRUN python fetch.py\n',
      findings: [
        {
          message:
            'PYTHONHTTPSVERIFY=0 makes Python accept any certificate, so whoever sits on the network path can swap what it downloads. Remove it; where the certificate is from a private authority, add that authority to the image instead.',
          at: 'PYTHONHTTPSVERIFY=0',
          offers: [
            { title: 'Remove PYTHONHTTPSVERIFY', output: 'FROM python:3.13-slim\nRUN python fetch.py\n' },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'among others',
      code: 'FROM python:3.13-slim AS build\nENV A=1 PYTHONHTTPSVERIFY="0" B=2\nFROM scratch\nUSER 65532\n',
      findings: [
        {
          message: 'base',
          at: 'PYTHONHTTPSVERIFY="0"',
          offers: [
            {
              title: 'Remove PYTHONHTTPSVERIFY',
              output: 'FROM python:3.13-slim AS build\nENV A=1 B=2\nFROM scratch\nUSER 65532\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'for one command',
      code: 'FROM python:3.13-slim\nRUN cd /src && PYTHONHTTPSVERIFY=0 python fetch.py\n',
      findings: [
        {
          message: 'base',
          at: 'PYTHONHTTPSVERIFY=0',
          offers: [
            {
              title: 'Remove PYTHONHTTPSVERIFY',
              output: 'FROM python:3.13-slim\nRUN cd /src && python fetch.py\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'through env, in a heredoc',
      code: 'FROM python:3.13-slim\nRUN <<EOF\nenv PYTHONHTTPSVERIFY=0 python fetch.py\nEOF\n',
      findings: [
        {
          message: 'base',
          at: 'PYTHONHTTPSVERIFY=0',
          offers: [
            {
              title: 'Remove PYTHONHTTPSVERIFY',
              output: 'FROM python:3.13-slim\nRUN <<EOF\nenv python fetch.py\nEOF\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'exported alone',
      code: 'FROM python:3.13-slim\nRUN export PYTHONHTTPSVERIFY=0 && python fetch.py\n',
      findings: [
        {
          message: 'base',
          at: 'PYTHONHTTPSVERIFY=0',
          offers: [
            {
              title: 'Set PYTHONHTTPSVERIFY to 1',
              output: 'FROM python:3.13-slim\nRUN export PYTHONHTTPSVERIFY=1 && python fetch.py\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'an argument with a default',
      code: 'ARG PYTHONHTTPSVERIFY=0\nFROM python:3.13-slim\nARG PYTHONHTTPSVERIFY\n',
      findings: [
        {
          message: 'base',
          at: 'PYTHONHTTPSVERIFY=0',
          offers: [
            { title: 'Remove PYTHONHTTPSVERIFY', output: 'FROM python:3.13-slim\nARG PYTHONHTTPSVERIFY\n' },
          ],
        },
      ],
      output: null,
    },
  ],
});
