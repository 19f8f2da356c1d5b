import { undefinedReference } from '../../../server/src/rules/compose/references/undefined-reference';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const db = ['  db:', '    image: postgres:17'];

ruleTester(undefinedReference, {
  valid: [
    file(
      'services:',
      '  web:',
      '    image: a:1',
      '    depends_on: [db, "${OTHER}"]',
      '    links: ["db:database"]',
      '    volumes_from: [db:ro, container:elsewhere]',
      '    network_mode: service:db',
      '    pid: service:db',
      '    volumes: [data:/data, ./here:/here, /srv:/srv, /anonymous, "${NAME}:/x"]',
      '    secrets: [token, {source: other}]',
      '    configs: [conf]',
      '    models: [llm]',
      '  job:',
      '    build: {context: ., secrets: [token], additional_contexts: {base: service:web, x: ./x}}',
      '    networks: {default: , front: }',
      '  db: {image: "postgres:17"}',
      'volumes: {data: }',
      'networks: {front: {external: true}}',
      'secrets: {token: {environment: A}, other: {file: ./b}}',
      'configs: {conf: {content: a}}',
      'models: {llm: {model: ai/a}}',
    ),
    {
      name: 'an included file may declare it',
      code: file(
        'include: [db.yaml]',
        'services:',
        '  web: {image: "a:1", depends_on: [db], networks: [back]}',
      ),
    },
    {
      name: 'the file it completes may declare it',
      code: file('services:', '  web: {image: "a:1", depends_on: [db]}', '  other: {environment: {A: b}}'),
    },
    {
      name: 'not needed',
      code: web('image: a:1', 'depends_on: {db: {condition: service_started, required: false}}'),
    },
    {
      name: 'a service of another file',
      code: web('extends: {file: common.yaml, service: base}', 'image: a:1'),
    },
    {
      name: 'declared by a merge',
      code: file(
        'x-networks: &networks {back: }',
        'services:',
        '  web: {image: "a:1", networks: [back]}',
        'networks:',
        '  <<: *networks',
      ),
    },
    {
      name: 'both run with the profile',
      code: file(
        'services:',
        '  web: {image: "a:1", profiles: [dev], depends_on: [db]}',
        '  db: {image: "b:1", profiles: [dev, test]}',
      ),
    },
    {
      name: 'a profile that .env may switch on',
      around: { files: ['compose.yaml', '.env'] },
      code: file(
        'services:',
        '  web: {image: "a:1", depends_on: [db]}',
        '  db: {image: "b:1", profiles: [dev]}',
      ),
    },
    {
      name: 'a diamond is no ring',
      code: file(
        'services:',
        '  a: {image: "a:1", depends_on: [b, c]}',
        '  b: {image: "a:1", depends_on: [d]}',
        '  c: {image: "a:1", depends_on: [d]}',
        '  d: {image: "a:1"}',
      ),
    },
    { name: 'reset', code: web('image: a:1', 'depends_on: !reset [db]') },
  ],
  invalid: [
    {
      code: file('services:', '  web:', '    image: a:1', '    depends_on:', '      - dv', ...db),
      findings: [
        {
          message: 'depends_on names the service dv, which is not declared; did you mean db?',
          at: 'dv',
          severity: 'error',
          offers: [
            {
              title: 'Write db',
              output: file('services:', '  web:', '    image: a:1', '    depends_on:', '      - db', ...db),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'every key that names a service',
      code: file(
        'services:',
        '  web:',
        '    build: {context: ., additional_contexts: {base: service:gone1}}',
        '    depends_on: {gone2: {condition: service_started}}',
        '    links: ["gone3:alias"]',
        '    volumes_from: [gone4:ro]',
        '    pid: "service:gone5"',
        '    extends: gone6',
      ),
      findings: ['gone1', 'gone2', 'gone3', 'gone4', 'gone5', 'gone6'].map((at) => ({
        message: 'service',
        at,
        offers: [],
      })),
      output: null,
    },
    {
      name: 'a volume',
      code: web('image: a:1', 'volumes:', '  - data:/data:ro'),
      findings: [
        {
          message: 'data is not declared among the top-level volumes.',
          at: 'data',
          line: 4,
          offers: [
            {
              title: 'Declare data among the volumes',
              output: `${web('image: a:1', 'volumes:', '  - data:/data:ro')}volumes:\n  data: {}\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a network with a near name',
      code: file(
        'services:',
        '  web:',
        '    image: a:1',
        '    networks: {"fromt": {aliases: [a]}}',
        'networks:',
        '  front: # the only one',
      ),
      findings: [
        {
          message: 'fromt is not declared among the top-level networks; did you mean front?',
          at: '"fromt"',
          offers: [
            {
              title: 'Write front',
              output: file(
                'services:',
                '  web:',
                '    image: a:1',
                '    networks: {"front": {aliases: [a]}}',
                'networks:',
                '  front: # the only one',
              ),
            },
            {
              title: 'Declare fromt among the networks',
              output: file(
                'services:',
                '  web:',
                '    image: a:1',
                '    networks: {"fromt": {aliases: [a]}}',
                'networks:',
                '  front: # the only one',
                '  fromt: {}',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a secret, named by two services through an anchor',
      code: file(
        'x-secrets: &secrets [token]',
        'services:',
        '  web: {image: "a:1", secrets: *secrets}',
        '  job: {image: "a:1", secrets: *secrets}',
      ),
      findings: [
        {
          message: 'section',
          at: 'token',
          offers: [
            {
              title: 'Declare token among the secrets',
              output: file(
                'x-secrets: &secrets [token]',
                'services:',
                '  web: {image: "a:1", secrets: *secrets}',
                '  job: {image: "a:1", secrets: *secrets}',
                'secrets:',
                '  token:',
                '    file: ./token.txt',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a ring',
      code: file(
        'services:',
        '  a: {image: "a:1", depends_on: [b]}',
        '  b: {image: "a:1", network_mode: "service:c"}',
        '  c: {image: "a:1", depends_on: [a]}',
      ),
      findings: [
        {
          message: 'These services wait for each other, so that none can start: a → b → c → a.',
          at: 'a',
          line: 3,
        },
      ],
      output: null,
    },
    {
      name: 'itself',
      code: web('image: a:1', 'links: [web]'),
      findings: [{ message: 'web waits for itself.', at: 'web', line: 3 }],
      output: null,
    },
    {
      name: 'a ring of extends',
      code: file(
        'services:',
        '  a: {image: "a:1", extends: b}',
        '  b: {image: "a:1", extends: {service: a}}',
      ),
      findings: [
        {
          message: 'These services extend each other, so that none has an end: a → b → a.',
          at: 'a',
          line: 2,
        },
      ],
      output: null,
    },
    {
      name: 'a profile that need not be on',
      around: { files: ['compose.yaml'] },
      code: file(
        'services:',
        '  web: {image: "a:1", depends_on: [db]}',
        '  db: {image: "b:1", profiles: [dev]}',
      ),
      findings: [{ message: 'inactive', at: 'db', line: 1, severity: 'warning' }],
      output: null,
    },
  ],
});
