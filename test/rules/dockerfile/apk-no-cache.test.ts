import { apkNoCache } from '../../../server/src/rules/dockerfile/packages/apk-no-cache';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM alpine:3.22\n';

ruleTester(apkNoCache, {
  valid: [
    `${base}RUN apk add --no-cache curl\n`,
    `${base}RUN apk --no-cache add curl && apk upgrade --no-cache\n`,
    `${base}RUN apk update && apk add curl && rm -rf /var/cache/apk/*\n`,
    { name: 'a cache mount', code: `${base}RUN --mount=type=cache,target=/var/cache/apk apk add curl\n` },
    {
      name: 'a cache mount at the link',
      code: `${base}RUN --mount=type=cache,target=/etc/apk/cache apk add curl\n`,
    },
    {
      name: 'a builder',
      code: `${base.trimEnd()} AS build\nRUN apk add curl\nFROM scratch\nCOPY --from=build /a /a\n`,
    },
    { name: 'adds nothing', code: `${base}RUN apk info && apk del curl\n` },
    { name: 'flags out of a variable', code: `${base}ARG APK_FLAGS\nRUN apk add $APK_FLAGS curl\n` },
    {
      name: 'an update that keeps none',
      code: `${base}RUN apk --no-cache update && apk add --no-cache curl\n`,
    },
  ],
  invalid: [
    {
      code: `${base}RUN apk add curl\n`,
      findings: [{ message: 'base', at: 'apk add', severity: 'info' }],
      output: `${base}RUN apk add --no-cache curl\n`,
    },
    {
      name: 'the update goes too',
      code: `${base}RUN apk update \\\n    && apk add -t .build gcc \\\n    && apk del .build\n`,
      findings: [{ message: 'base', at: 'apk add' }],
      output: `${base}RUN apk add --no-cache -t .build gcc \\\n    && apk del .build\n`,
    },
    {
      name: 'an update that is of no use, and leaves the index',
      code: `${base}RUN apk update && \\\n    apk add --no-cache curl\n`,
      findings: [{ message: 'update', at: 'apk update' }],
      output: `${base}RUN apk add --no-cache curl\n`,
    },
    {
      name: 'several, in a heredoc',
      code: `${base}RUN <<EOF\nset -e\napk update\napk upgrade\napk add curl\nEOF\n`,
      findings: [
        { message: 'base', at: 'apk upgrade' },
        { message: 'base', at: 'apk add' },
      ],
      output: `${base}RUN <<EOF\nset -e\napk upgrade --no-cache\napk add --no-cache curl\nEOF\n`,
    },
    {
      name: 'out of a variable of the script, in a branch',
      code: `${base}RUN deps='gcc make' && if true; then apk add $deps; fi\n`,
      findings: [{ message: 'base', at: 'apk add' }],
      output: `${base}RUN deps='gcc make' && if true; then apk add --no-cache $deps; fi\n`,
    },
  ],
});
