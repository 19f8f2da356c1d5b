import { schema } from '../../../server/src/rules/compose/schema/schema';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

/** Every kind of value that the specification knows, in its forms. */
const everything = file(
  'name: shop',
  'x-limits: &limits',
  '  memory: 512M',
  '  bogus_only_here: [1, 2]',
  'x-logging: &logging',
  '  driver: local',
  '  options: {max-size: 10m, max-file: 3}',
  'include:',
  '  - other.yaml',
  '  - {path: [a.yaml, b.yaml], project_directory: .., env_file: a.env}',
  'services:',
  '  web:',
  '    build:',
  '      context: .',
  '      args: {VERSION: 1, DEBUG: true, NAME: null, OTHER: }',
  '      ssh: [default]',
  '      secrets: [token, {source: other, target: x, mode: 0440}]',
  '      additional_contexts: [base=service:base]',
  '      provenance: mode=max',
  '      sbom: true',
  '      x-bake: {platforms: [linux/amd64]}',
  '    image: ghcr.io/example/web:${TAG:-1}',
  '    command: [serve, --port, "80"]',
  '    entrypoint: null',
  '    environment:',
  '      PORT: 8080',
  '      DEBUG: false',
  '      RATIO: 0.5',
  '      EMPTY:',
  '    env_file:',
  '      - a.env',
  '      - {path: b.env, required: false, format: raw}',
  '    depends_on:',
  '      db: {condition: service_healthy, restart: true, required: false}',
  '    ports: [80, "443:443", {target: 80, published: "8080", protocol: tcp, mode: host}]',
  '    expose: [80, "81"]',
  '    volumes:',
  '      - data:/data:ro',
  '      - {type: tmpfs, target: /tmp, tmpfs: {size: 100000, mode: 0o1777}}',
  '      - {type: bind, source: ., target: /src, bind: {create_host_path: false, selinux: z}}',
  '    networks: {front: {aliases: [a], priority: 10, gw_priority: 1}, back: }',
  '    healthcheck: {test: [CMD, check], interval: 1m30s, retries: 3, disable: "false"}',
  '    deploy:',
  '      replicas: ${REPLICAS}',
  '      resources: {limits: {cpus: 0.5, memory: 1g, pids: 100}}',
  '      restart_policy: {condition: on-failure, max_attempts: 3}',
  '    develop:',
  '      watch: [{action: sync, path: ., target: /a, ignore: [b], initial_sync: true}]',
  '    pre_start: [{image: a, command: b, user: "0"}]',
  '    post_start: [{command: ./x.sh, user: root, privileged: yes}]',
  '    ulimits: {nproc: 65535, nofile: {soft: 1, hard: 2}}',
  '    extra_hosts: {a: 1.2.3.4, b: [1.2.3.4]}',
  '    sysctls: {net.core.somaxconn: 1024}',
  '    oom_score_adj: -500',
  '    mem_limit: 50m',
  '    gpus: all',
  '    init: ${INIT}',
  '    restart: no',
  '    read_only: on',
  '    stop_grace_period: ${GRACE}',
  '    pull_policy: every_2d',
  '    logging: *logging',
  '    models: {llm: {endpoint_var: URL}}',
  '    extends: {service: base}',
  '    x-note: {any: [thing]}',
  '  base:',
  '    image: &image busybox:1.36',
  '    dns: 1.1.1.1',
  '    tmpfs: /run',
  '    labels: {"com.example.a/b~c": 1}',
  '    user: ${UID}:${GID}',
  '  db: {image: *image, ports: !reset null, command: !override [a]}',
  'models: {llm: {model: ai/smollm2, context_size: 1024}}',
  'networks: {front: , back: {external: true}, own: {ipam: {config: [{subnet: 10.0.0.0/8}]}}}',
  'volumes: {data: , nfs: {driver_opts: {type: nfs, o: "addr=1"}}}',
  'secrets: {token: {environment: TOKEN}, other: {file: ./other}}',
  'configs: {conf: {content: "a=${A}"}}',
);

const anchors = file(
  'x-base: &base',
  '  restart: always',
  'services:',
  '  web:',
  '    <<: [*base, {init: true}]',
  '    image: busybox:1.36',
  '  job:',
  '    <<: *base',
  '    image: busybox:1.36',
);

