import { oscapDockerNeedsDev } from '../../../server/src/rules/compose/tools/oscap-docker-needs-dev';
import { ruleTester } from '../../support/rule-tester';

const scan = (tag: string, how: string): string =>
  `services:\n  scan:\n    image: dhi.io/openscap:${tag}\n    ${how}\n`;

ruleTester(oscapDockerNeedsDev, {
  valid: [
    scan('1-debian13-dev', 'entrypoint: oscap-docker'),
    scan('1-debian13', 'command: [xccdf, eval, /ds.xml]'),
    { name: 'a tag without a value', code: scan('${TAG}', 'entrypoint: oscap-docker') },
    { name: 'an argument of that name', code: scan('1', 'command: [info, oscap-docker]') },
    {
      name: 'an anchor of another image',
      code: 'x-scan: &scan\n  entrypoint: oscap-docker\nservices:\n  scan:\n    <<: *scan\n    image: example.com/scap\n',
    },
  ],
  invalid: [
    {
      code: scan('1-debian13', 'entrypoint: oscap-docker'),
      findings: [
        {
          message: 'base',
          at: 'oscap-docker',
          offers: [
            {
              title: 'Change to the build variant "1-debian13-dev"',
              output: scan('1-debian13-dev', 'entrypoint: oscap-docker'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      code: scan('"1"', 'command: ["/usr/bin/oscap-docker", image, app]').replace(':"1"', ':1'),
      findings: [
        {
          message: 'base',
          at: '"/usr/bin/oscap-docker"',
          offers: [
            {
              title: 'Change to the build variant "1-dev"',
              output: scan('1-dev', 'command: ["/usr/bin/oscap-docker", image, app]'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'one text for two services',
      code: 'x-scan: &scan\n  image: dhi.io/openscap:1\n  entrypoint: [oscap-docker]\nservices:\n  one:\n    <<: *scan\n  two:\n    <<: *scan\n',
      findings: [{ message: 'base', at: 'oscap-docker' }],
      output: null,
    },
    {
      name: 'a text; a digest holds the image; a version of before',
      code: `services:\n  one:\n    image: dhi.io/openscap:1@sha256:${'a'.repeat(64)}\n    command: oscap-docker image app\n  two:\n    image: acme/dhi-openscap:1.3\n    entrypoint: ["oscap-docker"]\n`,
      findings: [
        { message: 'base', at: 'oscap-docker image app' },
        {
          message: 'base',
          at: '"oscap-docker"',
          offers: [
            {
              title: 'Change to the build variant "1.3-dev"',
              output: `services:\n  one:\n    image: dhi.io/openscap:1@sha256:${'a'.repeat(64)}\n    command: oscap-docker image app\n  two:\n    image: acme/dhi-openscap:1.3-dev\n    entrypoint: ["oscap-docker"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
