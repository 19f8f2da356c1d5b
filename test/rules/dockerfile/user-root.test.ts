import { userRoot } from '../../../server/src/rules/dockerfile/user/user-root';
import { ruleTester } from '../../support/rule-tester';

ruleTester(userRoot, {
  valid: [
    'FROM debian:trixie-slim\nUSER app\n',
    { name: 'a hardened image: dhi-root-user', code: 'FROM dhi.io/python:3.13-debian13\nUSER root\n' },
    'FROM debian:trixie-slim\nUSER 65532:65532\nCMD ["app"]\n',
    { name: 'an image that runs as nobody knows whom', code: 'FROM registry.example.com/team/base:1\n' },
    { name: 'an image in a variable without a value', code: 'ARG BASE\nFROM ${BASE}\nCMD ["app"]\n' },
    { name: 'an image that runs as nonroot', code: 'FROM gcr.io/distroless/static-debian12:nonroot\n' },
    { name: 'a hardened runtime image', code: 'FROM dhi.io/python:3.13-debian13\nCMD ["app.py"]\n' },
    { name: 'a builder', code: 'FROM golang:1.26 AS build\nFROM dhi.io/static:20250419-debian13\n' },
    {
      name: 'a user that a stage below sets',
      code: 'FROM debian:13 AS base\nUSER app\nFROM base\nCMD ["a"]\n',
    },
    {
      name: 'a base stage that runs as root for its own ends',
      code: 'FROM debian:13 AS base\nFROM base\nUSER app\n',
    },
    { name: 'a variable in USER', code: 'FROM debian:13\nARG UID\nUSER ${UID}\n' },
    {
      name: 'an image whose entry point drops root',
      code: 'FROM postgres:18\nCOPY init.sql /docker-entrypoint-initdb.d/\n',
    },
    { name: 'what dhi-dev-in-final says', code: 'FROM dhi.io/python:3.13-debian13-dev\nCMD ["app.py"]\n' },
    { name: 'no stage at all', code: 'ARG A=1\n' },
    { name: 'what user-created-unused says', code: 'FROM debian:13\nRUN useradd app\nCMD ["app"]\n' },
    {
      name: 'a tool for the entry point to switch accounts with',
      code: 'FROM alpine:3.24\nRUN apk add --no-cache su-exec\nCOPY start.sh /\nENTRYPOINT ["/start.sh"]\n',
    },
    {
      name: 'such a tool out of another image',
      code: 'FROM debian:13\nCOPY --from=registry.example.com/gosu:1 /gosu /usr/local/bin/\nENTRYPOINT ["entry"]\n',
    },
    { name: 'what user-switched-to-root says', code: 'FROM memcached:1.6\nUSER root\n' },
  ],
  invalid: [
    {
      code: 'FROM debian:trixie-slim\nCOPY app /app\nCMD ["/app"]\n',
      findings: [
        {
          message: 'base',
          at: 'debian:trixie-slim',
          offers: [
            {
              title: 'Add USER 65532:65532',
              output: 'FROM debian:trixie-slim\nCOPY app /app\nUSER 65532:65532\nCMD ["/app"]\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a program of the image that is used to root',
      code: 'FROM nginx:1.31-alpine\nCOPY site /usr/share/nginx/html\n',
      findings: [
        {
          message: 'base',
          at: 'nginx:1.31-alpine',
          offers: [
            {
              title: 'Add USER 65532:65532',
              confirm:
                'What the image starts by itself is used to being root: look whether it can still write its files and open its port.',
              output: 'FROM nginx:1.31-alpine\nCOPY site /usr/share/nginx/html\nUSER 65532:65532\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'the account that the image brings, above the comment of the command',
      code: 'FROM node:24-slim\nCOPY . .\n\n# start\nCMD ["node", "a.js"]',
      findings: [
        {
          message: 'base',
          at: 'node:24-slim',
          offers: [
            {
              title: 'Add USER node',
              output: 'FROM node:24-slim\nCOPY . .\n\nUSER node\n# start\nCMD ["node", "a.js"]',
            },
            {
              title: 'Add USER 65532:65532',
              output: 'FROM node:24-slim\nCOPY . .\n\nUSER 65532:65532\n# start\nCMD ["node", "a.js"]',
            },
          ],
        },
      ],
      output: null,
    },
    {
      code: 'FROM debian:13\nUSER app\nRUN id\nUSER root\nCMD ["app"]\n',
      findings: [
        {
          message: 'last',
          at: 'root',
          offers: [
            {
              title: 'Change to USER 65532:65532',
              output: 'FROM debian:13\nUSER app\nRUN id\nUSER 65532:65532\nCMD ["app"]\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'root by number, with a group, from a variable',
      code: 'FROM debian:13\nARG UID=0\nUSER ${UID}:0\n',
      findings: [
        {
          message: 'last',
          at: '${UID}',
          offers: [
            { title: 'Change to USER 65532:65532', output: 'FROM debian:13\nARG UID=0\nUSER 65532:65532\n' },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'root inherited from a stage',
      code: 'FROM debian:13 AS base\nUSER root\nFROM base\nCMD ["app"]\n',
      findings: [
        {
          message: 'last',
          at: 'root',
          line: 1,
          offers: [
            {
              title: 'Change to USER 65532:65532',
              output: 'FROM debian:13 AS base\nUSER 65532:65532\nFROM base\nCMD ["app"]\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a USER in a builder does not save the last stage',
      code: 'FROM debian:13 AS build\nUSER app\nFROM scratch\nCOPY --from=build /app /app\n',
      findings: [
        {
          message: 'base',
          at: 'scratch',
          offers: [
            {
              title: 'Add USER 65532:65532',
              output:
                'FROM debian:13 AS build\nUSER app\nFROM scratch\nCOPY --from=build /app /app\nUSER 65532:65532\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a stage that a Compose file builds',
      code: 'FROM debian:13 AS worker\nCMD ["work"]\nFROM debian:13\nUSER app\n',
      around: { targets: ['worker'] },
      findings: [
        {
          message: 'base',
          at: 'debian:13',
          line: 0,
          offers: [
            {
              title: 'Add USER 65532:65532',
              output: 'FROM debian:13 AS worker\nUSER 65532:65532\nCMD ["work"]\nFROM debian:13\nUSER app\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'two shipped stages, one on the other: once',
      code: 'FROM debian:13 AS app\nCMD ["app"]\nFROM app AS tools\nRUN make tools\n',
      around: { targets: ['app'] },
      findings: [
        {
          message: 'base',
          at: 'debian:13',
          offers: [
            {
              title: 'Add USER 65532:65532',
              output:
                'FROM debian:13 AS app\nUSER 65532:65532\nCMD ["app"]\nFROM app AS tools\nRUN make tools\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'the image that the stage below stands on',
      code: 'ARG TAG=13\nFROM debian:${TAG} AS base\nFROM base\nCMD ["app"]\n',
      findings: [
        {
          message:
            'The container runs as root: debian:13 does, and no USER changes it. Whoever breaks into the program then owns the container.',
          at: 'base',
          line: 2,
          offers: [
            {
              title: 'Add USER 65532:65532',
              output: 'ARG TAG=13\nFROM debian:${TAG} AS base\nFROM base\nUSER 65532:65532\nCMD ["app"]\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'by number, where a name would be a fault',
      code: 'FROM node:24-slim\nCMD ["node", "a.js"]\n',
      settings: { profile: 'strict' },
      findings: [
        {
          message: 'base',
          at: 'node:24-slim',
          offers: [
            {
              title: 'Add USER 1000 (node)',
              output: 'FROM node:24-slim\nUSER 1000\nCMD ["node", "a.js"]\n',
            },
            {
              title: 'Add USER 65532:65532',
              output: 'FROM node:24-slim\nUSER 65532:65532\nCMD ["node", "a.js"]\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'changed to a number, as that rule alone is on beside the profile',
      code: 'FROM node:24-slim\nUSER root\nCMD ["node", "a.js"]\n',
      settings: { rules: { 'user-not-numeric': 'info' } },
      findings: [
        {
          message: 'last',
          at: 'root',
          offers: [
            {
              title: 'Change to USER 1000 (node)',
              output: 'FROM node:24-slim\nUSER 1000\nCMD ["node", "a.js"]\n',
            },
            {
              title: 'Change to USER 65532:65532',
              output: 'FROM node:24-slim\nUSER 65532:65532\nCMD ["node", "a.js"]\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'in a file whose keywords are small',
      code: 'from debian:13\ncopy app /app\ncmd ["/app"]\n',
      findings: [
        {
          message: 'base',
          at: 'debian:13',
          offers: [
            {
              title: 'Add USER 65532:65532',
              output: 'from debian:13\ncopy app /app\nuser 65532:65532\ncmd ["/app"]\n',
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
