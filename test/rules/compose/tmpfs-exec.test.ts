import { tmpfsExec } from '../../../server/src/rules/compose/runtime/tmpfs-exec';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const title = 'Remove exec';

ruleTester(tmpfsExec, {
  valid: [
    web('image: app:1', 'tmpfs: /run'),
    web('image: app:1', 'tmpfs: /exec:noexec,size=64m'),
    web('image: app:1', 'tmpfs: ["/tmp:${OPTIONS}"]'),
    web('image: app:1', 'tmpfs: !reset ["/tmp:exec"]'),
    web('image: app:1', 'volumes: [{type: tmpfs, target: /run}]'),
  ],
  invalid: [
    {
      code: web('image: app:1', 'tmpfs:', '  - /run', '  - "/tmp:exec,size=64m" # builds'),
      findings: [
        {
          message: 'base',
          at: '"/tmp:exec,size=64m"',
          severity: 'info',
          offers: [
            { title, output: web('image: app:1', 'tmpfs:', '  - /run', '  - "/tmp:size=64m" # builds') },
          ],
        },
      ],
      output: null,
    },
    {
      code: web('image: app:1', 'tmpfs: /tmp:exec'),
      findings: [
        { message: 'base', at: '/tmp:exec', offers: [{ title, output: web('image: app:1', 'tmpfs: /tmp') }] },
      ],
      output: null,
    },
    {
      code: web('image: app:1', 'tmpfs: ["/tmp:${OPTIONS:-exec}"]'),
      findings: [{ message: 'base', at: '"/tmp:${OPTIONS:-exec}"', offers: [] }],
      output: null,
    },
    {
      name: 'an anchor that two services share',
      code: file(
        'x-t: &t ["/tmp:exec"]',
        'services:',
        '  a: {image: a:1, tmpfs: *t}',
        '  b: {image: b:1, tmpfs: *t}',
      ),
      findings: [
        {
          message: 'base',
          at: '"/tmp:exec"',
          offers: [
            {
              title,
              output: file(
                'x-t: &t ["/tmp"]',
                'services:',
                '  a: {image: a:1, tmpfs: *t}',
                '  b: {image: b:1, tmpfs: *t}',
              ),
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
