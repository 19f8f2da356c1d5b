import { secretValue } from '../../../server/src/rules/dockerfile/secrets/secret-value';
import { ruleTester } from '../../support/rule-tester';

/** Written in two parts, so that no scanner takes this file for a leak. */
const github = 'ghp_' + 'q8Zr3LmWt5Xv2Kp9Bn7Jd4Hs6Fg1Tc0Yw8Rb';
const aws = 'AKIA' + 'QX7ZLM2WTB5VKPNJ';
const key = '-----BEGIN RSA ' + 'PRIVATE KEY-----';

ruleTester(secretValue, {
  valid: [
    'FROM debian:13\nENV DB_HOST=db DB_PORT=5432\n',
    {
      name: 'examples of documentation',
      code: `FROM debian:13\n# AKIAIOSFODNN7EXAMPLE\nENV GITHUB_TOKEN=ghp_${'x'.repeat(36)}\n`,
    },
    {
      name: 'a variable in a URL',
      code: 'FROM debian:13\nRUN git clone https://ci:${TOKEN}@example.com/a.git && git clone https://ci:$(cat /run/secrets/token)@example.com/b.git\n',
    },
    {
      name: 'what printf fills in',
      code: 'FROM debian:13\nRUN printf \'https://oauth2:%s@gitlab.com\' "$(cat /run/secrets/token)" > ~/.git-credentials\n',
    },
    {
      name: 'placeholders',
      code: 'FROM debian:13\nENV A=postgres://user:password@db/app B=https://ci:<token>@example.com C=amqp://u:%PASS%@mq D=amqp://u:__PASS__@mq\n',
    },
    {
      name: 'a port and an at sign',
      code: 'FROM debian:13\nADD https://example.com:8443/@scope/app.tgz /app/\n',
    },
    {
      name: 'a digest',
      code: `FROM registry.example.com:5000/app:1.2@sha256:${'0123456789abcdef'.repeat(4)}\n`,
    },
    {
      name: 'a program that looks for keys',
      code: `FROM debian:13\nRUN ! grep -rq '${key}' /etc\n`,
    },
  ],
  invalid: [
    {
      code: `FROM debian:13\nENV GITHUB_TOKEN=${github}\n`,
      findings: [
        {
          message:
            'This looks like a GitHub token. Everybody who can read this file, or pull the image, has it now: revoke it, and hand the new one over with a secret mount.',
          at: github,
        },
      ],
      output: null,
    },
    {
      name: 'in a builder and in what runs there',
      code: `FROM debian:13 AS build\nRUN AWS_ACCESS_KEY_ID=${aws} aws s3 cp s3://a/b . && \\\n    curl -H "Authorization: Bearer ${github}" https://example.com\nFROM scratch\nUSER 65532\n`,
      findings: [
        { message: 'base', at: aws },
        { message: 'base', at: github },
      ],
      output: null,
    },
    {
      name: 'the password alone in a URL, the user empty or not',
      code: 'FROM debian:13\nENV A=postgres://app:hunter2@db:5432/app \\\n    B=redis://:pa55w0rd@cache\n',
      findings: [
        {
          message:
            'This looks like a password in a URL. Everybody who can read this file, or pull the image, has it now: revoke it, and hand the new one over with a secret mount.',
          at: 'hunter2',
        },
        { message: 'base', at: 'pa55w0rd' },
      ],
      output: null,
    },
    {
      name: 'a heredoc',
      code: `FROM debian:13\nCOPY <<EOF /root/.ssh/id_rsa\n${key}\nMIIEpAIBAAKCAQEA7bq8Zr3LmWt5Xv\nEOF\n`,
      findings: [{ message: 'base', at: key }],
      output: null,
    },
    {
      name: 'a comment is read by everybody too',
      code: `FROM debian:13\n# was: ${github}\nUSER app\n`,
      findings: [{ message: 'base', at: github, line: 1 }],
      output: null,
    },
    {
      name: 'an argument before any stage',
      code: `ARG INDEX=https://ci:t0psecret@pypi.example.com/simple\nFROM debian:13\n`,
      findings: [{ message: 'base', at: 't0psecret' }],
      output: null,
    },
  ],
});
