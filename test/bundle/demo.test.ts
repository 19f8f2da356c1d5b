import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly {
      readonly rule: string;
      readonly range: { readonly start: { readonly line: number } };
    }[];
  }[];
}

/** `uv-app/Dockerfile:2 user-root`, for every finding of the built command line. */
function found(): string[] {
  const words = ['dist/cli.js', 'lint', '--format', 'json', 'demo'];
  const { stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
  assert.equal(stderr, '');
  const { files } = JSON.parse(stdout) as Report;
  return files.flatMap(({ path, findings }) => {
    const folder = basename(dirname(path));
    const name = folder === 'demo' ? basename(path) : join(folder, basename(path));
    return findings.map(({ rule, range }) => `${name}:${(range.start.line + 1).toFixed(0)} ${rule}`);
  });
}

/** The same from the tables of demo/README.md: a heading names the file, a row the line and the rule. */
async function documented(): Promise<string[]> {
  const text = await readFile(join(root, 'demo', 'README.md'), 'utf8');
  let file = '';
  return text.split('\n').flatMap((line) => {
    file = /^## `(.+)`$/.exec(line)?.[1] ?? file;
    const [, number, rule] = /^\| (\d+) +\| `([a-z-]+)` +\|/.exec(line) ?? [];
    return number === undefined || rule === undefined ? [] : [`${file}:${number} ${rule}`];
  });
}

describe('the demo', () => {
  it('has exactly the faults that its README lists', async () => {
    assert.deepEqual(found().sort(), (await documented()).sort());
  });
});
