import { dhiBuildkitRootless } from '../../../server/src/rules/compose/isolation/dhi-buildkit-rootless';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const image = 'image: dhi.io/buildkit:0';
const title = 'Give rootless BuildKit the options that it needs';
const options = [
  'security_opt:',
  '  - seccomp=unconfined',
  '  - apparmor=unconfined',
  '  - systempaths=unconfined',
];

ruleTester(dhiBuildkitRootless, {
  valid: [
    web(image, ...options),
    { name: 'a profile of its own', code: web(image, 'security_opt: ["seccomp:./buildkit.json"]') },
    { name: 'what is not known', code: web(image, 'security_opt: ["${PROFILE}"]') },
    web(image, 'privileged: true'),
    { name: 'the build variant runs as root', code: web('image: dhi.io/buildkit:0-dev') },
    { name: 'the client alone', code: web(image, 'entrypoint: ["buildctl", "build"]') },
    { name: 'an account of its own', code: web(image, 'user: "0"') },
    { name: 'upstream is not hardened', code: web('image: moby/buildkit:rootless') },
    web('image: dhi.io/${IMAGE}'),
    web('image: dhi.io/traefik:3.7'),
    web(image, 'extends: {file: base.yml, service: web}'),
    web(image, ...options, '  - no-new-privileges:false'),
    { name: 'of another image', code: web('image: dhi.io/traefik:3.7', 'security_opt: [no-new-privileges]') },
  ],
  invalid: [
    {
      code: web(image),
      findings: [
        {
          message:
            'dhi.io/buildkit:0 runs rootless in namespaces that it makes itself, which Docker\'s default seccomp profile forbids: it ends with "operation not permitted". The fix allows this service just that, without privileged.',
          at: 'web',
          severity: 'warning',
          offers: [{ title, output: web(image, ...options) }],
        },
      ],
      output: null,
    },
    {
      name: 'only what is missing; builds that share the processes of the daemon need no free /proc',
      code: web(
        image,
        'command: --addr tcp://0.0.0.0:1234 --oci-worker-no-process-sandbox',
        'security_opt: [apparmor:unconfined]',
      ),
      findings: [
        {
          message: 'base',
          at: 'web',
          offers: [
            {
              title,
              output: web(
                image,
                'command: --addr tcp://0.0.0.0:1234 --oci-worker-no-process-sandbox',
                'security_opt: [apparmor:unconfined, seccomp=unconfined]',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'what keeps newuidmap from working',
      code: web(image, ...options, '  - no-new-privileges:true'),
      findings: [
        {
          message:
            'Rootless BuildKit maps its accounts with the set-uid program newuidmap, which no-new-privileges:true keeps from working. The fix removes the option.',
          at: 'no-new-privileges:true',
          offers: [{ title: 'Allow newuidmap to work', output: web(image, ...options) }],
        },
      ],
      output: null,
    },
    {
      name: 'shared by an anchor with a service of another kind',
      code: file(
        'x-opts: &opts',
        '  security_opt: [no-new-privileges:true]',
        'services:',
        '  builder:',
        '    <<: *opts',
        '    image: dhi.io/buildkit:0',
        '    privileged: true',
        '  web:',
        '    <<: *opts',
        '    image: dhi.io/traefik:3.7',
      ),
      findings: [
        {
          message: 'blocked',
          at: 'no-new-privileges:true',
          offers: [
            {
              title: 'Allow newuidmap to work',
              output: file(
                'x-opts: &opts',
                '  security_opt: [no-new-privileges:true]',
                'services:',
                '  builder:',
                '    <<: *opts',
                '    image: dhi.io/buildkit:0',
                '    privileged: true',
                '    security_opt: []',
                '  web:',
                '    <<: *opts',
                '    image: dhi.io/traefik:3.7',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a mirror',
      code: web('image: example/dhi-buildkit:0'),
      findings: [
        {
          message: 'base',
          at: 'web',
          offers: [{ title, output: web('image: example/dhi-buildkit:0', ...options) }],
        },
      ],
      output: null,
    },
  ],
});
