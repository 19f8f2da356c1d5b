import { dockerCliImage } from '../../../server/src/rules/dockerfile/tools/docker-cli-image';
import { ruleTester } from '../../support/rule-tester';

const ci = (image: string, rest = ''): string =>
  `FROM ${image}\nUSER 1000\n${rest}ENTRYPOINT ["docker"]\nCMD ["ps"]\n`;
const copy = (image: string, base: string): string =>
  `FROM ${base}\nUSER 1000\nCOPY --from=${image} /usr/local/bin/docker /usr/local/bin/docker\n`;

ruleTester(dockerCliImage, {
  valid: [
    ci('dhi.io/docker:29-cli'),
    ci('docker:29-dind'),
    { name: 'another image of that name', code: ci('acme/docker:cli') },
    { name: 'a tag that a variable names', code: `ARG TAG\n${ci('docker:$TAG')}` },
    { name: 'the engine', code: 'FROM docker:latest\nUSER 1000\nENTRYPOINT ["dockerd-entrypoint.sh"]\n' },
    {
      name: 'a heredoc of that name',
      code: 'FROM alpine:3.22\nUSER 1000\nCOPY <<EOF /from\ndocker:cli\nEOF\n',
    },
    {
      name: 'a builder of that name',
      code: 'FROM alpine:3.22 AS docker\nFROM alpine:3.22\nUSER 1000\nCOPY --from=docker /x /x\n',
    },
  ],
  invalid: [
    {
      code: ci('docker:29-cli'),
      findings: [
        {
          message:
            'As a client, docker:29-cli brings a shell and the tools of a distribution along. dhi.io/docker has the same client and nothing else.',
          at: 'docker:29-cli',
          offers: [{ title: 'Change to dhi.io/docker:29-cli', output: ci('dhi.io/docker:29-cli') }],
        },
      ],
      output: null,
    },
    {
      name: 'the newest',
      code: ci('docker:cli'),
      findings: [
        {
          message: 'base',
          at: 'docker:cli',
          offers: [{ title: 'Change to dhi.io/docker:29-cli', output: ci('dhi.io/docker:29-cli') }],
        },
      ],
      output: null,
    },
    {
      name: 'a version from a variable, which stays',
      code: `ARG VERSION=29\n${ci('docker:${VERSION}-cli')}`,
      findings: [
        {
          message: 'base',
          at: 'docker:${VERSION}-cli',
          offers: [
            {
              title: 'Change to dhi.io/docker:29-cli',
              output: `ARG VERSION=29\n${ci('dhi.io/docker:${VERSION}-cli')}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a version that there is not; a stage that needs the shell',
      code: `${ci('docker:24-cli').replace('FROM docker:24-cli', 'FROM docker:24-cli AS old')}${ci('docker:29-cli', 'RUN docker --version\n')}`,
      findings: [
        { message: 'base', at: 'docker:24-cli' },
        { message: 'base', at: 'docker:29-cli' },
      ],
      output: null,
    },
    {
      name: 'copied out of it',
      code: copy('docker:29-cli', 'debian:trixie-slim'),
      findings: [
        {
          message: 'The client comes from docker:29-cli here. dhi.io/docker has a hardened build of it.',
          at: 'docker:29-cli',
          offers: [
            {
              title: 'Change to dhi.io/docker:29-cli',
              output: copy('dhi.io/docker:29-cli', 'debian:trixie-slim'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'copied to Alpine, where what is built for Debian may not run',
      code: copy('docker:29-cli', 'alpine:3.22'),
      findings: [{ message: 'source', at: 'docker:29-cli' }],
      output: null,
    },
  ],
});
