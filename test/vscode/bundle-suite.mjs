import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../scripts/command.mjs';

/** Where the tests lie that run inside VS Code. */
export const suiteFolder = join(root, 'test', 'vscode', 'suite');

/** Files of suite/single that show on any VS Code that the extension works at all. */
const essential = /^(extension|diagnostics|quick-fix)\.test\.ts$/;

/** What each suite holds of the folders, by the kind of window that the tests want. */
const suites = {
  full: { single: [['single']], byHand: [['by-hand']], multi: [['multi']] },
  newer: { single: [['single', essential], ['neighbours']], byHand: [], multi: [['multi']] },
  neighbours: { single: [['neighbours']], byHand: [], multi: [] },
  web: { single: [['single'], ['web']], byHand: [], multi: [] },
};

async function importsOf([folder, wanted = /\.test\.ts$/]) {
  const names = (await readdir(join(suiteFolder, folder))).filter((name) => wanted.test(name)).sort();
  return names.map((name) => `() => import('./${folder}/${name}')`);
}

/**
 * The text of a module that exports run().
 *
 * @param {keyof typeof suites} suite
 * @param {string} [pattern] of the titles that are wanted
 */
export async function suiteModule(suite, pattern) {
  const lists = Object.entries(suites[suite]).map(async ([kind, folders]) => {
    const imports = await Promise.all(folders.map(importsOf));
    return `  ${kind}: [${imports.flat().join(', ')}],`;
  });
  return [
    `import { runTests } from './run';`,
    `const files = {`,
    ...(await Promise.all(lists)),
    `};`,
    `export const run = () => runTests(files, ${JSON.stringify(pattern)});`,
  ].join('\n');
}

/**
 * Bundles a suite that runs inside VS Code, on Node.
 *
 * @param {keyof typeof suites} [suite]
 * @param {string} [pattern] of the titles that are wanted
 * @returns {Promise<string>} path of the module that exports run()
 */
export async function bundleSuite(suite = 'full', pattern) {
  const outfile = join(root, 'out', `vscode-suite-${suite}.cjs`);
  await build({
    stdin: { contents: await suiteModule(suite, pattern), resolveDir: suiteFolder, loader: 'ts' },
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
