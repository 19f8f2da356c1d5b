import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, run } from './command.mjs';

/**
 * @typedef {object} Part of the project that one process of ESLint looks at
 * @property {string} name
 * @property {readonly string[]} paths what is looked at
 * @property {readonly string[]} ignored what is left out of it, as ESLint takes it
 */

const first = 'server';

/**
 * Two, as even as folders make them, the longer one first: one process keeps one core busy. The second is whatever the first is
 * not, so that no file falls between them.
 *
 * @type {readonly Part[]}
 */
export const parts = [
  { name: 'lint of server', paths: [first], ignored: [] },
  { name: 'lint of all else', paths: ['.'], ignored: [`${first}/`] },
];

/** What decides whether a file is clean: types come from any other, so that no file can be judged by its own text. */
const evidence = ['**/*.{ts,mts,cts,js,mjs,cjs,json}'];

/**
 * @param {string} [folder]
 * @returns {Promise<string>} a digest of all that a run of ESLint goes by
 */
export async function stateOfSources(folder = root) {
  // Loaded late: the dependencies may not have been there when this script started.
  const { glob } = await import('tinyglobby');
  const ignore = ['**/node_modules/**', 'dist/**', 'out/**', '.cache/**'];
  const files = await glob(evidence, { cwd: folder, ignore, dot: true });
  const digest = createHash('sha256').update(process.version);
  for (const file of files.sort()) digest.update(`\0${file}\0`).update(await readFile(join(folder, file)));
  return digest.digest('hex');
}

/**
 * Looks at a part, unless all is as it was when the part was last found clean. ESLint's own cache goes by each file's own text, and
 * keeps a file clean whose fault comes from another one.
 *
 * @param {Part} part
 * @param {string | undefined} state of the sources; without it nothing is taken over from runs before and nothing kept
 * @param {(text: string) => void} onOutput
 * @returns {Promise<number>} the exit code
 */
export async function lint({ name, paths, ignored }, state, onOutput) {
  const kept = join(root, '.cache', `${name.replaceAll(' ', '-')}.clean`);
  if (state !== undefined && (await readFile(kept, 'utf8').catch(() => '')) === state) {
    onOutput('Nothing has changed since it was found clean.\n');
    return 0;
  }
  const leftOut = ignored.flatMap((pattern) => ['--ignore-pattern', pattern]);
  const code = await run('eslint', [...paths, ...leftOut, '--max-warnings', '0'], { onOutput });
  if (code === 0 && state !== undefined) {
    await mkdir(join(root, '.cache'), { recursive: true });
    await writeFile(kept, state);
  }
  return code;
}
