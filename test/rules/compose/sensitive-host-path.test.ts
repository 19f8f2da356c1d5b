import { sensitiveHostPath } from '../../../server/src/rules/compose/mounts/sensitive-host-path';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const title = 'Mount it read-only';
const mount = (...items: readonly string[]): string =>
  web('image: app:1', 'volumes:', ...items.map((item) => `  - ${item}`));

ruleTester(sensitiveHostPath, {
  valid: [
    mount('./etc:/etc', '/srv/etc:/etc', 'etc:/etc', '/etc'),
    mount('/etc/localtime:/etc/localtime:ro', '/etc/timezone:/etc/timezone:ro', '/etc/letsencrypt:/certs'),
    mount('/etc/passwd:/etc/passwd:ro', '/usr:/host/usr:ro', '/sys/fs/cgroup:/sys/fs/cgroup:ro'),
    mount('~/project:/app', '$HOME/project:/app', '${HOME}/data:/data', '${ROOT}/etc:/x', '${DIR}:/etc'),
    mount('/var/lib/docker/containers:/logs:ro', '/var/log:/logs'),
    mount('/usr:/x:${MODE}'),
    mount('/var/run/postgresql:/var/run/postgresql'),
    mount('{type: volume, source: /etc, target: /etc}'),
    {
      name: 'a monitor that reads',
      code: web(
        'image: prom/node-exporter:v1.9.1',
        'volumes:',
        '  - /:/host:ro,rslave',
        '  - /proc:/host/proc:ro',
      ),
    },
    web('image: app:1', 'volumes: !reset', '  - /:/host'),
  ],
  invalid: [
    {
      code: mount('data:/data', '/:/host # all'),
      findings: [
        {
          message:
            '/ is the whole file system of the host: whoever breaks into the service can change it there.',
          at: '/:/host',
          severity: 'error',
          offers: [{ title, output: mount('data:/data', '/:/host:ro # all') }],
        },
      ],
      output: null,
    },
    {
      name: 'read only, and not known',
      code: mount('/etc/:/host/etc:ro', '/root:/r:${MODE}'),
      findings: [
        { message: 'read', at: '/etc/:/host/etc:ro', severity: 'warning', offers: [] },
        { message: 'read', at: '/root:/r:${MODE}', severity: 'warning', offers: [] },
      ],
      output: null,
    },
    {
      name: 'modes and quotes stay',
      code: mount("'/etc/docker:/etc/docker:rw,z'"),
      findings: [
        {
          message: 'written',
          at: "'/etc/docker:/etc/docker:rw,z'",
          offers: [{ title, output: mount("'/etc/docker:/etc/docker:ro,z'") }],
        },
      ],
      output: null,
    },
    {
      name: 'the long form',
      code: mount(
        '{type: bind, source: /usr/bin, target: /b}',
        '{type: bind, source: /boot, target: /k, read_only: false}',
      ),
      findings: [
        {
          message: 'written',
          at: '/usr/bin',
          offers: [
            {
              title,
              output: mount(
                '{type: bind, source: /usr/bin, target: /b, read_only: true}',
                '{type: bind, source: /boot, target: /k, read_only: false}',
              ),
            },
          ],
        },
        {
          message: 'written',
          at: '/boot',
          offers: [
            {
              title,
              output: mount(
                '{type: bind, source: /usr/bin, target: /b}',
                '{type: bind, source: /boot, target: /k, read_only: true}',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'homes and keys, whoever they belong to',
      code: mount('~/.ssh:/keys:ro', '${HOME}/.aws:/aws:ro', '$HOME:/home/x:ro'),
      findings: [
        { message: 'read', at: '~/.ssh:/keys:ro', severity: 'warning' },
        { message: 'read', at: '${HOME}/.aws:/aws:ro', severity: 'warning' },
        { message: 'read', at: '$HOME:/home/x:ro', severity: 'warning' },
      ],
      output: null,
    },
    {
      name: 'sockets, also read only and for a monitor',
      code: web(
        'image: gcr.io/cadvisor/cadvisor:v0.52.1',
        'volumes:',
        '  - /var/run:/var/run:ro',
        '  - /sys:/sys:ro',
      ),
      findings: [{ message: 'sockets', at: '/var/run:/var/run:ro', severity: 'error', offers: [] }],
      output: null,
    },
    {
      name: 'an anchor that two services share',
      code: file(
        'x-v: &v',
        '  - /proc:/host/proc',
        'services:',
        '  a: {image: a:1, volumes: *v}',
        '  b: {image: b:1, volumes: *v}',
      ),
      findings: [
        {
          message: 'written',
          at: '/proc:/host/proc',
          offers: [
            {
              title,
              output: file(
                'x-v: &v',
                '  - /proc:/host/proc:ro',
                'services:',
                '  a: {image: a:1, volumes: *v}',
                '  b: {image: b:1, volumes: *v}',
              ),
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
