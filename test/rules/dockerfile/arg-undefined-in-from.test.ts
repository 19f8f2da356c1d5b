import { argUndefinedInFrom } from '../../../server/src/rules/dockerfile/variables/arg-undefined-in-from';
import { ruleTester } from '../../support/rule-tester';

ruleTester(argUndefinedInFrom, {
  valid: [
    'ARG TAG=3.14\nFROM python:${TAG}\n',
    { name: 'declared without a default: a build argument may give it', code: 'ARG TAG\nFROM python:$TAG\n' },
    { name: 'with a default of its own', code: 'FROM python:${TAG:-3.14}\n' },
    { name: 'arguments of the platform', code: 'FROM --platform=$BUILDPLATFORM python:3.14\n' },
    { name: 'declared from another', code: 'ARG A=3\nARG B=$A\nFROM python:$B\n' },
    { name: 'a variable of a RUN', code: 'FROM python:3.14\nRUN echo $TAG\n' },
  ],
  invalid: [
    {
      code: '# base\nFROM python:${TAG}\n',
      findings: [
        {
          message: 'base',
          at: 'TAG',
          offers: [
            {
              title: 'Declare ARG TAG above the first FROM',
              output: '# base\nARG TAG\nFROM python:${TAG}\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'nearly the name of another',
      code: 'ARG PYTHON_VERSION=3.14\nFROM python:$PYTHON_VERSON-slim\nUSER 1000\n',
      findings: [
        {
          message: 'nearest',
          at: 'PYTHON_VERSON',
          offers: [
            {
              title: 'Change to "PYTHON_VERSION"',
              output: 'ARG PYTHON_VERSION=3.14\nFROM python:$PYTHON_VERSION-slim\nUSER 1000\n',
            },
            {
              title: 'Declare ARG PYTHON_VERSON above the first FROM',
              output:
                'ARG PYTHON_VERSION=3.14\nARG PYTHON_VERSON\nFROM python:$PYTHON_VERSON-slim\nUSER 1000\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'declared in a stage only',
      code: 'FROM python:3.14 AS a\nARG TAG=1\nFROM python:$TAG\n',
      findings: [
        {
          message: 'base',
          at: 'TAG',
          line: 2,
          offers: [
            {
              title: 'Declare ARG TAG above the first FROM',
              output: 'ARG TAG\nFROM python:3.14 AS a\nARG TAG=1\nFROM python:$TAG\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'in the platform',
      code: 'FROM --platform=${PLATFORM} python:3.14\n',
      findings: [
        {
          message: 'base',
          at: 'PLATFORM',
          offers: [
            {
              title: 'Declare ARG PLATFORM above the first FROM',
              output: 'ARG PLATFORM\nFROM --platform=${PLATFORM} python:3.14\n',
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
