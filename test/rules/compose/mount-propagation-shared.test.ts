import { mountPropagationShared } from '../../../server/src/rules/compose/runtime/mount-propagation-shared';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

ruleTester(mountPropagationShared, {
  valid: [
    web('image: a:1', 'volumes: ["./a:/a:ro,rslave", "./shared:/shared", "./b:/b:private"]'),
    web('image: a:1', 'volumes: ["./a:/a:${MODE}"]'),
    web('image: a:1', 'volumes: [{type: bind, source: ./a, target: /a, bind: {propagation: slave}}]'),
    web('image: a:1', 'volumes: !reset ["./a:/a:shared"]'),
  ],
  invalid: [
    {
      code: web('image: a:1', 'volumes:', '  - ./shared:/shared:ro,shared'),
      findings: [
        {
          message:
            'With shared what the container mounts below this path appears on the host and in other containers; slave lets mounts in, and none out.',
          at: 'shared',
          line: 4,
          severity: 'info',
          offers: [
            { title: 'Use slave', output: web('image: a:1', 'volumes:', '  - ./shared:/shared:ro,slave') },
          ],
        },
      ],
      output: null,
    },
    {
      code: web(
        'image: a:1',
        'volumes: [{type: bind, source: ./a, target: /a, bind: {propagation: "rshared"}}]',
      ),
      findings: [
        {
          message: 'base',
          at: '"rshared"',
          offers: [
            {
              title: 'Use rslave',
              output: web(
                'image: a:1',
                'volumes: [{type: bind, source: ./a, target: /a, bind: {propagation: "rslave"}}]',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'by a merge, for two services',
      code: file(
        'x-base: &base',
        '  volumes: ["./a:/a:rshared"]',
        'services:',
        '  web: {<<: *base, image: "a:1"}',
        '  job: {<<: *base, image: "a:1"}',
      ),
      findings: [
        {
          message: 'base',
          at: 'rshared',
          offers: [
            {
              title: 'Use rslave',
              output: file(
                'x-base: &base',
                '  volumes: ["./a:/a:rslave"]',
                'services:',
                '  web: {<<: *base, image: "a:1"}',
                '  job: {<<: *base, image: "a:1"}',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a variable beside it',
      code: web('image: a:1', 'volumes: ["${DIR:-./a}:/a:ro,shared"]'),
      findings: [
        {
          message: 'base',
          at: 'shared',
          offers: [{ title: 'Use slave', output: web('image: a:1', 'volumes: ["${DIR:-./a}:/a:ro,slave"]') }],
        },
      ],
      output: null,
    },
  ],
});
