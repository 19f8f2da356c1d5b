import { portDuplicate } from '../../../server/src/rules/compose/references/port-duplicate';
import { file } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

/** Two services that publish these, each with more keys where they are given. */
function two(first: string, second: string, more = ''): string {
  return file(
    'services:',
    `  web: {image: "a:1", ports: [${first}]${more}}`,
    `  job: {image: "a:1", ports: [${second}]${more}}`,
  );
}

ruleTester(portDuplicate, {
  valid: [
    two('"80:80"', '"81:80"'),
    two('"80:80/tcp"', '"80:80/udp"'),
    two('"127.0.0.1:80:80"', '"127.0.0.2:80:80"'),
    two('"0.0.0.0:80:80"', '"[::]:80:80"'),
    two('"80"', '"80"'),
    two('"${A}:80"', '"${B}:80"'),
    two('"${IP}:80:80"', '"80:80"'),
    two('"8000-8010:80"', '"8005:80"'),
    two('"8000-8010:8000-8010"', '"8011:80"'),
    two('"80:80"', '"80:80"', ', network_mode: host'),
    { name: 'the same twice', code: two('"80:80", "80:80"', '') },
    {
      name: 'one or the other',
      code: two('"80:80"', '"80:80"').replace('image: "a:1"', '$&, profiles: [dev]'),
    },
    {
      name: 'a file that completes another one',
      code: file('services:', '  web: {ports: ["80:80"]}', '  job: {image: "a:1", ports: ["80:80"]}'),
    },
  ],
  invalid: [
    {
      code: two('"80:80"', '"80:8080"'),
      findings: [
        {
          message:
            'Port 80 of the host is published by web and by job: the one that starts last fails, as the port is taken.',
          at: '"80:8080"',
          severity: 'error',
        },
      ],
      output: null,
    },
    {
      code: two('"127.0.0.1:80:80"', '{target: 80, published: 80}'),
      findings: [{ message: 'base', at: '{target: 80, published: 80}' }],
      output: null,
    },
    {
      code: two('"8000-8010:8000-8010"', '"8005:80"'),
      findings: [{ message: 'base', at: '"8005:80"' }],
      output: null,
    },
    {
      code: two('"${PORT:-80}:80"', '"80:80"', ', profiles: [dev]'),
      findings: [{ message: 'base', at: '"80:80"' }],
      output: null,
    },
    {
      code: two('"80:80", "80:81"', ''),
      findings: [{ message: 'same', at: '"80:81"' }],
      output: null,
    },
    {
      name: 'one list for two services',
      code: file(
        'x-p: &p ["80:80"]',
        'services:',
        '  web: {image: "a:1", ports: *p}',
        '  job: {image: "a:1", ports: *p}',
      ),
      findings: [{ message: 'base', at: '"80:80"' }],
      output: null,
    },
  ],
});
