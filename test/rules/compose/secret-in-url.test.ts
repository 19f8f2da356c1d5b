import { secretInUrl } from '../../../server/src/rules/compose/secrets/secret-in-url';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

ruleTester(secretInUrl, {
  valid: [
    web('image: app:1', 'environment:', '  DATABASE_URL: postgres://app@db/app'),
    web('image: app:1', 'environment:', '  DATABASE_URL: postgres://app:${DB_PASSWORD}@db/app'),
    web('image: app:1', 'environment: ["DATABASE_URL=postgres://app:$PASSWORD@db/app"]'),
    web('image: app:1', 'environment:', '  DATABASE_URL: ${DATABASE_URL:?}'),
    web('image: app:1', 'environment:', '  DATABASE_URL: postgres://app:%PASSWORD%@db/app'),
    web('image: app:1', 'environment:', '  ADMIN_TOKEN: https://me:hunter2@example.com/'),
    web('image: app:1 # postgres://app:hunter2@db/app', 'environment:', '  URL: http://db:5432/@x'),
  ],
  invalid: [
    {
      code: web('image: app:1', 'environment:', '  DATABASE_URL: postgres://app:hunter2@db/app # local'),
      findings: [
        {
          message: 'base',
          at: 'hunter2',
          severity: 'warning',
          offers: [
            {
              title: 'Require DATABASE_PASSWORD from the shell or .env',
              output: web(
                'image: app:1',
                'environment:',
                '  DATABASE_URL: "postgres://app:${DATABASE_PASSWORD:?}@db/app" # local',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'weak ones too, in lists and commands',
      code: web(
        'image: app:1',
        "environment: ['BROKER=amqp://guest:guest@mq']",
        'command: ["serve", "--db", "redis://:secret@cache:6379"]',
      ),
      findings: [
        {
          message: 'base',
          at: 'guest',
          offers: [
            {
              title: 'Require BROKER_PASSWORD from the shell or .env',
              output: web(
                'image: app:1',
                "environment: ['BROKER=amqp://guest:${BROKER_PASSWORD:?}@mq']",
                'command: ["serve", "--db", "redis://:secret@cache:6379"]',
              ),
            },
          ],
        },
        {
          message: 'base',
          at: 'secret',
          offers: [
            {
              title: 'Require WEB_PASSWORD from the shell or .env',
              output: web(
                'image: app:1',
                "environment: ['BROKER=amqp://guest:guest@mq']",
                'command: ["serve", "--db", "redis://:${WEB_PASSWORD:?}@cache:6379"]',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'once for an anchor, in its place',
      code: file(
        'x-e: &e',
        '  MONGO_URI: mongodb://root:hunter2@mongo',
        'services:',
        '  a: {image: a:1, environment: *e}',
        '  b: {image: b:1, environment: {<<: *e, X: y}}',
      ),
      findings: [
        {
          message: 'base',
          at: 'hunter2',
          offers: [
            {
              title: 'Require MONGO_PASSWORD from the shell or .env',
              output: file(
                'x-e: &e',
                '  MONGO_URI: "mongodb://root:${MONGO_PASSWORD:?}@mongo"',
                'services:',
                '  a: {image: a:1, environment: *e}',
                '  b: {image: b:1, environment: {<<: *e, X: y}}',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a health check; a text that spans lines is left to a person',
      code: web(
        'image: app:1',
        'healthcheck: {test: [CMD, curl, "http://u:hunter2@localhost/"]}',
        'command: >-',
        '  serve --db',
        '  mysql://u:hunter3@db/app',
      ),
      findings: [
        {
          message: 'base',
          at: 'hunter2',
          offers: [
            {
              title: 'Require WEB_PASSWORD from the shell or .env',
              output: web(
                'image: app:1',
                'healthcheck: {test: [CMD, curl, "http://u:${WEB_PASSWORD:?}@localhost/"]}',
                'command: >-',
                '  serve --db',
                '  mysql://u:hunter3@db/app',
              ),
            },
          ],
        },
        { message: 'base', at: '>-\n      serve --db\n      mysql://u:hunter3@db/app', offers: [] },
      ],
      output: null,
    },
  ],
});
