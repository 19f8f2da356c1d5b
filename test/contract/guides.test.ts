import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { expectedIn, foundIn } from '../support/expectations';
import { look } from '../support/look';

/** What the examples of the guides say themselves that lies in the build context. */
const files = [
  'uv.lock',
  'pyproject.toml',
  'Cargo.lock',
  'Cargo.toml',
  'requirements.txt',
  'src',
  'app.py',
  'main.py',
];

/** They tell their readers to have one: https://docs.astral.sh/uv/guides/integration/docker/#installing-a-project */
const dockerignore = '.venv\n';

describe('the examples of the guides', () => {
  for (const name of readdirSync('test/fixtures/guides'))
    it(`get the findings that they deserve: ${name}`, () => {
      const text = readFileSync(`test/fixtures/guides/${name}`, 'utf8');
      const language = name.endsWith('.yaml') ? 'compose' : 'dockerfile';
      const findings = look(language, text, { around: { files, dockerignore, folders: { '.': files } } });
      assert.deepEqual(foundIn(text, findings), expectedIn(text));
    });
});
