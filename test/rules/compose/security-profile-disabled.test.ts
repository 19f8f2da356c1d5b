import { securityProfileDisabled } from '../../../server/src/rules/compose/isolation/security-profile-disabled';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

ruleTester(securityProfileDisabled, {
  valid: [
    web('image: app:1', 'security_opt: [no-new-privileges:true]'),
    web('image: app:1', 'security_opt: ["seccomp:./profile.json"]'),
    web('image: app:1', 'security_opt: ["label:type:container_t"]'),
    web('image: app:1', 'security_opt: ["seccomp:${PROFILE}"]'),
    web('image: app:1', 'security_opt: !reset [seccomp:unconfined]'),
    {
      name: 'rootless BuildKit, which makes its own namespaces',
      code: web(
        'image: moby/buildkit:rootless',
        'security_opt: [seccomp=unconfined, apparmor=unconfined, systempaths=unconfined]',
      ),
    },
  ],
  invalid: [
    {
      name: 'what rootless BuildKit does without',
      code: web('image: dhi.io/buildkit:0', 'security_opt: [seccomp=unconfined, label=disable]'),
      findings: [
        {
          message: 'base',
          at: 'label=disable',
          offers: [
            {
              title: 'Remove label=disable',
              output: web('image: dhi.io/buildkit:0', 'security_opt: [seccomp=unconfined]'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'BuildKit that runs as root',
      code: web('image: dhi.io/buildkit:0-dev', 'security_opt: [seccomp=unconfined]'),
      findings: [
        {
          message: 'base',
          at: 'seccomp=unconfined',
          offers: [{ title: 'Remove seccomp=unconfined', output: web('image: dhi.io/buildkit:0-dev') }],
        },
      ],
      output: null,
    },
    {
      code: web(
        'image: app:1',
        'security_opt:',
        '  - seccomp:unconfined # gdb',
        '  - no-new-privileges:true',
      ),
      findings: [
        {
          message:
            'seccomp:unconfined switches the filter of system calls off, a wall between the container and the kernel of the host.',
          at: 'seccomp:unconfined',
          severity: 'error',
          offers: [
            {
              title: 'Remove seccomp:unconfined',
              output: web('image: app:1', 'security_opt:', '  - no-new-privileges:true'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      code: web('image: app:1', 'security_opt: ["apparmor=unconfined", label:disable]'),
      findings: [
        {
          message: 'base',
          at: '"apparmor=unconfined"',
          offers: [
            {
              title: 'Remove apparmor=unconfined',
              output: web('image: app:1', 'security_opt: [label:disable]'),
            },
          ],
        },
        {
          message: 'base',
          at: 'label:disable',
          offers: [
            {
              title: 'Remove label:disable',
              output: web('image: app:1', 'security_opt: ["apparmor=unconfined"]'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      code: web('image: app:1', 'security_opt:', '  - ${SECCOMP:-seccomp=unconfined}'),
      findings: [
        {
          message: 'base',
          at: '${SECCOMP:-seccomp=unconfined}',
          offers: [{ title: 'Remove seccomp=unconfined', output: web('image: app:1') }],
        },
      ],
      output: null,
    },
    {
      name: 'merged into two services',
      code: file(
        'x-d: &d',
        '  security_opt: [systempaths=unconfined]',
        '  tty: true',
        'services:',
        '  web: {<<: *d, image: app:1}',
        '  job: {<<: *d, image: job:1}',
      ),
      findings: [
        {
          message: 'base',
          at: 'systempaths=unconfined',
          offers: [
            {
              title: 'Remove systempaths=unconfined',
              output: file(
                'x-d: &d',
                '  tty: true',
                'services:',
                '  web: {<<: *d, image: app:1}',
                '  job: {<<: *d, image: job:1}',
              ),
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
