import { oscapDockerNeedsDev } from '../../../server/src/rules/dockerfile/tools/oscap-docker-needs-dev';
import { ruleTester } from '../../support/rule-tester';

const scan = (tag: string): string =>
  `FROM dhi.io/openscap:${tag}\nENTRYPOINT ["oscap-docker", "container", "app", "xccdf", "eval"]\n`;

ruleTester(oscapDockerNeedsDev, {
  valid: [
    scan('1-debian13-dev'),
    'FROM dhi.io/openscap:1-debian13\nCMD ["info", "/scap/ds.xml"]\n',
    { name: 'a tag that a variable names', code: `ARG TAG\n${scan('$TAG')}` },
    { name: 'another image', code: scan('1').replace('dhi.io/openscap', 'example.com/openscap') },
    {
      name: 'brought by a builder',
      code: 'FROM dhi.io/openscap:1-dev AS build\nFROM dhi.io/openscap:1\nCOPY --from=build /usr/bin/oscap-docker /usr/bin/oscap-docker\nENTRYPOINT ["oscap-docker"]\n',
    },
    {
      name: 'a heredoc that only speaks of it',
      code: 'FROM dhi.io/openscap:1-dev\nRUN <<EOF\necho oscap-docker\nEOF\n',
    },
  ],
  invalid: [
    {
      code: scan('1-debian13'),
      findings: [
        {
          message:
            'dhi.io/openscap:1-debian13 has oscap alone: oscap-docker is only in the build variant, because it needs root to reach the engine.',
          at: '"oscap-docker"',
          offers: [{ title: 'Change to the build variant "1-debian13-dev"', output: scan('1-debian13-dev') }],
        },
      ],
      output: null,
    },
    {
      name: 'by its path, in a stage that stands on another, with a mirror',
      code: 'FROM acme/dhi-openscap:1.4 AS base\nFROM base\nCMD ["/usr/bin/oscap-docker", "image", "app"]\n',
      findings: [
        {
          message: 'base',
          at: '"/usr/bin/oscap-docker"',
          offers: [
            {
              title: 'Change to the build variant "1.4-dev"',
              output:
                'FROM acme/dhi-openscap:1.4-dev AS base\nFROM base\nCMD ["/usr/bin/oscap-docker", "image", "app"]\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'in shell form; a digest holds the image',
      code: `FROM dhi.io/openscap:1@sha256:${'a'.repeat(64)}\nENTRYPOINT exec oscap-docker image app\n`,
      findings: [{ message: 'base', at: 'oscap-docker' }],
      output: null,
    },
    {
      name: 'in a RUN',
      code: 'FROM dhi.io/openscap:1 AS scan\nRUN ["oscap-docker", "image", "app"]\nFROM dhi.io/openscap:1\n',
      findings: [
        {
          message: 'base',
          at: '"oscap-docker"',
          offers: [
            {
              title: 'Change to the build variant "1-dev"',
              output:
                'FROM dhi.io/openscap:1-dev AS scan\nRUN ["oscap-docker", "image", "app"]\nFROM dhi.io/openscap:1\n',
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
