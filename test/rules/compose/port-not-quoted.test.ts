import { portNotQuoted } from '../../../server/src/rules/compose/network/port-not-quoted';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

function ports(...items: readonly string[]): string {
  return web('image: app:1', 'ports:', ...items.map((item) => `  - ${item}`));
}

ruleTester(portNotQuoted, {
  valid: [
    ports('"22:22"', "'2222:22'"),
    { name: 'a number below 60 is not in the last place', code: ports('22:80', '8080:60', '8080:443') },
    ports('22', '8000-8001:22-23', '127.0.0.1:22:22'),
    ports('2222:22/tcp', '${PORT}:22', '022:22'),
    ports('{target: 22, published: 22}'),
    web('image: app:1', 'command: 22:22'),
  ],
  invalid: [
    {
      code: ports('2222:22 # ssh'),
      findings: [
        {
          message:
            'YAML 1.1 reads 2222:22 as the number 133342, in base 60: podman-compose and docker-compose 1 then publish another port. Quotes prevent that.',
          at: '2222:22',
          severity: 'warning',
        },
      ],
      output: ports('"2222:22" # ssh'),
    },
    {
      name: "in the file's own quotes",
      code: ports("'8080:80'", '21:21', '25:25'),
      findings: [
        { message: 'base', at: '21:21' },
        { message: 'base', at: '25:25' },
      ],
      output: ports("'8080:80'", "'21:21'", "'25:25'"),
    },
    {
      code: 'services: {web: {image: app:1, ports: [53:53]}}\n',
      findings: [{ message: 'base', at: '53:53' }],
      output: 'services: {web: {image: app:1, ports: ["53:53"]}}\n',
    },
    {
      name: 'once in an anchor that two services share',
      code: file(
        'x-p: &p',
        '  - 1022:9',
        'services:',
        '  web: {image: app:1, ports: *p}',
        '  job: {image: job:1, ports: *p}',
      ),
      findings: [{ message: 'base', at: '1022:9' }],
      output: file(
        'x-p: &p',
        '  - "1022:9"',
        'services:',
        '  web: {image: app:1, ports: *p}',
        '  job: {image: job:1, ports: *p}',
      ),
    },
  ],
});
