import { imageReferenceInvalid } from '../../../server/src/rules/dockerfile/images/image-reference-invalid';
import { ruleTester } from '../../support/rule-tester';

ruleTester(imageReferenceInvalid, {
  valid: [
    'FROM python:3.14\n',
    { name: 'a stage in another case', code: 'FROM a:1 AS base\nFROM Base\n' },
    { name: 'a host in upper case', code: 'FROM Registry.example.com:5000/a:1\n' },
    { name: 'a variable', code: 'ARG TAG=A B\nFROM python:${TAG}\n' },
    { name: 'a placeholder is another rule', code: 'FROM dhi.io/python:<tag>\n' },
    { name: 'a placeholder of a template', code: 'FROM python:{{ version }}\n' },
    { name: 'a named build context', code: 'FROM My_Base!\n', around: { namedContexts: ['My_Base!'] } },
    { name: 'what is copied from is another rule', code: 'FROM scratch\nCOPY --from=Not_An_Image! /a /a\n' },
    { name: 'in a heredoc', code: 'FROM a:1\nCOPY <<EOF /x\nFROM A:1\nEOF\n' },
  ],
  invalid: [
    {
      code: 'FROM Example/../Tool:1.2\n',
      findings: [{ message: 'format', at: 'Example/../Tool:1.2' }],
      output: null,
    },
    {
      name: 'upper case',
      code: 'FROM example/Tool:1.2-Alpine AS build\n',
      findings: [{ message: 'uppercase', at: 'example/Tool' }],
      output: 'FROM example/tool:1.2-Alpine AS build\n',
    },
    {
      name: 'a stage of that name comes later',
      code: 'FROM Base AS app\nFROM a:1 AS base\n',
      findings: [{ message: 'uppercase', at: 'Base' }],
      output: null,
    },
    {
      name: 'a digest that is too short, a tag that is none',
      code: 'FROM python:3.14@sha256:abc123 AS a\nFROM python:-3 AS b\nFROM python: AS c\n',
      findings: [
        { message: 'digest', at: 'sha256:abc123' },
        { message: 'tag', at: '-3' },
        { message: 'tag', at: ':' },
      ],
      output: null,
    },
    {
      name: 'an address is no reference',
      code: 'FROM https://example.com/team/app:1\n',
      findings: [{ message: 'format', at: 'https://example.com/team/app:1' }],
      output: null,
    },
  ],
});
