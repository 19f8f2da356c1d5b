import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../scripts/command.mjs';

const suite = join(root, 'test', 'vscode', 'suite');
const outfile = join(root, 'out', 'vscode-suite.cjs');

/** The test files of a folder, as imports that run when the suite asks for them. */
async function importsOf(folder) {
  const names = (await readdir(join(suite, folder))).filter((name) => name.endsWith('.test.ts')).sort();
  return `[${names.map((name) => `() => import('./${folder}/${name}')`).join(', ')}]`;
}

/**
 * Bundles the suite that runs inside VS Code, with every test file of suite/single, suite/by-hand and suite/multi.
 *
 * @returns {Promise<string>} path of the module that exports run()
 */
export async function bundleSuite() {
  const contents = [
    `import { runTests } from './run';`,
    `const files = {`,
    `  single: ${await importsOf('single')},`,
    `  byHand: ${await importsOf('by-hand')},`,
    `  multi: ${await importsOf('multi')},`,
    `};`,
    `export const run = () => runTests(files);`,
  ].join('\n');
  await build({
    stdin: { contents, resolveDir: suite, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}
