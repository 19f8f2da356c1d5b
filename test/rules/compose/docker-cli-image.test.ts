import { dockerCliImage } from '../../../server/src/rules/compose/tools/docker-cli-image';
import { ruleTester } from '../../support/rule-tester';

const client = (image: string, rest: string): string =>
  `services:\n  cli:\n    image: ${image}\n    ${rest}\n`;

ruleTester(dockerCliImage, {
  valid: [
    client('dhi.io/docker:29-cli', 'command: [ps]'),
    client('docker:29-dind', 'privileged: true'),
    { name: 'the engine', code: client('docker:latest', 'privileged: true\n    command: [dockerd]') },
    { name: 'it may be the engine', code: client('docker', 'restart: always') },
    { name: 'it needs the shell', code: client('docker:cli', 'command: sh -c "docker ps"') },
    { name: 'a tag without a value', code: client('docker:${TAG}', 'command: [ps]') },
    {
      name: 'an anchor of another image',
      code: 'x-c: &c\n  command: [ps]\nservices:\n  a:\n    <<: *c\n    image: example.com/docker:cli\n',
    },
  ],
  invalid: [
    {
      code: client('docker:29-cli', 'command: [ps]'),
      findings: [
        {
          message: 'base',
          at: 'docker:29-cli',
          offers: [
            {
              title: 'Change to dhi.io/docker:29-cli',
              output: client('dhi.io/docker:29-cli', 'command: [ps]'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      code: client('docker:latest', 'entrypoint: [docker, ps]'),
      findings: [
        {
          message: 'base',
          at: 'docker:latest',
          offers: [
            {
              title: 'Change to dhi.io/docker:29-cli',
              output: client('dhi.io/docker:29-cli', 'entrypoint: [docker, ps]'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'the hardened image says docker itself',
      code: client('docker:cli', 'command: docker ps'),
      findings: [{ message: 'base', at: 'docker:cli' }],
      output: null,
    },
    {
      name: 'without a command',
      code: client('docker:cli', 'tty: true'),
      findings: [{ message: 'base', at: 'docker:cli' }],
      output: null,
    },
  ],
});
