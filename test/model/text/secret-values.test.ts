import assert from 'node:assert/strict';
import { entropyOf, findSecretValues } from '../../../server/src/text/secret-values';

/** Written in two parts, so that no scanner takes this file for a leak. */
const random = 'q8Zr3Lm' + 'Wt5Xv2Kp9Bn7Jd4Hs6Fg1Tc0Yw8RbUe';

const secrets: readonly [string, string][] = [
  ['an AWS access key', 'AKIA' + 'QX7ZLM2WTB5VKPNJ'],
  ['a temporary AWS access key', 'ASIA' + 'QX7ZLM2WTB5VKPNJ'],
  ['a GitHub token', 'ghp_' + random.slice(0, 36)],
  ['a GitHub token', 'github_pat_' + (random + '_' + random).slice(0, 59)],
  ['a GitLab token', 'glpat-' + random.slice(0, 20)],
  ['a Slack token', 'xoxb-' + '730191371696-4130295438-' + random.slice(0, 12)],
  ['a Slack webhook', 'hooks.slack.com/services/T0Q7RK2M/B0Z9XLW4/' + random.slice(0, 24)],
  ['a Stripe live key', 'sk_live_' + random.slice(0, 24)],
  ['a Google API key', 'AIza' + random.slice(0, 35)],
  ['an npm token', 'npm_' + random.slice(0, 36)],
  ['a PyPI token', 'pypi-AgE' + random + random.slice(0, 12)],
  ['a Docker access token', 'dckr_pat_' + random.slice(0, 27)],
  ['a JSON Web Token', 'eyJhbGciOiJIUzI1NiJ9' + '.eyJzdWIiOiIxIn0x.' + random.slice(0, 30)],
];

describe('findSecretValues', () => {
  for (const [kind, secret] of secrets)
    it(`finds ${kind}`, () => {
      const text = `ENV X="${secret}" Y=1`;
      const found = findSecretValues(text);
      assert.deepEqual(
        found.map((value) => [value.kind, text.slice(value.start, value.end), value.example]),
        [[kind, secret, false]],
      );
    });

  it('marks the header of a private key that a key follows', () => {
    const header = '-----BEGIN RSA ' + 'PRIVATE KEY-----';
    for (const between of ['\n', '\\n', '\\\n'])
      assert.deepEqual(
        findSecretValues(`x ${header}${between}${random.slice(0, 40)}`).map(({ start, end }) => [start, end]),
        [[2, 2 + header.length]],
      );
    assert.deepEqual(findSecretValues(`grep -q "${header}" key.pem`), []);
  });

  it('marks the password alone in a URL', () => {
    const text = 'postgres://app:hunter2@db:5432/app';
    const [found] = findSecretValues(text);
    assert.ok(found);
    assert.equal(text.slice(found.start, found.end), 'hunter2');
    assert.equal(found.example, false);
  });

  it('marks the password that repeats the user', () => {
    const text = 'amqp://guest:guest@mq/';
    const [found] = findSecretValues(text);
    assert.deepEqual([found?.start, found?.end], [13, 18]);
  });

  it('finds a service account key, escaped JSON too', () => {
    const id = '3f9a1c' + '7be0d24586af913c70be4d2581af6c39e07d';
    assert.equal(findSecretValues(`{"private_key_id": "${id.slice(0, 40)}"}`).length, 1);
    assert.equal(findSecretValues(`{\\"private_key_id\\":\\"${id.slice(0, 40)}\\"}`).length, 1);
  });

  for (const text of [
    'AKIAIOSFODNN7EXAMPLE',
    'ghp_' + 'x'.repeat(36),
    'AIza' + 'A'.repeat(35),
    'https://user:password@example.com/',
  ])
    it(`tells the example ${text.slice(0, 24)} apart`, () =>
      assert.deepEqual(
        findSecretValues(text).map((value) => value.example),
        [true],
      ));

  for (const text of [
    'postgres://app:${DB_PASSWORD}@db/app',
    'postgres://app:$DB_PASSWORD@db/app',
    'https://app:<password>@db/app',
    'http://localhost:8080/a@b',
    'MAKIAQX7ZLM2WTB5VKPNJ',
    'ghp_short',
    'pypi-cache',
    '-----BEGIN PUBLIC KEY-----',
    '',
  ])
    it(`finds nothing in "${text}"`, () => assert.deepEqual(findSecretValues(text), []));

  for (const piece of ['eyJ', 'eyJ-', 'a://b:', '"private_key_id"  ', 'xoxb-', '-----BEGIN '])
    it(`comes to an end with a text that begins a form again and again: ${piece}`, () =>
      assert.deepEqual(findSecretValues(piece.repeat(100_000 / piece.length)), []));
});

describe('entropyOf', () => {
  it('is zero where one character repeats, and grows with variety', () => {
    assert.equal(entropyOf('aaaa'), 0);
    assert.equal(entropyOf('abcd'), 2);
  });
});
