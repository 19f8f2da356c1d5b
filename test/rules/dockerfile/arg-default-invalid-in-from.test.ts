import { argDefaultInvalidInFrom } from '../../../server/src/rules/dockerfile/images/arg-default-invalid-in-from';
import { ruleTester } from '../../support/rule-tester';

ruleTester(argDefaultInvalidInFrom, {
  valid: [
    'ARG TAG=3.14\nFROM python:${TAG}\n',
    { name: 'no default asks for a value', code: 'ARG TAG\nFROM python:${TAG}\n' },
    { name: 'not declared is another rule', code: 'FROM python:${TAG}\n' },
    { name: 'a value for an empty one', code: 'ARG TAG=""\nFROM python:${TAG:-3.14}\n' },
    { name: 'scratch by default', code: 'ARG BASE=scratch\nFROM ${BASE}\n' },
    { name: 'a stage by default', code: 'ARG BASE=Build\nFROM a:1 AS build\nFROM ${BASE}\n' },
    { name: 'a platform is known only when it is built', code: 'FROM a:1-${TARGETARCH}\n' },
    { name: 'a placeholder is another rule', code: 'ARG TAG=<tag>\nFROM dhi.io/python:${TAG}\n' },
    { name: 'a digest in a default', code: `ARG D=@sha256:${'ab'.repeat(32)}\nFROM python\${D}\n` },
  ],
  invalid: [
    {
      code: 'ARG TAG=\nFROM python:${TAG}\n',
      findings: [
        {
          message:
            'The defaults of its ARGs make this "python:", which is no valid image reference, so a build fails unless it is given --build-arg.',
          at: 'python:${TAG}',
        },
      ],
      output: null,
    },
    {
      name: 'nothing at all',
      code: 'ARG IMAGE=""\nFROM ${IMAGE} AS app\n',
      findings: [{ message: 'empty', at: '${IMAGE}' }],
      output: null,
    },
    {
      name: 'upper case, blanks, a slash too much',
      code: 'ARG IMAGE=Team/App\nARG NAME="my app"\nARG REGISTRY=\nFROM ${REGISTRY}/python:3.14 AS a\nFROM example/$NAME:1 AS b\nFROM x/${IMAGE}:1\n',
      findings: [
        { message: 'invalid', at: '${REGISTRY}/python:3.14' },
        { message: 'invalid', at: 'example/$NAME:1' },
        { message: 'invalid', at: 'x/${IMAGE}:1' },
      ],
      output: null,
    },
    {
      name: 'one default that another makes',
      code: 'ARG VERSION="3.14 slim"\nARG TAG=${VERSION}\nFROM python:$TAG\n',
      findings: [{ message: 'invalid', at: 'python:$TAG' }],
      output: null,
    },
  ],
});
