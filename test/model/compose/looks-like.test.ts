import assert from 'node:assert/strict';
import { looksLikeCompose } from '../../../server/src/compose/looks-like';

describe('looksLikeCompose', () => {
  for (const text of [
    'services:\n  web:\n    image: app:1\n',
    '\uFEFFservices:\r\n  web:\r\n    ports: [1]\r\n    build: .\r\n',
    '# ours\nname: app\n\n"services":\n\n    # first\n    web:\n        extends: base\n',
    'services: {web: {image: app:1}}\n',
    'services:\n  web: {image: app:1}\n',
    'volumes: {}\nservices:\n  db:\n    image: db:1\nnetworks: {}\n',
  ])
    it(`recognises ${JSON.stringify(text.slice(0, 50))}`, () => assert.equal(looksLikeCompose(text), true));

  for (const text of [
    '',
    'services:\n',
    'services:\n  - postgres:18\nimage: app:1\n',
    'image: app:1\nservices: [docker]\n',
    'jobs:\n  test:\n    services:\n      db:\n        image: db:1\n',
    'services:\n  web:\n    url: x\nimage: app\n',
    'services:\n  image: app\n',
    'my-services:\n  web:\n    image: app\n',
    'services:\n  web:\n    # image: app\n    name: x\n',
  ])
    it(`does not take ${JSON.stringify(text.slice(0, 50))} for one`, () =>
      assert.equal(looksLikeCompose(text), false));

  for (const [name, text] of [
    ['lines', `services:\n${'  a: {\n'.repeat(100_000)}`],
    ['braces', 'services: {'.repeat(50_000)],
  ] as const)
    it(`comes to an end with ${name} that open again and again`, () =>
      assert.equal(looksLikeCompose(text), false));
});
