import { passwordSet } from '../../../server/src/rules/dockerfile/user/password-set';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim\n';

ruleTester(passwordSet, {
  valid: [
    `${base}RUN useradd app && passwd -l root && usermod -L app\n`,
    { name: 'locked', code: `${base}RUN useradd -p '!' app && useradd -p '*' b\n` },
    {
      name: 'out of a secret',
      code: `${base}RUN --mount=type=secret,id=p echo "root:$(cat /run/secrets/p)" | chpasswd\n`,
    },
    {
      name: 'out of a variable',
      code: `${base}ARG P\nRUN echo "root:$P" | chpasswd && useradd -p "$P" app\n`,
    },
    {
      name: 'a builder',
      code: `${base.trimEnd()} AS build\nRUN echo root:x | chpasswd\nFROM scratch\nCOPY --from=build /a /a\n`,
    },
    { name: 'only named', code: `${base}RUN echo "chpasswd root:x"\n` },
  ],
  invalid: [
    {
      code: `${base}RUN echo 'root:letmein' | chpasswd\n`,
      findings: [{ message: 'base', at: "'root:letmein'", severity: 'error' }],
      output: null,
    },
    {
      name: 'by printf, by <<<',
      code: `${base}RUN printf 'root:a\\n' | chpasswd\nRUN chpasswd <<< "root:b"\n`,
      findings: [
        { message: 'base', at: "'root:a\\n'" },
        { message: 'base', at: '"root:b"' },
      ],
      output: null,
    },
    {
      name: 'hashes',
      code: `${base}RUN useradd -m -p saltHASHhash app && usermod --password=saltHASHhash root\n`,
      findings: [
        { message: 'hash', at: 'saltHASHhash' },
        { message: 'hash', at: 'saltHASHhash' },
      ],
      output: null,
    },
    {
      name: 'none at all, and by passwd',
      code: `${base}RUN passwd -d root && echo hunter2 | passwd --stdin app\n`,
      findings: [
        { message: 'empty', at: '-d' },
        { message: 'base', at: 'hunter2' },
      ],
      output: null,
    },
  ],
});