ruleTester(schema, {
  valid: [
    { name: 'every kind of value', code: everything },
    { name: 'merges', code: anchors },
    { name: 'nothing', code: '' },
    { name: 'only a comment', code: '# nothing\n' },
    {
      name: 'a file that completes another one',
      code: file('services:', '  web:', '    depends_on:', '      db: {required: false}'),
    },
    { name: 'a service that extends one of another file', code: web('extends: {file: a.yaml, service: b}') },
    {
      name: 'two documents that complete each other',
      code: file(
        'services:',
        '  web: {image: "a:1", depends_on: {db: {condition: service_started}}}',
        '  db: {image: "b:1"}',
        '---',
        'services:',
        '  web: {depends_on: {db: {restart: true}}}',
      ),
    },
    { name: 'variables where numbers are asked for', code: web('image: a:1', 'oom_score_adj: ${SCORE}') },
    {
      name: 'ports, mounts and variables that stand twice, of which other rules speak',
      code: web(
        'image: a:1',
        'ports: ["127.0.0.1:80:80", "127.0.0.1:80:80"]',
        'environment: [A=1, A=1]',
        'volumes: [/a, /a]',
        'command: [a, a]',
      ),
    },
    {
      name: 'a number and a text that look alike, and two variables',
      code: web('image: a:1', 'group_add: [1000, "1000", "${A}", "${B}"]'),
    },
    { name: 'a date', code: web('image: a:1', 'hostname: 2026-01-01') },
    { name: 'a boolean in quotes', code: web('image: a:1', 'use_api_socket: "true"') },
    {
      name: 'a key that names itself like what all objects have',
      code: web('image: a:1', 'labels: {constructor: a}'),
    },
    { name: 'YAML that is broken elsewhere', code: web('image: a:1', 'prots: [80', 'x') },
    {
      name: 'aliases that grow without end',
      code: file(
        'x-a: &a {k: v, l: v, m: v, n: v, o: v, p: v, q: v, r: v}',
        ...Array.from(
          { length: 8 },
          (_, index) =>
            `x-${index}: &x${index} {${Array.from({ length: 8 }, (__, key) => `k${key}: *${index === 0 ? 'a' : `x${index - 1}`}`).join(', ')}}`,
        ),
        'services:',
        '  web: {image: "a:1", labels: *x7}',
      ),
    },
  ],
  invalid: [
    {
      code: web('image: a:1', 'enviroment:', '  A: b'),
      findings: [
        {
          message: 'The service web has no key enviroment; did you mean environment?',
          at: 'enviroment',
          severity: 'error',
          offers: [{ title: 'Rename to environment', output: web('image: a:1', 'environment:', '  A: b') }],
        },
      ],
      output: null,
    },
    {
      name: 'a key in quotes keeps them',
      code: web('image: a:1', '"expos": ["80"] # why'),
      findings: [
        {
          message: 'nearKey',
          at: '"expos"',
          offers: [{ title: 'Rename to expose', output: web('image: a:1', '"expose": ["80"] # why') }],
        },
      ],
      output: null,
    },
    {
      name: 'the right key is there as well, or would have another type',
      code: web('image: a:1', 'tmpfs: [/a]', 'tmpf: [/b]', 'port: 80'),
      findings: [
        { message: 'The service web has no key tmpf; did you mean tmpfs?', at: 'tmpf', line: 4, offers: [] },
        { message: 'The service web has no key port; did you mean ports?', at: 'port', offers: [] },
      ],
      output: null,
    },
    {
      name: 'keys at the wrong place',
      code: web('dockerfile: Dockerfile', 'build:', '  context: .', '  image: a:1', 'unheard_of: 1'),
      findings: [
        {
          message: 'The service web has no key dockerfile; it belongs below build.',
          at: 'dockerfile',
          offers: [],
        },
        { message: 'build has no key image; it belongs to the service itself.', at: 'image', offers: [] },
        { message: 'The service web has no key unheard_of.', at: 'unheard_of', offers: [] },
      ],
      output: null,
    },
    {
      name: 'top-level keys',
      code: file('service:', '  web: {image: "a:1"}', 'db:', '  image: a:1', 'services: {a: {image: "a:1"}}'),
      findings: [
        { message: 'The file has no key service; did you mean services?', at: 'service', line: 0 },
        { message: 'The file has no key db; it belongs below services.', at: 'db' },
      ],
      output: null,
    },
    {
      name: 'the format of 2014 is said once',
      code: file('web:', '  image: a:1', '  links: [db]', 'db:', '  image: b:1'),
      findings: [{ message: 'oldFormat', at: 'web' }],
      output: null,
    },
    {
      code: web('image: a:1', 'ports: "127.0.0.1:8080:80"'),
      findings: [
        {
          message: 'ports must be a list, and is text.',
          at: '"127.0.0.1:8080:80"',
          offers: [
            {
              title: 'Make it a list',
              output: web('image: a:1', 'ports:', '  - "127.0.0.1:8080:80"'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      code: web('image: a:1', 'user: 1000', 'healthcheck: {test: [CMD, check], interval: 30}'),
      findings: [
        {
          message: 'user must be text, and is a number.',
          at: '1000',
          offers: [
            {
              title: 'Put it in quotes',
              output: web('image: a:1', 'user: "1000"', 'healthcheck: {test: [CMD, check], interval: 30}'),
            },
          ],
        },
        {
          message: 'interval must be text, and is a number.',
          at: '30',
          offers: [
            {
              title: 'Write 30s',
              output: web('image: a:1', 'user: 1000', 'healthcheck: {test: [CMD, check], interval: 30s}'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a map in a list of assignments',
      code: web('image: a:1', 'environment:', '  - A: b c', '  - B=1'),
      findings: [
        {
          message: 'An item of environment must be text, and is a map.',
          at: 'A: b c',
          offers: [
            { title: 'Write A=…', output: web('image: a:1', 'environment:', '  - "A=b c"', '  - B=1') },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'keys without a value',
      code: file('services:', '  web:', '    image: a:1', '    environment:', '      # A: b', 'networks:'),
      findings: [
        {
          message:
            'environment is empty, which Compose refuses: it must be a map or a list. Give it a value or take the key away.',
          at: 'environment',
        },
        { message: 'empty', at: 'networks' },
      ],
      output: null,
    },
    {
      name: 'words that are not on the list',
      code: web('image: a:1', 'depends_on:', '  db: {condition: healthy}').replace(
        /$/,
        '  db: {image: "b:1"}\n',
      ),
      findings: [
        {
          message:
            'condition must be service_started, service_healthy or service_completed_successfully, and not healthy.',
          at: 'healthy',
          offers: [
            {
              title: 'Write service_healthy',
              output: web('image: a:1', 'depends_on:', '  db: {condition: service_healthy}').replace(
                /$/,
                '  db: {image: "b:1"}\n',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a dependency without a condition',
      code: web('image: a:1', 'depends_on:', '  db:', '    restart: true').replace(
        /$/,
        '  db: {image: "b:1"}\n',
      ),
      findings: [
        {
          message: 'db in depends_on lacks the key condition, which it must have.',
          at: 'db',
          line: 4,
          offers: [
            {
              title: 'Add condition: service_started',
              output: web(
                'image: a:1',
                'depends_on:',
                '  db:',
                '    restart: true',
                '    condition: service_started',
              ).replace(/$/, '  db: {image: "b:1"}\n'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      code: web('image: a:1', 'oom_score_adj: 2000', 'pull_policy: sometimes'),
      findings: [
        { message: '2000 is out of range for oom_score_adj: it must be at most 1000.', at: '2000' },
        { message: 'sometimes is no valid value of pull_policy.', at: 'sometimes' },
      ],
      output: null,
    },
    {
      name: 'names',
      code: file('services:', '  my web:', '    image: a:1', 'volumes: {"a b": {}}'),
      findings: [
        { message: 'badName', at: 'my web' },
        { message: 'badName', at: '"a b"' },
      ],
      output: null,
    },
    {
      name: 'a fault in an anchor is said once',
      code: file(
        'x-base: &base',
        '  restrat: always',
        'services:',
        '  web:',
        '    <<: *base',
        '    image: a:1',
        '  job:',
        '    <<: *base',
        '    image: a:1',
      ),
      findings: [
        {
          message: 'nearKey',
          at: 'restrat',
          offers: [
            {
              title: 'Rename to restart',
              output: file(
                'x-base: &base',
                '  restart: always',
                'services:',
                '  web:',
                '    <<: *base',
                '    image: a:1',
                '  job:',
                '    <<: *base',
                '    image: a:1',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'what Compose refuses to read twice',
      code: web('image: a:1', 'group_add: [a, "1", 1, a]'),
      findings: [
        {
          message: 'duplicate',
          at: 'a',
          offers: [{ title: 'Remove the second a', output: web('image: a:1', 'group_add: [a, "1", 1]') }],
        },
      ],
      output: null,
    },
    {
      name: 'what Compose reads once',
      code: web('image: a:1', 'cap_drop:', '  - ALL', '  # nothing left', '  - ALL'),
      findings: [
        {
          message: 'repeated',
          at: 'ALL',
          line: 6,
          severity: 'hint',
          offers: [
            {
              title: 'Remove the second ALL',
              output: web('image: a:1', 'cap_drop:', '  - ALL', '  # nothing left'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'deprecated keys',
      code: file(
        'services:',
        '  web: {image: "a:1", networks: [shared]}',
        'networks:',
        '  shared:',
        '    external:',
        '      name: "other"',
      ),
      findings: [
        {
          message: 'deprecated',
          at: 'name',
          severity: 'hint',
          offers: [
            {
              title: 'Write external: true and name',
              output: file(
                'services:',
                '  web: {image: "a:1", networks: [shared]}',
                'networks:',
                '  shared:',
                '    external: true',
                '    name: "other"',
              ),
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
