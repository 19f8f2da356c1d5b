import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ESLint } from 'eslint';
import { glob } from 'tinyglobby';

interface Part {
  readonly name: string;
  readonly paths: readonly string[];
  readonly ignored: readonly string[];
}

interface LintParts {
  readonly parts: readonly Part[];
  readonly stateOfSources: (folder: string) => Promise<string>;
}

async function lintParts(): Promise<LintParts> {
  return (await import(pathToFileURL('scripts/lint-parts.mjs').href)) as LintParts;
}

/** Whether ESLint looks at a file when it runs as `npm run check` starts it for a part. */
function looker({ paths, ignored }: Part): (file: string) => Promise<boolean> {
  const eslint = new ESLint({ ignorePatterns: [...ignored] });
  return async (file) =>
    paths.some((path) => path === '.' || file.startsWith(`${path}/`)) && !(await eslint.isPathIgnored(file));
}

describe('the parts that `npm run check` lints side by side', () => {
  it('hold each file once that `npm run lint` looks at', async () => {
    const eslint = new ESLint();
    const lookers = (await lintParts()).parts.map(looker);
    const ignore = ['node_modules', 'dist', 'out', '.cache'];
    const files = await glob('**/*.{ts,mts,cts,js,mjs,cjs}', { ignore, dot: true });
    const counts = new Map<number, string[]>();
    for (const file of files) {
      if (await eslint.isPathIgnored(file)) continue;
      const looks = await Promise.all(lookers.map(async (looksAt) => looksAt(file)));
      const count = looks.filter(Boolean).length;
      counts.set(count, [...(counts.get(count) ?? []), file]);
    }
    const { 1: once = [], ...others } = Object.fromEntries(counts);
    assert.deepEqual(others, {});
    for (const file of ['server/src/cli.ts', 'scripts/vscode/server.mjs', 'eslint.config.mjs'])
      assert.ok(once.includes(file), file);
  }).timeout(30_000);

  it('are looked at again when any source has changed, as types come from others', async () => {
    const { stateOfSources } = await lintParts();
    const folder = await mkdtemp(join(tmpdir(), 'bulwark-lint-'));
    const write = async (path: string, text: string): Promise<string> => {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
      return stateOfSources(folder);
    };
    try {
      await write('server/src/one.ts', 'export const one = 1;');
      const before = await write('server/src/two.ts', "import { one } from './one';");
      assert.equal(await write('docs/page.md', 'One'), before);
      assert.equal(await write('node_modules/.cache/kept.json', '{}'), before);
      assert.notEqual(await write('server/src/one.ts', 'export const one = Promise.resolve(1);'), before);
      assert.equal(await write('server/src/one.ts', 'export const one = 1;'), before);
      assert.notEqual(await write('package-lock.json', '{}'), before);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
