import { runOptionAfterImage } from '../../../server/src/rules/compose/tools/run-option-after-image';
import { ruleTester } from '../../support/rule-tester';

const scan = (rest: string, image = 'dhi.io/openscap:1-debian13'): string =>
  `services:\n  scan:\n    image: ${image}\n    ${rest}\n`;

ruleTester(runOptionAfterImage, {
  valid: [
    scan('command: [xccdf, eval, /stigs/ds.xml]\n    volumes:\n      - ./out:/out'),
    { name: "the program's own flag", code: scan('command: [-v, eval]') },
    { name: 'behind a command of the program', code: scan('command: [eval, -v, ./out:/out]') },
    { name: 'a value without a value', code: scan('command: [-v, "${OUT}", eval]') },
    {
      name: 'options in their place',
      code: scan('command: sh -c "docker run -v /a:/b tool:1"', 'docker:29-cli'),
    },
    {
      name: 'an anchor that nobody uses as a command',
      code: 'x-options: &options [-v, ./a:/b]\nservices:\n  a:\n    image: example.com/a:1\n    dns: *options\n',
    },
  ],
  invalid: [
    {
      name: 'the words behind the image of a docker run',
      code: scan('command: ["-v", "$(pwd)/out:/out", "xccdf", "eval"]').replace('$(pwd)', '.'),
      findings: [
        {
          message:
            '-v is an option of docker run. In command: it goes to the program in the container, and nothing is mounted. Write it under volumes:.',
          at: '"-v"',
          offers: [
            {
              title: 'Move it to volumes',
              output: scan('command: ["xccdf", "eval"]\n    volumes:\n      - ./out:/out'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'in a list; volumes are there',
      code: scan(
        'command:\n      - --volume\n      - ./out:/out\n      - xccdf\n    volumes:\n      - ./stigs:/stigs',
      ),
      findings: [
        {
          message: 'command',
          at: '--volume',
          offers: [
            {
              title: 'Move it to volumes',
              output: scan(
                'command:\n      - xccdf\n    volumes:\n      - ./stigs:/stigs\n      - ./out:/out',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'in a text',
      code: scan('command: -v ./out:/out xccdf eval'),
      findings: [{ message: 'command', at: '-v' }],
      output: null,
    },
    {
      name: 'a docker run of a service, in both forms',
      code: `${scan('command: sh -c "docker run --rm dhi.io/openscap:1 -v /a:/b eval"', 'docker:29-cli')}  two:\n    image: docker:29-cli\n    entrypoint: [docker, run, dhi.io/openscap:1, -v, "/a:/b", eval]\n`,
      findings: [
        { message: 'run', at: '-v', line: 3 },
        { message: 'run', at: '-v', line: 6 },
      ],
      output: null,
    },
  ],
});
