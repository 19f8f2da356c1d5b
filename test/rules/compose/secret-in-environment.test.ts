import { secretInEnvironment } from '../../../server/src/rules/compose/secrets/secret-in-environment';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

function env(...lines: readonly string[]): string {
  return web('image: app:1', 'environment:', ...lines.map((line) => `  ${line}`));
}

ruleTester(secretInEnvironment, {
  valid: [
    env('MONKEY: banana', 'AUTHOR: me'),
    env('DB_PASSWORD_FILE: /run/secrets/db', 'TOKEN_URL: https://x', 'PUBLIC_KEY: abc', 'KEY_PATH: /k'),
    env('DB_PASSWORD: ${DB_PASSWORD}', 'API_KEY: ${API_KEY:?must be set}', 'TOKEN: "${TOKEN:-}"'),
    env('- DB_PASSWORD', '- API_KEY=', '- TOKEN=$TOKEN'),
    env('DB_PASSWORD:', 'MYSQL_ALLOW_EMPTY_PASSWORD: "yes"', 'USE_TOKEN: true'),
    env('GOOGLE_APPLICATION_CREDENTIALS: /run/secrets/gcp.json'),
    web('image: app:1', 'labels: {password: hunter2}'),
  ],
  invalid: [
    {
      code: env('DB_PASSWORD: hunter2 # dev'),
      findings: [
        {
          message: 'base',
          at: 'hunter2',
          severity: 'warning',
          offers: [
            {
              title: 'Require DB_PASSWORD from the shell or .env',
              output: env('DB_PASSWORD: "${DB_PASSWORD:?}" # dev'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      code: env('- "API_KEY=abc=def"', '- OTHER=1'),
      findings: [
        {
          message: 'base',
          at: 'abc=def',
          offers: [
            {
              title: 'Require API_KEY from the shell or .env',
              output: env('- "API_KEY=${API_KEY:?}"', '- OTHER=1'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      code: env("JWT_SECRET: '${SECRET:-s3cr3t}'"),
      findings: [
        {
          message: 'default',
          at: '${SECRET:-s3cr3t}',
          offers: [
            { title: 'Require JWT_SECRET from the shell or .env', output: env("JWT_SECRET: '${SECRET:?}'") },
          ],
        },
      ],
      output: null,
    },
    {
      code: env('clientSecret: changeme'),
      findings: [
        {
          message: 'placeholder',
          at: 'changeme',
          offers: [
            {
              title: 'Require clientSecret from the shell or .env',
              output: env('clientSecret: "${clientSecret:?}"'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'an anchored environment of two services',
      code: file(
        'x-e: &e',
        '  TOKEN: abcdef',
        'services:',
        '  web: {image: app:1, environment: *e}',
        '  job:',
        '    image: job:1',
        '    environment:',
        '      <<: *e',
      ),
      findings: [
        {
          message: 'base',
          at: 'abcdef',
          offers: [
            {
              title: 'Require TOKEN from the shell or .env',
              output: file(
                'x-e: &e',
                '  TOKEN: "${TOKEN:?}"',
                'services:',
                '  web: {image: app:1, environment: *e}',
                '  job:',
                '    image: job:1',
                '    environment:',
                '      <<: *e',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'an image that reads a secret file',
      code: file(
        'services:',
        '  db:',
        '    image: postgres:17.5',
        '    environment:',
        '      POSTGRES_PASSWORD: hunter2',
        'volumes:',
        '  data:',
      ),
      findings: [
        {
          message: 'base',
          at: 'hunter2',
          offers: [
            {
              title: 'Read POSTGRES_PASSWORD from a secret file',
              output: file(
                'services:',
                '  db:',
                '    image: postgres:17.5',
                '    environment:',
                '      POSTGRES_PASSWORD_FILE: /run/secrets/postgres_password',
                '    secrets:',
                '      - postgres_password',
                'volumes:',
                '  data:',
                'secrets:',
                '  postgres_password:',
                '    file: ./postgres_password.txt',
              ),
            },
            {
              title: 'Require POSTGRES_PASSWORD from the shell or .env',
              output: file(
                'services:',
                '  db:',
                '    image: postgres:17.5',
                '    environment:',
                '      POSTGRES_PASSWORD: "${POSTGRES_PASSWORD:?}"',
                'volumes:',
                '  data:',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a list and secrets that are there already',
      code: file(
        'services:',
        '  db:',
        '    image: mysql:9',
        '    environment: [MYSQL_ROOT_PASSWORD=hunter2]',
        '    secrets: [tls]',
        'secrets:',
        '  tls:',
        '    file: ./tls.pem',
      ),
      findings: [
        {
          message: 'base',
          at: 'hunter2',
          offers: [
            {
              title: 'Read MYSQL_ROOT_PASSWORD from a secret file',
              output: file(
                'services:',
                '  db:',
                '    image: mysql:9',
                '    environment: [MYSQL_ROOT_PASSWORD_FILE=/run/secrets/mysql_root_password]',
                '    secrets: [tls, mysql_root_password]',
                'secrets:',
                '  tls:',
                '    file: ./tls.pem',
                '  mysql_root_password:',
                '    file: ./mysql_root_password.txt',
              ),
            },
            {
              title: 'Require MYSQL_ROOT_PASSWORD from the shell or .env',
              output: file(
                'services:',
                '  db:',
                '    image: mysql:9',
                '    environment: ["MYSQL_ROOT_PASSWORD=${MYSQL_ROOT_PASSWORD:?}"]',
                '    secrets: [tls]',
                'secrets:',
                '  tls:',
                '    file: ./tls.pem',
              ),
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
