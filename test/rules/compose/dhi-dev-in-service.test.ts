import { dhiDevInService } from '../../../server/src/rules/compose/images/dhi-dev-in-service';
import { ruleTester } from '../../support/rule-tester';

const service = (image: string, rest = ''): string => `services:\n  app:\n    image: ${image}\n${rest}`;
const dev = 'dhi.io/python:3.13-debian13-dev';

ruleTester(dhiDevInService, {
  valid: [
    service('dhi.io/python:3.13-debian13'),
    { name: 'a profile for debugging', code: service(dev, '    profiles: [debug]\n') },
    {
      name: 'profiles for developers',
      code: service(dev, '    profiles:\n      - dev-tools\n      - test\n'),
    },
    { name: 'a name that is built here', code: service(dev, '    build: .\n') },
    { name: 'a variable without a value', code: service('dhi.io/python:${TAG}') },
    { name: 'no hardened image', code: service('example/python:3.13-dev') },
    {
      name: 'OpenSCAP, whose build variant runs oscap-docker',
      code: service('dhi.io/openscap:1-debian13-dev'),
    },
    {
      name: 'an anchor',
      code: 'x-image: &i\n  image: dhi.io/python:3.13-debian13\nservices:\n  app:\n    <<: *i\n',
    },
  ],
  invalid: [
    {
      code: service(dev, '    command: ["python3", "-m", "http.server"]\n'),
      findings: [
        {
          message: 'base',
          at: '3.13-debian13-dev',
          severity: 'warning',
          offers: [
            {
              title: 'Change to the runtime variant "3.13-debian13"',
              output: service(
                'dhi.io/python:3.13-debian13',
                '    command: ["python3", "-m", "http.server"]\n',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a default, in quotes',
      code: service('"acme/dhi-node:24-debian13-dev"'),
      findings: [
        {
          message: 'base',
          at: '24-debian13-dev',
          offers: [
            {
              title: 'Change to the runtime variant "24-debian13"',
              output: service('"acme/dhi-node:24-debian13"'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a command that needs the shell',
      code: service(dev, '    command: ["sh", "-c", "python3 -m http.server"]\n'),
      findings: [{ message: 'base', at: '3.13-debian13-dev' }],
      output: null,
    },
    {
      name: 'a profile that production may have, and a volume of root',
      code: service(dev, '    profiles: [europe]\n    volumes:\n      - data:/data\nvolumes:\n  data:\n'),
      findings: [{ message: 'base', at: '3.13-debian13-dev' }],
      output: null,
    },
    {
      name: 'a variable in the tag',
      code: service('dhi.io/python:${V:-3.13}-dev'),
      findings: [{ message: 'base', at: 'dhi.io/python:${V:-3.13}-dev' }],
      output: null,
    },
  ],
});
