import { versionNotPinned } from '../../../server/src/rules/dockerfile/packages/version-not-pinned';
import { ruleTester } from '../../support/rule-tester';

ruleTester(versionNotPinned, {
  valid: [
    'FROM debian:trixie\nRUN apt-get install -y curl=8.14.1-2 git/trixie-backports ./x.deb\n',
    'FROM alpine:3.22\nRUN apk add --no-cache -t .build curl=8.14 gcc~14 "musl>1"\n',
    'FROM fedora:44\nRUN dnf install -y curl-8.15.0-2.fc44 https://example.com/a.rpm @development-tools\n',
    'FROM python:3.14\nRUN pip install -r requirements.txt . -e ./x flask==3.1 "django>=5,<6" git+https://example.com/a.git\n',
    { name: 'constraints', code: 'FROM python:3.14\nRUN pip install -c constraints.txt flask\n' },
    'FROM node:24\nRUN npm ci && npm install && npm install -g pnpm@10 @scope/x@^1 ./local.tgz\n',
    'FROM node:24\nRUN yarn && pnpm install && pnpm add x@1.2 && bun add y@~2\n',
    'FROM ruby:3.4\nRUN gem install -v 2.6 bundler && gem install rake:13 && bundle install\n',
    'FROM golang:1.25\nRUN go install example.com/x@v1.2.3 && go install ./... && go get example.com/y\n',
    'FROM rust:1.90\nRUN cargo install --locked --version 1.2.3 ripgrep && cargo install --path . && cargo install just@1.4\n',
    'FROM composer:2\nRUN composer install && composer require a/b:^1.2\n',
    { name: 'variables', code: 'FROM debian:trixie\nARG P\nRUN apt-get install -y $P curl=${P}\n' },
    {
      name: 'no install',
      code: 'FROM debian:trixie\nRUN echo apt-get install curl && apt-get remove -y curl\n',
    },
  ],
  invalid: [
    {
      code: 'FROM debian:trixie\nRUN apt-get install -y curl=8 git\n',
      findings: [
        {
          message:
            'git is installed in whatever version is newest on the day of the build, so two builds may differ.',
          at: 'git',
          severity: 'info',
        },
      ],
      output: null,
    },
    {
      name: 'out of a variable of the script, in a builder',
      code: "FROM alpine:3.22 AS build\nRUN deps='gcc musl-dev' \\\n    && apk add --no-cache $deps\nFROM scratch\nCOPY --from=build /a /a\n",
      findings: [
        {
          message:
            'gcc, musl-dev are installed in whatever versions are newest on the day of the build, so two builds may differ.',
          at: '$deps',
        },
      ],
      output: null,
    },
    {
      name: 'tags that move',
      code: 'FROM node:24\nRUN npm install -g npm@latest pnpm\nRUN go install example.com/x@latest\n',
      findings: [
        { message: 'several', at: 'npm@latest' },
        { message: 'moving', at: 'example.com/x@latest' },
      ],
      output: null,
    },
    {
      name: 'languages',
      code: 'FROM debian:trixie\nRUN pip3 install flask "uvicorn[standard]"\nRUN uv tool install ruff\nRUN gem install rails\nRUN cargo install ripgrep\nRUN pipx install poetry\nRUN composer require a/b\n',
      findings: [
        { message: 'several', at: 'flask' },
        { message: 'base', at: 'ruff' },
        { message: 'base', at: 'rails' },
        { message: 'base', at: 'ripgrep' },
        { message: 'base', at: 'poetry' },
        { message: 'base', at: 'a/b' },
      ],
      output: null,
    },
    {
      name: 'systems, in a heredoc',
      code: 'FROM fedora:44\nRUN <<EOF\nset -e\ndnf install -y java-21-openjdk a b c d\nyum -y install git\nmicrodnf install -y vim\nzypper -n in curl\nEOF\n',
      findings: [
        {
          message:
            'java-21-openjdk, a, b and 2 more are installed in whatever versions are newest on the day of the build, so two builds may differ.',
          at: 'java-21-openjdk',
        },
        { message: 'base', at: 'git' },
        { message: 'base', at: 'vim' },
        { message: 'base', at: 'curl' },
      ],
      output: null,
    },
  ],
});
