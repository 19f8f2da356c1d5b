import { sudo } from '../../../server/src/rules/dockerfile/user/sudo';
import { ruleTester } from '../../support/rule-tester';

ruleTester(sudo, {
  valid: [
    'FROM alpine:3.22\nRUN apk add --no-cache doas\nUSER 1000\n',
    'FROM alpine:3.22\nRUN echo sudo && rm -f /etc/sudoers\nUSER 1000\n',
    {
      name: 'installed in a builder',
      code: 'FROM debian:trixie AS build\nRUN apt-get install -y sudo\nFROM scratch\nCOPY --from=build /a /\n',
    },
    {
      name: 'in a heredoc that is a file',
      code: 'FROM alpine:3.22\nCOPY <<EOF /run.sh\nsudo true\nEOF\nUSER 1000\n',
    },
    'FROM alpine:3.22\nRUN ["sudo", "true"]\nUSER 1000\n',
  ],
  invalid: [
    {
      code: 'FROM debian:trixie AS build\nRUN sudo make install\nUSER 1000\n',
      findings: [{ message: 'root', at: 'sudo' }],
      output: 'FROM debian:trixie AS build\nRUN make install\nUSER 1000\n',
    },
    {
      name: 'several, around a shell, in a heredoc',
      code: 'FROM debian:trixie\nRUN sudo sh -c "a && b" && \\\n    X=1 sudo  c\nRUN <<EOF\nsudo d\nEOF\nUSER 1000\n',
      findings: [
        { message: 'root', at: 'sudo', line: 1 },
        { message: 'root', at: 'sudo', line: 2 },
        { message: 'root', at: 'sudo', line: 4 },
      ],
      output: 'FROM debian:trixie\nRUN sh -c "a && b" && \\\n    X=1 c\nRUN <<EOF\nd\nEOF\nUSER 1000\n',
    },
    {
      name: 'by another user, by one who is not known, with flags',
      code: 'FROM debian:trixie\nUSER 1000\nRUN sudo a\nFROM example/app:1.0\nRUN sudo b\nRUN sudo -E c\nRUN sudo -u postgres initdb\nUSER 1000\n',
      findings: [
        { message: 'base', at: 'sudo', line: 2 },
        { message: 'base', at: 'sudo', line: 4 },
        { message: 'base', at: 'sudo', line: 5 },
        { message: 'other', at: 'sudo', line: 6 },
      ],
      output: null,
    },
    {
      name: 'root again, below a stage',
      code: 'FROM debian:trixie AS base\nUSER 1000\nFROM base\nUSER root\nRUN sudo a\nUSER 1000\n',
      findings: [{ message: 'root', at: 'sudo' }],
      output: 'FROM debian:trixie AS base\nUSER 1000\nFROM base\nUSER root\nRUN a\nUSER 1000\n',
    },
    {
      name: 'the package, and a call without a command',
      code: 'FROM alpine:3.22\nRUN apk add --no-cache sudo && sudo -v\nUSER 1000\nONBUILD RUN sudo x\n',
      findings: [
        { message: 'package', at: 'sudo', line: 1 },
        { message: 'root', at: 'sudo', line: 1 },
        { message: 'base', at: 'sudo', line: 3 },
      ],
      output: null,
    },
  ],
});
