import { setuidAdded } from '../../../server/src/rules/dockerfile/user/setuid-added';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim\n';

ruleTester(setuidAdded, {
  valid: [
    `${base}RUN chmod 755 /a && chmod u+x /b\n`,
    { name: 'taken away', code: `${base}RUN chmod u-s /a && find / -perm /6000 -exec chmod a-s {} +\n` },
    {
      name: 'the group bit of a folder',
      code: `${base}RUN chmod g+s /a && chmod 2775 /b && mkdir -m 2755 /c\n`,
    },
    { name: 'a sticky bit', code: `${base}RUN chmod 1777 /a\n` },
    {
      name: 'a builder',
      code: `${base.trimEnd()} AS build\nRUN chmod u+s /a\nFROM scratch\nCOPY --from=build /b /b\n`,
    },
  ],
  invalid: [
    {
      code: `${base}RUN chmod u+s /a\n`,
      findings: [{ message: 'base', at: 'u+s', severity: 'warning' }],
      output: null,
    },
    {
      code: `${base}RUN chmod 4755 /a && chmod +s /b\n`,
      findings: [
        { message: 'base', at: '4755' },
        { message: 'base', at: '+s' },
      ],
      output: null,
    },
    {
      name: 'COPY and install',
      code: `${base}COPY --chmod=6755 a /a\nRUN install -m 4711 a /b\n`,
      findings: [
        { message: 'base', at: '6755' },
        { message: 'base', at: '4711' },
      ],
      output: null,
    },
    {
      name: 'in a heredoc, of several clauses',
      code: `${base}RUN <<EOF\nchmod go-w,ug+s /a\nEOF\n`,
      findings: [{ message: 'base', at: 'go-w,ug+s' }],
      output: null,
    },
  ],
});
