import { dhiPlaceholderTag } from '../../../server/src/rules/dockerfile/hardened/dhi-placeholder-tag';
import { ruleTester } from '../../support/rule-tester';

ruleTester(dhiPlaceholderTag, {
  valid: [
    'FROM dhi.io/python:3.13-debian13\n',
    { name: 'a variable', code: 'ARG TAG\nFROM dhi.io/python:${TAG}\n' },
    { name: 'in a comment', code: '# FROM dhi.io/python:<tag>\nFROM dhi.io/python:3.13-debian13\n' },
    { name: 'in a RUN', code: 'FROM python:3.14\nRUN echo "<tag>"\n' },
    { name: 'in a heredoc', code: 'FROM python:3.14\nCOPY <<EOF /x\nFROM dhi.io/python:<tag>\nEOF\n' },
  ],
  invalid: [
    {
      code: 'FROM dhi.io/uv:<tag> AS builder\nRUN uv sync\nFROM dhi.io/python:<tag>\nCOPY --from=builder /app /app\nCMD ["python3"]\n',
      findings: [
        {
          message: 'base',
          at: '<tag>',
          offers: [
            {
              title: 'Use the tag "0.12-debian13-dev"',
              output:
                'FROM dhi.io/uv:0.12-debian13-dev AS builder\nRUN uv sync\nFROM dhi.io/python:<tag>\nCOPY --from=builder /app /app\nCMD ["python3"]\n',
            },
          ],
        },
        {
          message: 'base',
          at: '<tag>',
          line: 2,
          offers: ['3.14-debian13', '3.14-alpine3.24'].map((tag) => ({
            title: `Use the tag "${tag}"`,
            output: `FROM dhi.io/uv:<tag> AS builder\nRUN uv sync\nFROM dhi.io/python:${tag}\nCOPY --from=builder /app /app\nCMD ["python3"]\n`,
          })),
        },
      ],
      output: null,
    },
    {
      name: 'a last stage that runs commands needs a shell, which no runtime variant has',
      code: 'FROM dhi.io/python:<your-tag>\nRUN pip install flask\n',
      findings: [{ message: 'base', at: '<your-tag>' }],
      output: null,
    },
    {
      name: 'an image that is not in the catalogue, and one that is not hardened',
      code: 'FROM dhi.io/nothing:<tag>\nFROM example.com/python:<tag>\n',
      findings: [
        { message: 'base', at: '<tag>' },
        { message: 'base', at: '<tag>', line: 1 },
      ],
      output: null,
    },
    {
      name: 'a mirror',
      code: 'FROM --platform=linux/amd64 <your-namespace>/dhi-python:3.13\n',
      findings: [{ message: 'base', at: '<your-namespace>' }],
      output: null,
    },
    {
      name: 'COPY --from',
      code: 'FROM scratch\nCOPY --from=dhi.io/uv:<dev-tag> /uv /bin/\n',
      findings: [
        {
          message: 'base',
          at: '<dev-tag>',
          offers: [
            {
              title: 'Use the tag "0.12-debian13"',
              output: 'FROM scratch\nCOPY --from=dhi.io/uv:0.12-debian13 /uv /bin/\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'RUN --mount from',
      code: 'FROM python:3.14\nRUN --mount=from=dhi.io/uv:<tag>,target=/uv \\\n    /uv/uv sync\n',
      findings: [
        {
          message: 'base',
          at: '<tag>',
          offers: [
            {
              title: 'Use the tag "0.12-debian13"',
              output:
                'FROM python:3.14\nRUN --mount=from=dhi.io/uv:0.12-debian13,target=/uv \\\n    /uv/uv sync\n',
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
