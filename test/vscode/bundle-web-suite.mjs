import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../scripts/command.mjs';
import { suiteFolder, suiteModule } from './bundle-suite.mjs';

const folder = join(root, 'out', 'web-suite');
const own = join(root, 'test', 'vscode', 'web');

/** The workspace that the tests act on, as texts. */
const sources = {
  workspace: join(root, 'test', 'fixtures', 'vscode', 'workspace'),
  'workspace/demo': join(root, 'demo'),
};

async function textsOf(source) {
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(source.length + 1).replaceAll('\\', '/'), await readFile(path, 'utf8')];
    }),
  );
}

const workspaceTexts = {
  name: 'workspace-texts',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^workspace-texts$/ }, () => ({ path: 'texts', namespace: 'workspace-texts' }));
    onLoad({ filter: /./, namespace: 'workspace-texts' }, async () => {
      const texts = {};
      for (const [below, source] of Object.entries(sources))
        for (const [path, text] of await textsOf(source)) texts[`${below}/${path}`] = text;
      return { contents: JSON.stringify(texts), loader: 'json' };
    });
  },
};

/** A web worker needs the build of Mocha for browsers, which is CommonJS and leaves its class in the global scope. */
const mochaOfBrowsers = {
  name: 'mocha-of-browsers',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^mocha$/ }, () => ({ path: 'mocha', namespace: 'mocha-of-browsers' }));
    onLoad({ filter: /./, namespace: 'mocha-of-browsers' }, async () => {
      const text = await readFile(join(root, 'node_modules', 'mocha', 'mocha.js'), 'utf8');
      return { contents: `${text}\nmodule.exports = globalThis.Mocha;` };
    });
  },
};

const bundle = (options) =>
  build({
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
    alias: { 'node:assert/strict': join(own, 'assert.ts') },
    plugins: [workspaceTexts, mochaOfBrowsers],
    ...options,
  });

/**
 * Bundles the tests of suite/single and suite/web for a web worker, and an extension that holds their workspace in memory.
 *
 * @param {string} [pattern] of the titles that are wanted
 * @returns {Promise<{ folder: string, testsPath: string }>} the extension's folder, and the module in it that exports run()
 */
export async function bundleWebSuite(pattern) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(join(own, 'package.json'), join(folder, 'package.json'));
  const testsPath = join(folder, 'suite.js');
  const contents = await suiteModule('web', pattern);
  await Promise.all([
    bundle({ stdin: { contents, resolveDir: suiteFolder, loader: 'ts' }, outfile: testsPath }),
    bundle({ entryPoints: [join(own, 'memory-files.ts')], outfile: join(folder, 'files.js') }),
  ]);
  return { folder, testsPath };
}
