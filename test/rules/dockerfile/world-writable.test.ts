import { worldWritable } from '../../../server/src/rules/dockerfile/user/world-writable';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim\n';

ruleTester(worldWritable, {
  valid: [
    `${base}RUN chmod 755 /a && chmod -R 0644 /b && chmod u+w,g+w /c && chmod +x /d\n`,
    {
      name: 'a sticky bit, as in /tmp',
      code: `${base}RUN mkdir -m 1777 /t && chmod 1777 /u && chmod a+rwxt /v\n`,
    },
    { name: 'taken away', code: `${base}RUN chmod -R o-w,go-w /a\n` },
    { name: "the group's rights", code: `${base}RUN chmod -R g=u /a && chmod 775 /b\n` },
    {
      name: 'a builder',
      code: `${base.trimEnd()} AS build\nRUN chmod 777 /a\nFROM scratch\nCOPY --from=build /a /a\n`,
    },
    { name: 'a variable', code: `${base}ARG MODE\nRUN chmod $MODE /a\nCOPY --chmod=$MODE a /a\n` },
    { name: 'no mode', code: `${base}RUN chmod --reference=/a /777 && mkdir 777 && echo chmod 777 /a\n` },
  ],
  invalid: [
    {
      code: `${base}RUN chmod -R 777 /data\n`,
      findings: [
        {
          message: 'base',
          at: '777',
          severity: 'warning',
          offers: [
            { title: 'Change to 755', output: `${base}RUN chmod -R 755 /data\n` },
            { title: 'Change to 770', output: `${base}RUN chmod -R 770 /data\n` },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'COPY and mkdir',
      code: `${base}COPY --chmod=0666 a /a\nRUN mkdir --mode=777 /b\n`,
      findings: [
        {
          message: 'base',
          at: '0666',
          offers: [
            { title: 'Change to 0644', output: `${base}COPY --chmod=0644 a /a\nRUN mkdir --mode=777 /b\n` },
            { title: 'Change to 0660', output: `${base}COPY --chmod=0660 a /a\nRUN mkdir --mode=777 /b\n` },
          ],
        },
        {
          message: 'base',
          at: '777',
          offers: [
            { title: 'Change to 755', output: `${base}COPY --chmod=0666 a /a\nRUN mkdir --mode=755 /b\n` },
            { title: 'Change to 770', output: `${base}COPY --chmod=0666 a /a\nRUN mkdir --mode=770 /b\n` },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'letters, in a heredoc',
      code: `${base}RUN <<EOF\nchmod a+rwx /a\nchmod ugo+w /b\nEOF\n`,
      findings: [
        {
          message: 'base',
          at: 'a+rwx',
          offers: [
            {
              title: 'Change to ug+rwx,o+rx',
              output: `${base}RUN <<EOF\nchmod ug+rwx,o+rx /a\nchmod ugo+w /b\nEOF\n`,
            },
          ],
        },
        {
          message: 'base',
          at: 'ugo+w',
          offers: [
            { title: 'Change to ug+w', output: `${base}RUN <<EOF\nchmod a+rwx /a\nchmod ug+w /b\nEOF\n` },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'others alone, and several clauses, in a stage that the last one stands on',
      code: `${base.trimEnd()} AS base\nRUN chmod o+w /a \\\n    && chmod u=rwx,o=rwx /b\nFROM base\nUSER 1000\n`,
      findings: [
        { message: 'base', at: 'o+w' },
        { message: 'base', at: 'u=rwx,o=rwx' },
      ],
      output: null,
    },
  ],
});
