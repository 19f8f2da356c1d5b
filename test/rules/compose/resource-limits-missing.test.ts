import { resourceLimitsMissing } from '../../../server/src/rules/compose/limits/resource-limits-missing';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const checked = ' (check that it still works)';

ruleTester(resourceLimitsMissing, {
  valid: [
    web('image: app:1', 'mem_limit: 1g', 'cpus: 0.5', 'pids_limit: 100'),
    web('image: app:1', 'deploy: {resources: {limits: {memory: 1g, cpus: "1", pids: 9}}}'),
    web('image: app:1', 'pids_limit: ${PIDS}', 'cpuset: 0-1', 'deploy: {resources: {limits: {memory: 1g}}}'),
    web('image: app:1', 'deploy: {<<: *nobody}'),
    web('ports: ["127.0.0.1:80:80"]'),
    web('extends: {file: base.yml, service: web}'),
    {
      name: 'merged',
      code: file(
        'x-l: &l {mem_limit: 1g, cpus: 1, pids_limit: 9}',
        'services:',
        '  web: {<<: *l, image: app:1}',
      ),
    },
  ],
  invalid: [
    {
      code: web('image: app:1'),
      findings: [
        {
          message:
            'web may take all memory, processors and process numbers of the host, by a fault or on purpose, and all other services stand still then.',
          at: 'web',
          severity: 'info',
          offers: [
            {
              title: `Limit memory, processors and process numbers${checked}`,
              output: web('image: app:1', 'mem_limit: 1g', 'cpus: "1.0"', 'pids_limit: 256'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      code: web(
        'image: app:1',
        'deploy:',
        '  resources:',
        '    limits:',
        '      memory: 1g',
        '      cpus: "2"',
      ),
      findings: [
        {
          message: 'base',
          at: 'web',
          offers: [
            {
              title: `Limit process numbers${checked}`,
              output: web(
                'image: app:1',
                'deploy:',
                '  resources:',
                '    limits:',
                '      memory: 1g',
                '      cpus: "2"',
                'pids_limit: 256',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'an anchor that others merge is left alone',
      code: file('x-l: &l {mem_limit: 1g, cpus: 1}', 'services:', '  web: {<<: *l, image: app:1}'),
      findings: [
        {
          message: 'base',
          at: 'web',
          offers: [
            {
              title: `Limit process numbers${checked}`,
              output: file(
                'x-l: &l {mem_limit: 1g, cpus: 1}',
                'services:',
                '  web: {<<: *l, image: app:1, pids_limit: 256}',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'reservations are no limits',
      code: web('build: .', 'cpus: 1', 'pids_limit: 9', 'deploy: {resources: {reservations: {memory: 1g}}}'),
      findings: [
        {
          message: 'base',
          at: 'web',
          offers: [
            {
              title: `Limit memory${checked}`,
              output: web(
                'build: .',
                'cpus: 1',
                'pids_limit: 9',
                'deploy: {resources: {reservations: {memory: 1g}}}',
                'mem_limit: 1g',
              ),
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
