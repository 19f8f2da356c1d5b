import assert from 'node:assert/strict';
import { isNoSecret, isPlaceholder, secretName } from '../../../server/src/text/secret-names';

describe('secretName', () => {
  for (const name of [
    'PASSWORD',
    'DB_PASSWORD',
    'PGPASSWORD',
    'MYSQL_ROOT_PASSWORD',
    'MYSQL_PWD',
    'SMTP_PASS',
    'API_KEY',
    'APIKEY',
    'AWS_SECRET_ACCESS_KEY',
    'SECRET_KEY_BASE',
    'DJANGO_SECRET_KEY',
    'JWT_SECRET',
    'GITHUB_TOKEN',
    'GITHUB_PAT',
    'npm_config__authToken',
    'clientSecret',
    'PRIVATE_KEY',
    'GOOGLE_APPLICATION_CREDENTIALS',
    'spring.datasource.password',
  ])
    it(`takes ${name} for a secret`, () => assert.equal(secretName(name), true));

  for (const name of [
    'MONKEY',
    'KEY',
    'PRIMARY_KEY',
    'KEYBOARD_LAYOUT',
    'PWD',
    'OLDPWD',
    'PASS_THROUGH',
    'COMPASS',
    'PASSWORD_FILE',
    'POSTGRES_PASSWORD_FILE',
    'SSL_KEY_PATH',
    'TOKEN_URL',
    'TOKEN_TTL',
    'MAX_TOKENS',
    'TOKENIZERS_PARALLELISM',
    'PUBLIC_KEY',
    'NEXT_PUBLIC_API_KEY',
    'MYSQL_ALLOW_EMPTY_PASSWORD',
    'AWS_ACCESS_KEY_ID',
    'PASSWORD_MIN_LENGTH',
    'SECRET_NAME',
    'AUTHOR',
    '',
  ])
    it(`takes ${name === '' ? 'nothing' : name} for no secret`, () => assert.equal(secretName(name), false));
});

describe('isPlaceholder', () => {
  for (const value of [
    'changeme',
    'ChangeMe!',
    'change_me',
    'change-this-password',
    '<token>',
    'xxx',
    'XXXXXXXX',
    '***',
    'your-api-key',
    'YOUR_PASSWORD_HERE',
    'mysecretpassword',
    '{{ secret }}',
    'todo',
    'replace with a real one',
  ])
    it(`takes ${value} for a placeholder`, () => assert.equal(isPlaceholder(value), true));
  for (const value of ['postgres', 'hunter2', 'admin', 'x', 's3cr3t', 'exchange', 'settings', ''])
    it(`takes "${value}" for none`, () => assert.equal(isPlaceholder(value), false));
});

describe('isNoSecret', () => {
  for (const value of [
    '',
    ' ',
    'true',
    'NO',
    '1',
    '/run/secrets/db',
    './key.pem',
    '~/.aws/credentials',
    'C:\\keys\\a.pem',
  ])
    it(`sees no secret in "${value}"`, () => assert.equal(isNoSecret(value), true));
  for (const value of ['hunter2', 'a/b', '/+=', 'yesterday'])
    it(`sees one in "${value}"`, () => assert.equal(isNoSecret(value), false));
});
