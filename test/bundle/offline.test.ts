import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const dist = new URL('../../dist/', import.meta.url);

describe('the bundles', () => {
  const names = readdirSync(fileURLToPath(dist)).filter((name) => name.endsWith('.js'));

  it('are there', () => {
    for (const name of ['client.js', 'server.js', 'cli.js']) assert.ok(names.includes(name), name);
  });

  for (const name of names)
    it(`dist/${name} asks no registry and fetches nothing`, () => {
      const text = readFileSync(new URL(name, dist), 'utf8');
      assert.doesNotMatch(text, /auth\.docker\.io|registry-1\.docker\.io|require\("(node:)?https?"\)/);
    });
});
