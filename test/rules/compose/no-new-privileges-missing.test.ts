import { noNewPrivilegesMissing } from '../../../server/src/rules/compose/isolation/no-new-privileges-missing';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const plain = 'Forbid new privileges';
const title = `${plain} (check that it still works)`;

ruleTester(noNewPrivilegesMissing, {
  valid: [
    { name: 'rootless BuildKit needs a set-uid program', code: web('image: dhi.io/buildkit:0') },
    web('image: app:1', 'security_opt: ["no-new-privileges:true"]'),
    web('image: app:1', 'security_opt:', '  - no-new-privileges'),
    web('image: app:1', 'security_opt:', '  - no-new-privileges=true'),
    web('image: app:1', 'security_opt: ["${OPT}"]'),
    web('image: app:1', 'security_opt: ["${OPT:-no-new-privileges:true}"]'),
    web('security_opt: [apparmor:x]'),
    {
      name: 'merged',
      code: file(
        'x-h: &h',
        '  security_opt:',
        '    - no-new-privileges:true',
        'services:',
        '  web: {<<: *h, image: app:1}',
      ),
    },
  ],
  invalid: [
    {
      code: web('image: app:1'),
      findings: [
        {
          message: 'base',
          at: 'web',
          severity: 'hint',
          offers: [{ title, output: web('image: app:1', 'security_opt:', '  - no-new-privileges:true') }],
        },
      ],
      output: null,
    },
    {
      code: web('image: app:1', 'security_opt:', '- "apparmor:mine"', 'user: app'),
      findings: [
        {
          message: 'base',
          at: 'web',
          offers: [
            {
              title,
              output: web(
                'image: app:1',
                'security_opt:',
                '- "apparmor:mine"',
                '- no-new-privileges:true',
                'user: app',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      code: web('image: app:1', 'security_opt: ["no-new-privileges:false"]'),
      findings: [
        {
          message: 'refused',
          at: '"no-new-privileges:false"',
          severity: 'hint',
          offers: [{ title: plain, output: web('image: app:1', 'security_opt: ["no-new-privileges:true"]') }],
        },
      ],
      output: null,
    },
    {
      name: 'an image that is known to need no set-uid program',
      code: web('image: postgres:17.5'),
      findings: [
        {
          message: 'base',
          at: 'web',
          offers: [
            {
              title: plain,
              output: web('image: postgres:17.5', 'security_opt:', '  - no-new-privileges:true'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a refusal that two services share',
      code: file(
        'x-h: &h {security_opt: [no-new-privileges:false]}',
        'services:',
        '  web: {<<: *h, image: app:1}',
        '  job: {<<: *h, image: app:1}',
      ),
      findings: [
        {
          message: 'refused',
          at: 'no-new-privileges:false',
          offers: [
            {
              title: plain,
              output: file(
                'x-h: &h {security_opt: [no-new-privileges:true]}',
                'services:',
                '  web: {<<: *h, image: app:1}',
                '  job: {<<: *h, image: app:1}',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'what extends brings is added to',
      code: file(
        'services:',
        '  base: {image: app:1, security_opt: [apparmor:x, no-new-privileges:true]}',
        '  web:',
        '    extends: base',
        '    security_opt: !override',
        '      - apparmor:y',
      ),
      findings: [
        {
          message: 'base',
          at: 'web',
          offers: [
            {
              title,
              output: file(
                'services:',
                '  base: {image: app:1, security_opt: [apparmor:x, no-new-privileges:true]}',
                '  web:',
                '    extends: base',
                '    security_opt: !override',
                '      - apparmor:y',
                '      - no-new-privileges:true',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      settings: { profile: 'strict' },
      code: 'services: {web: {build: .}}\n',
      findings: [
        {
          message: 'base',
          at: 'web',
          severity: 'warning',
          offers: [
            { title, output: 'services: {web: {build: ., security_opt: [no-new-privileges:true]}}\n' },
          ],
        },
      ],
      output: null,
    },
  ],
});
