import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { ESLint } from 'eslint';
import { glob } from 'tinyglobby';

interface Part {
  readonly name: string;
  readonly paths: readonly string[];
  readonly ignored: readonly string[];
}

async function partsOfCheck(): Promise<readonly Part[]> {
  const script = pathToFileURL('scripts/lint-parts.mjs').href;
  return ((await import(script)) as { parts: readonly Part[] }).parts;
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
    const lookers = (await partsOfCheck()).map(looker);
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
});
