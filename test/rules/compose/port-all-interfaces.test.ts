import { portAllInterfaces } from '../../../server/src/rules/compose/network/port-all-interfaces';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const title = 'Publish on 127.0.0.1 only';

/** A service with one port, written like this. */
function port(text: string): string {
  return web('image: app:1', 'ports:', `  - ${text}`);
}

ruleTester(portAllInterfaces, {
  valid: [
    port('"127.0.0.1:8080:80"'),
    port('"[::1]:8080:80"'),
    port('"192.168.1.5:5432:5432"'),
    port('"127.0.0.1::5432"'),
    port('"${BIND}:5432:5432"'),
    port('"${BIND:-0.0.0.0}:5432:5432"'),
    port('"${DB}:5432"'),
    port('{target: 5432, published: 5432, host_ip: 127.0.0.1}'),
    port('{target: 5432, published: 5432, host_ip: "${IP}"}'),
    web('image: app:1', 'network_mode: host', 'ports: ["5432:5432"]'),
    web('image: app:1', 'network_mode: ${MODE}', 'ports: ["5432:5432"]'),
    web('image: app:1', 'expose: ["5432"]'),
    web('image: app:1', 'ports: !reset ["5432:5432"]'),
  ],
  invalid: [
    {
      code: port('"8080:80" # web'),
      findings: [
        {
          message:
            "Port 8080 is published on every interface of the host, and Docker passes over the host's firewall rules.",
          at: '"8080:80"',
          severity: 'info',
          offers: [{ title, output: port('"127.0.0.1:8080:80" # web') }],
        },
      ],
      output: null,
    },
    {
      settings: { profile: 'strict' },
      code: port("'8080-8081:80-81/udp'"),
      findings: [
        {
          message: 'base',
          at: "'8080-8081:80-81/udp'",
          severity: 'warning',
          offers: [{ title, output: port("'127.0.0.1:8080-8081:80-81/udp'") }],
        },
      ],
      output: null,
    },
    {
      code: port('5432:5432'),
      findings: [
        {
          message:
            'PostgreSQL on port 5432 is published on every interface of the host: whoever reaches the host reaches it.',
          at: '5432:5432',
          severity: 'warning',
          offers: [{ title, output: port('"127.0.0.1:5432:5432"') }],
        },
      ],
      output: null,
    },
    {
      code: port('"${DB_PORT:-15432}:5432"'),
      findings: [
        {
          message: 'guarded',
          at: '"${DB_PORT:-15432}:5432"',
          severity: 'warning',
          offers: [{ title, output: port('"127.0.0.1:${DB_PORT:-15432}:5432"') }],
        },
      ],
      output: null,
    },
    {
      name: 'a port that Docker picks is open as well',
      code: port('"6379"'),
      findings: [
        {
          message: 'guarded',
          at: '"6379"',
          severity: 'warning',
          offers: [{ title, output: port('"127.0.0.1::6379"') }],
        },
      ],
      output: null,
    },
    {
      code: port('"0.0.0.0:9200:9200"'),
      findings: [
        {
          message: 'guarded',
          at: '"0.0.0.0:9200:9200"',
          offers: [{ title, output: port('"127.0.0.1:9200:9200"') }],
        },
      ],
      output: null,
    },
    {
      code: port('"[::]:8080:80"'),
      findings: [
        { message: 'base', at: '"[::]:8080:80"', offers: [{ title, output: port('"127.0.0.1:8080:80"') }] },
      ],
      output: null,
    },
    {
      code: web('image: app:1', 'ports:', '  - target: 3306', '    published: "3306"', '    protocol: tcp'),
      findings: [
        {
          message: 'guarded',
          at: 'published: "3306"',
          offers: [
            {
              title,
              output: web(
                'image: app:1',
                'ports:',
                '  - target: 3306',
                '    published: "3306"',
                '    protocol: tcp',
                '    host_ip: 127.0.0.1',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      code: port('{target: 80, published: 8080, host_ip: 0.0.0.0}'),
      findings: [
        {
          message: 'base',
          at: 'host_ip: 0.0.0.0',
          offers: [{ title, output: port('{target: 80, published: 8080, host_ip: 127.0.0.1}') }],
        },
      ],
      output: null,
    },
    {
      name: 'one service of those that share the ports is on the host network',
      code: file(
        'x-p: &p',
        '  ports: ["8080:80"]',
        'services:',
        '  web:',
        '    <<: *p',
        '    image: app:1',
        '  job: {<<: *p, image: job:1, network_mode: host}',
      ),
      findings: [
        {
          message: 'base',
          at: '"8080:80"',
          offers: [
            {
              title,
              output: file(
                'x-p: &p',
                '  ports: ["8080:80"]',
                'services:',
                '  web:',
                '    <<: *p',
                '    image: app:1',
                '    ports: ["127.0.0.1:8080:80"]',
                '  job: {<<: *p, image: job:1, network_mode: host}',
              ),
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
