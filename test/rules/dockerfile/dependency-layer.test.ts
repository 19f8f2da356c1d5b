import { dependencyLayer } from '../../../server/src/rules/dockerfile/layers/dependency-layer';
import { ruleTester } from '../../support/rule-tester';

const node = { files: ['package.json', 'package-lock.json', 'src/a.js'] };

ruleTester(dependencyLayer, {
  valid: [
    'FROM node:22\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm ci\nCOPY . .\n',
    'FROM node:22\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nRUN npm run build\nRUN npm ci --omit=dev\n',
    'FROM node:22\nCOPY . .\nRUN npm install -g pnpm && npm install lodash && npm run ci\n',
    'FROM node:22\nCOPY src ./src\nRUN npm ci\n',
    'FROM node:22\nCOPY . .\nRUN cd web && npm ci\nRUN npm ci --prefix web\n',
    'FROM node:22\nCOPY . .\nRUN --mount=type=cache,target=/root/.npm npm ci\n',
    'FROM python:3.13\nCOPY . .\nRUN pip install . && pip install -e . && pip install -r $FILE && pip install -c c.txt -r r.txt\n',
    'FROM golang:1.24\nCOPY . .\nRUN go build ./... && go mod verify\n',
    'FROM php:8.4\nCOPY . .\nRUN composer install\n',
    'FROM rust:1.90\nCOPY . .\nRUN cargo build --release --locked\n',
    'FROM python:3.13\nCOPY . .\nRUN poetry install && uv sync --locked\n',
    'FROM node:22 AS deps\nWORKDIR /app\nCOPY package.json ./\nRUN npm install\nFROM deps\nCOPY . .\nRUN npm install\n',
    'FROM node:22\nCOPY --from=src . .\nRUN npm ci\nONBUILD COPY . .\nONBUILD RUN npm ci\n',
    'FROM node:22\nCOPY . .\nRUN if [ -f package.json ]; then npm ci; fi\n',
  ],
  invalid: [
    {
      name: 'twice in a RUN',
      code: 'FROM node:22\nCOPY . .\nRUN npm ci && npm run build && npm ci --omit=dev\n',
      findings: [{ message: 'base', at: 'npm ci', line: 2 }],
      output: null,
    },
    {
      name: 'npm',
      code: '# syntax=docker/dockerfile:1\nFROM node:22\nWORKDIR /app\n\n# everything\nCOPY --chown=node . .\nRUN npm ci \\\n    --omit=dev\nCMD ["node", "src/a.js"]\n',
      around: node,
      output: null,
      findings: [
        {
          message:
            'Every change of a source file runs "npm ci" anew, because the sources are copied above it. Copy package.json first, then install, then copy the rest.',
          at: 'npm ci',
          severity: 'info',
          offers: [
            {
              title: 'Copy package.json, package-lock.json and install before the sources are copied',
              output:
                '# syntax=docker/dockerfile:1\nFROM node:22\nWORKDIR /app\n\nCOPY --chown=node package.json package-lock.json ./\nRUN npm ci \\\n    --omit=dev\n# everything\nCOPY --chown=node . .\nCMD ["node", "src/a.js"]\n',
            },
          ],
        },
      ],
    },
    {
      name: 'pip, in a builder',
      code: 'FROM python:3.13 AS build\nWORKDIR /app\nCOPY . /app/\nRUN pip install --no-cache-dir -r requirements.txt\nFROM scratch\n',
      around: { files: ['requirements.txt'] },
      output: null,
      findings: [
        {
          message: 'base',
          at: 'pip install',
          offers: [
            {
              title: 'Copy requirements.txt and install before the sources are copied',
              output:
                'FROM python:3.13 AS build\nWORKDIR /app\nCOPY requirements.txt ./\nRUN pip install --no-cache-dir -r requirements.txt\nCOPY . /app/\nFROM scratch\n',
            },
          ],
        },
      ],
    },
    {
      name: 'go, yarn, bundle: no offer where the context is not known',
      code: 'FROM golang:1.24\nCOPY . .\nRUN go mod download && go build ./...\nRUN yarn --frozen-lockfile\nRUN bundle install --jobs 4\n',
      output: null,
      findings: [
        { message: 'base', at: 'go mod download' },
        { message: 'base', at: 'yarn' },
        { message: 'base', at: 'bundle install' },
      ],
    },
    {
      name: 'no offer where packages of a workspace, or the host’s own dependencies, come in between',
      code: 'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN pnpm install --frozen-lockfile\n',
      around: { files: ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'] },
      output: null,
      findings: [{ message: 'base', at: 'pnpm install' }],
    },
    {
      name: 'no offer where the host’s own dependencies would be copied over them',
      code: 'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm install\n',
      around: { files: ['package.json', 'node_modules/'], dockerignore: '' },
      output: null,
      findings: [{ message: 'base', at: 'npm install' }],
    },
    {
      name: 'left out of the copy, they are not',
      code: 'FROM golang:1.24\nWORKDIR /src\nCOPY . .\nRUN go mod download\nRUN go build .\n',
      around: { files: ['go.mod', 'go.sum'], dockerignore: 'node_modules' },
      output: null,
      findings: [
        {
          message: 'base',
          at: 'go mod download',
          offers: [
            {
              title: 'Copy go.mod, go.sum and install before the sources are copied',
              output:
                'FROM golang:1.24\nWORKDIR /src\nCOPY go.mod go.sum ./\nRUN go mod download\nCOPY . .\nRUN go build .\n',
            },
          ],
        },
      ],
    },
  ],
});
