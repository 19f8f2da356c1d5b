import { dhiDockerSocketGroup } from '../../../server/src/rules/compose/isolation/dhi-docker-socket-group';
import { web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const mount = ['volumes:', '  - /var/run/docker.sock:/var/run/docker.sock:ro'];
const image = 'image: dhi.io/traefik:3.7';

ruleTester(dhiDockerSocketGroup, {
  valid: [
    web(image),
    web(image, ...mount, 'group_add: ["998"]'),
    web(image, ...mount, 'user: "0"'),
    web(image, ...mount, 'user: "1000:998"'),
    web('image: traefik:3', ...mount),
    web('image: dhi.io/${IMAGE}', ...mount),
    web(image, 'volumes: ["${XDG_RUNTIME_DIR}/docker.sock:/var/run/docker.sock"]'),
    web(image, 'volumes: ["/run/user/1000/docker.sock:/var/run/docker.sock"]'),
    web(image, ...mount, 'extends: {file: base.yml, service: web}'),
  ],
  invalid: [
    {
      code: web(image, ...mount),
      findings: [
        {
          message:
            "dhi.io/traefik:3.7 runs as nonroot, who may not open the engine's socket: permission denied. group_add puts it into the group of the socket.",
          at: 'web',
          severity: 'warning',
          offers: [
            {
              title: "Add the socket's group",
              output: web(
                image,
                ...mount,
                'group_add:',
                '  - "${DOCKER_GID:?the group of /var/run/docker.sock}"',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'brackets, and the socket from a default',
      code: 'services: {web: {image: "dhi.io/traefik:3", volumes: ["${SOCKET:-/run/docker.sock}:/var/run/docker.sock"]}}\n',
      findings: [
        {
          message: 'base',
          at: 'web',
          offers: [
            {
              title: "Add the socket's group",
              output:
                'services: {web: {image: "dhi.io/traefik:3", volumes: ["${SOCKET:-/run/docker.sock}:/var/run/docker.sock"], group_add: ["${DOCKER_GID:?the group of /var/run/docker.sock}"]}}\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'the long form, and a tag that is not listed',
      code: web(
        'image: dhi.io/traefik:3.7.1',
        'volumes:',
        '- type: bind',
        '  source: /var/run/docker.sock',
        '  target: /s',
      ),
      findings: [
        {
          message: 'base',
          at: 'web',
          offers: [
            {
              title: "Add the socket's group",
              output: web(
                'image: dhi.io/traefik:3.7.1',
                'volumes:',
                '- type: bind',
                '  source: /var/run/docker.sock',
                '  target: /s',
                'group_add:',
                '- "${DOCKER_GID:?the group of /var/run/docker.sock}"',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a mirror of the settings',
      settings: { hardenedImageMirrors: ['registry.example.com/hardened'] },
      code: web('image: registry.example.com/hardened/traefik:3.7', ...mount),
      findings: [
        {
          message: 'base',
          at: 'web',
          offers: [
            {
              title: "Add the socket's group",
              output: web(
                'image: registry.example.com/hardened/traefik:3.7',
                ...mount,
                'group_add:',
                '  - "${DOCKER_GID:?the group of /var/run/docker.sock}"',
              ),
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
