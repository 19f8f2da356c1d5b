import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

const root = new URL('../../', import.meta.url);

describe('the bundles', () => {
  for (const name of [
    'server.js',
    'server.browser.js',
    'cli.js',
    'client.js',
    'client.browser.js',
    'yaml.js',
    'compose-schema.js',
    'cli-on-demand.js',
  ]) {
    it(`dist/${name} asks no registry and fetches nothing`, async () => {
      const text = await readFile(new URL(`dist/${name}`, root), 'utf8');
      assert.doesNotMatch(text, /auth\.docker\.io|registry-1\.docker\.io|require\("(node:)?https?"\)/);
    });
  }
});
