import { userUnknownInImage } from '../../../server/src/rules/dockerfile/user/user-unknown-in-image';
import { ruleTester } from '../../support/rule-tester';

ruleTester(userUnknownInImage, {
  valid: [
    'FROM scratch\nUSER 65532:65532\n',
    'FROM dhi.io/python:3.13-debian13\nUSER nonroot\n',
    {
      name: 'accounts copied in',
      code: 'FROM scratch\nCOPY --from=build /etc/passwd /etc/passwd\nUSER app\n',
    },
    { name: 'a root file system copied in', code: 'FROM scratch\nADD rootfs.tar /\nUSER app\n' },
    { name: 'an image that nobody knows', code: 'FROM registry.example.com/base:1\nUSER app\n' },
    { name: 'a program that may make accounts', code: 'FROM debian:13\nRUN ./setup.sh\nUSER app\n' },
    { name: 'a variable without a value', code: 'FROM scratch\nARG USER_NAME\nUSER ${USER_NAME}\n' },
    {
      name: 'a stage below that runs programs',
      code: 'FROM debian:13 AS base\nRUN ./a\nFROM base\nUSER app\n',
    },
  ],
  invalid: [
    {
      name: 'a distribution, of whose accounts a few are named',
      code: 'FROM alpine:3.22\nUSER app\n',
      findings: [
        {
          message:
            'The image has no account "app", so the container cannot start: alpine:3.22 has only root, bin, daemon and 24 more, and no command here makes another.',
          at: 'app',
          offers: [{ title: 'Change to USER 65532:65532', output: 'FROM alpine:3.22\nUSER 65532:65532\n' }],
        },
      ],
      output: null,
    },
    {
      code: 'FROM scratch\nCOPY app /app\nUSER app\n',
      findings: [
        {
          message: 'scratch',
          at: 'app',
          line: 2,
          offers: [
            {
              title: 'Change to USER 65532:65532',
              output: 'FROM scratch\nCOPY app /app\nUSER 65532:65532\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      code: 'FROM dhi.io/python:3.13-debian13\nUSER app:app\n',
      findings: [
        {
          message: 'image',
          at: 'app',
          offers: [
            { title: 'Change to USER nonroot', output: 'FROM dhi.io/python:3.13-debian13\nUSER nonroot\n' },
            {
              title: 'Change to USER 65532:65532',
              output: 'FROM dhi.io/python:3.13-debian13\nUSER 65532:65532\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'root, where there is no such name',
      code: 'FROM scratch\nUSER root\nCOPY a /a\nUSER 1000\n',
      findings: [
        {
          message: 'scratch',
          at: 'root',
          offers: [{ title: 'Change to USER 0', output: 'FROM scratch\nUSER 0\nCOPY a /a\nUSER 1000\n' }],
        },
      ],
      output: null,
    },
    {
      name: 'a value from a variable, inherited from a stage',
      code: 'FROM scratch AS base\nFROM base\nARG NAME=app\nUSER ${NAME}\n',
      findings: [
        {
          message: 'scratch',
          at: '${NAME}',
          offers: [
            {
              title: 'Change to USER 65532:65532',
              output: 'FROM scratch AS base\nFROM base\nARG NAME=app\nUSER 65532:65532\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'by number, where a name would be a fault',
      code: 'FROM dhi.io/static:20250419-debian13\nUSER app\n',
      settings: { profile: 'strict' },
      findings: [
        {
          message: 'image',
          at: 'app',
          offers: [
            {
              title: 'Change to USER 65532 (nonroot)',
              output: 'FROM dhi.io/static:20250419-debian13\nUSER 65532\n',
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
