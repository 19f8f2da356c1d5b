import { signatureOffApk } from '../../../server/src/rules/dockerfile/transport/signature-off-apk';
import { ruleTester } from '../../support/rule-tester';

ruleTester(signatureOffApk, {
  valid: [
    'FROM alpine:3.22\nRUN apk add --no-cache curl\n',
    {
      name: 'a key of its own',
      code: 'FROM alpine:3.22\nCOPY key.rsa.pub /etc/apk/keys/\nRUN apk add --no-cache -X https://apk.example.com/v3 tool\n',
    },
    {
      name: 'an index of packages built there',
      code: 'FROM alpine:3.22\nRUN su nobody -c "apk index --allow-untrusted -o \\"$d/APKINDEX.tar.gz\\" $d/*.apk"\n',
    },
    {
      name: 'only shown',
      code: 'FROM alpine:3.22\nRUN echo apk add --allow-untrusted x # apk add --allow-untrusted x\n',
    },
    {
      name: 'a variable that may hold anything',
      code: 'FROM alpine:3.22\nARG FLAGS\nRUN apk add $FLAGS curl\n',
    },
    {
      name: 'text that nobody runs',
      code: 'FROM alpine:3.22\nCOPY <<EOF /readme\napk add --allow-untrusted x\nEOF\n',
    },
  ],
  invalid: [
    {
      name: 'in a long script with escapes',
      code: 'FROM alpine:3.22\nRUN su nobody -c " \\\n    echo \\"a\\" \\\n    && apk add --allow-untrusted b.apk \\\n    "\n',
      twins: false,
      findings: [
        {
          message: 'base',
          at: '--allow-untrusted',
          offers: [
            {
              title: 'Remove --allow-untrusted',
              output:
                'FROM alpine:3.22\nRUN su nobody -c " \\\n    echo \\"a\\" \\\n    && apk add b.apk \\\n    "\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      code: 'FROM alpine:3.22\nRUN apk add --no-cache --allow-untrusted tool.apk\n',
      findings: [
        {
          message:
            '--allow-untrusted makes apk install packages without checking who signed them, so whoever can change a mirror can change the image. Remove it, and import the key that the packages are signed with.',
          at: '--allow-untrusted',
          offers: [
            {
              title: 'Remove --allow-untrusted',
              output: 'FROM alpine:3.22\nRUN apk add --no-cache tool.apk\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'before the subcommand, in a builder',
      code: 'FROM alpine:3.22 AS build\nRUN /sbin/apk --allow-untrusted add --no-cache tool.apk\nFROM scratch\nUSER 65532\n',
      findings: [
        {
          message: 'base',
          at: '--allow-untrusted',
          offers: [
            {
              title: 'Remove --allow-untrusted',
              output:
                'FROM alpine:3.22 AS build\nRUN /sbin/apk add --no-cache tool.apk\nFROM scratch\nUSER 65532\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'across lines',
      code: 'FROM alpine:3.22\nRUN apk add --no-cache \\\n    tool.apk \\\n    --allow-untrusted\n',
      findings: [
        {
          message: 'base',
          at: '--allow-untrusted',
          offers: [
            {
              title: 'Remove --allow-untrusted',
              output: 'FROM alpine:3.22\nRUN apk add --no-cache \\\n    tool.apk\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a heredoc',
      code: 'FROM alpine:3.22\nRUN <<EOF\napk add --no-cache curl\napk add --no-cache --allow-untrusted tool.apk\nEOF\n',
      findings: [
        {
          message: 'base',
          at: '--allow-untrusted',
          offers: [
            {
              title: 'Remove --allow-untrusted',
              output:
                'FROM alpine:3.22\nRUN <<EOF\napk add --no-cache curl\napk add --no-cache tool.apk\nEOF\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a script in quotes, JSON form',
      code: 'FROM alpine:3.22\nRUN ["sh", "-c", "apk add --no-cache --allow-untrusted tool.apk"]\n',
      findings: [
        {
          message: 'base',
          at: '--allow-untrusted',
          offers: [
            {
              title: 'Remove --allow-untrusted',
              output: 'FROM alpine:3.22\nRUN ["sh", "-c", "apk add --no-cache tool.apk"]\n',
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
