import { dockerSocket } from '../../../server/src/rules/compose/isolation/docker-socket';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const remove = 'Remove the mount';
const proxy = 'Put a socket proxy between the service and the engine';
const socket = '/var/run/docker.sock:/var/run/docker.sock';

/** The proxy as the offer writes it, for the client `web`. */
const proxyLines = [
  '  socket-proxy:',
  '    image: wollomatic/socket-proxy:1.12.2',
  '    user: "65534:${DOCKER_GID:?the group of /var/run/docker.sock}"',
  '    command:',
  '      - "-listenip=0.0.0.0"',
  '      - "-allowfrom=web"',
  '      - "-allowHEAD=/_ping"',
  '      - "-allowGET=/(_ping|v1[.][0-9]+/(version|events|containers/json))"',
  '    volumes:',
  '      - /var/run/docker.sock:/var/run/docker.sock:ro',
  '    read_only: true',
  '    cap_drop:',
  '      - ALL',
  '    security_opt:',
  '      - no-new-privileges:true',
  '    mem_limit: 64m',
  '    cpus: "0.25"',
  '    pids_limit: 50',
];

ruleTester(dockerSocket, {
  valid: [
    web('image: app:1', 'volumes:', '  - data:/data'),
    web('image: app:1', 'volumes:', '  - ./docker.sock.d:/run/docker.sock.d'),
    web('image: app:1', 'volumes:', '  - ${SOCKET}:/var/run/engine'),
    web('image: app:1', 'volumes:', '  - ${SOCKET:-/tmp/other}:/var/run/docker.sock'),
    web('image: tecnativa/docker-socket-proxy:0.3.0', 'volumes:', `  - ${socket}:ro`),
    web('image: lscr.io/linuxserver/socket-proxy:1.0.0', 'volumes:', `  - ${socket}:ro`),
    web('image: wollomatic/socket-proxy:1', 'volumes:', `  - ${socket}:ro`),
    web('image: app:1', 'volumes: !reset', `  - ${socket}`),
  ],
  invalid: [
    {
      name: 'what is mounted where the socket is looked for',
      code: web(
        'image: app:1',
        'volumes:',
        '  - data:/data',
        '  - ${SOCKET}:/var/run/docker.sock',
        'networks: [a]',
      ),
      findings: [
        {
          message: 'base',
          at: '${SOCKET}:/var/run/docker.sock',
          offers: [
            { title: remove, output: web('image: app:1', 'volumes:', '  - data:/data', 'networks: [a]') },
          ],
        },
      ],
      output: null,
    },
    {
      code: web('image: app:1', 'volumes:', '  - data:/data', `  - "${socket}:ro"`, 'networks: [a]'),
      findings: [
        {
          message: 'base',
          at: `"${socket}:ro"`,
          severity: 'error',
          offers: [
            { title: remove, output: web('image: app:1', 'volumes:', '  - data:/data', 'networks: [a]') },
          ],
        },
      ],
      output: null,
    },
    {
      code: web('image: app:1', 'volumes:', `  - ${socket}`),
      findings: [
        {
          message: 'base',
          at: socket,
          offers: [
            {
              title: proxy,
              output:
                web('image: app:1', 'environment:', '  - DOCKER_HOST=tcp://socket-proxy:2375') +
                file(...proxyLines),
            },
            { title: remove, output: web('image: app:1') },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'the proxy beside an environment that is a map, and other services',
      code: file(
        'services:',
        '  web:',
        '    image: app:1',
        '    environment:',
        '      A: b',
        '    volumes:',
        `      - ${socket}`,
        '      - data:/data',
        '  db:',
        '    image: db:1',
      ),
      findings: [
        {
          message: 'base',
          at: socket,
          offers: [
            {
              title: proxy,
              output: file(
                'services:',
                '  web:',
                '    image: app:1',
                '    environment:',
                '      A: b',
                '      DOCKER_HOST: tcp://socket-proxy:2375',
                '    volumes:',
                '      - data:/data',
                '  db:',
                '    image: db:1',
                ...proxyLines,
              ),
            },
            {
              title: remove,
              output: file(
                'services:',
                '  web:',
                '    image: app:1',
                '    environment:',
                '      A: b',
                '    volumes:',
                '      - data:/data',
                '  db:',
                '    image: db:1',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      code: web(
        'image: app:1',
        'network_mode: none',
        'volumes:',
        '  - ${DOCKER_SOCK:-/var/run/docker.sock}:/s',
      ),
      findings: [
        {
          message: 'base',
          at: '${DOCKER_SOCK:-/var/run/docker.sock}:/s',
          offers: [{ title: remove, output: web('image: app:1', 'network_mode: none') }],
        },
      ],
      output: null,
    },
    {
      code: web(
        'image: app:1',
        'networks: [a]',
        'volumes:',
        '  - type: bind',
        '    source: /run/containerd/containerd.sock',
        '    target: /run/containerd/containerd.sock',
        '    read_only: true',
        '  - data:/data',
      ),
      findings: [
        {
          message: 'base',
          at: '/run/containerd/containerd.sock',
          line: 6,
          offers: [
            { title: remove, output: web('image: app:1', 'networks: [a]', 'volumes:', '  - data:/data') },
          ],
        },
      ],
      output: null,
    },
    {
      code: web('image: app:1', 'networks: [a]', 'volumes: ["${XDG_RUNTIME_DIR}/podman/podman.sock:/s"]'),
      findings: [
        {
          message: 'base',
          at: '"${XDG_RUNTIME_DIR}/podman/podman.sock:/s"',
          offers: [{ title: remove, output: web('image: app:1', 'networks: [a]') }],
        },
      ],
      output: null,
    },
    {
      name: 'a proxy and a client share the list: only the client is changed',
      code: file(
        'x-v: &v',
        '  volumes:',
        `    - ${socket}`,
        '  restart: always',
        'services:',
        '  proxy: {<<: *v, image: wollomatic/socket-proxy:1}',
        '  web:',
        '    <<: *v',
        '    image: app:1',
        '    networks: [a]',
      ),
      findings: [
        {
          message: 'base',
          at: socket,
          offers: [
            {
              title: remove,
              output: file(
                'x-v: &v',
                '  volumes:',
                `    - ${socket}`,
                '  restart: always',
                'services:',
                '  proxy: {<<: *v, image: wollomatic/socket-proxy:1}',
                '  web:',
                '    <<: *v',
                '    image: app:1',
                '    networks: [a]',
                '    volumes: []',
              ),
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
