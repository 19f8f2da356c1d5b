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
      code: 'FROM dhi.io/uv:<tag> AS builder\n',
      findings: [{ message: 'base', at: '<tag>' }],
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
      findings: [{ message: 'base', at: '<dev-tag>' }],
      output: null,
    },
    {
      name: 'RUN --mount from',
      code: 'FROM python:3.14\nRUN --mount=from=dhi.io/uv:<tag>,target=/uv \\\n    /uv/uv sync\n',
      findings: [{ message: 'base', at: '<tag>' }],
      output: null,
    },
  ],
});
