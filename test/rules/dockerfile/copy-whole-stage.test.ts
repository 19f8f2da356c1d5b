import { copyWholeStage } from '../../../server/src/rules/dockerfile/stages/copy-whole-stage';
import { ruleTester } from '../../support/rule-tester';

ruleTester(copyWholeStage, {
  valid: [
    'FROM golang:1.26 AS build\nFROM debian:13\nCOPY --from=build /app /app\n',
    { name: 'layers made one', code: 'FROM debian:13 AS build\nFROM scratch\nCOPY --from=build / /\n' },
    {
      name: 'layers made one, with a stage between',
      code: 'FROM debian:13 AS build\nFROM scratch AS base\nFROM base\nCOPY --from=build / /\n',
    },
    {
      name: 'a few files that were put together',
      code: 'FROM scratch AS files\nCOPY a /a\nFROM debian:13\nCOPY --from=files / /\n',
    },
    {
      name: 'an image that is made to be copied whole',
      code: 'FROM --platform=$BUILDPLATFORM tonistiigi/xx:1.6 AS xx\nFROM alpine:3.23\nCOPY --from=xx / /\n',
    },
    {
      name: 'somewhere below',
      code: 'FROM debian:13 AS build\nFROM debian:13\nCOPY --from=build / /rootfs/\n',
    },
    { name: 'the context', code: 'FROM debian:13\nCOPY / /\n' },
    { name: 'a variable', code: 'FROM debian:13 AS build\nFROM debian:13\nCOPY --from=build / ${TARGET}\n' },
  ],
  invalid: [
    {
      code: 'FROM golang:1.26 AS build\nFROM debian:13\nCOPY --from=build / /\n',
      findings: [
        {
          message:
            'This puts the whole system of "build" over the one that is here: its tools, caches and users come along. Copy what is needed alone.',
          at: '/',
        },
      ],
      output: null,
    },
    {
      name: 'all in it, by a work directory',
      code: 'FROM alpine:3.23 AS build\nFROM debian:13\nWORKDIR /\nCOPY --from=build /* ./\n',
      findings: [{ message: 'base', at: '/*' }],
      output: null,
    },
    {
      name: 'an image',
      code: 'FROM debian:13\nCOPY --from=alpine:3.23 /. /\n',
      findings: [{ message: 'base', at: '/.' }],
      output: null,
    },
    {
      name: 'a stage that stands on a stage, into a builder',
      code: 'FROM alpine:3.23 AS base\nFROM base AS tools\nFROM alpine:3.23 AS build\nCOPY --link --from=tools / /\nFROM scratch\n',
      findings: [{ message: 'base', at: '/', line: 3 }],
      output: null,
    },
  ],
});
