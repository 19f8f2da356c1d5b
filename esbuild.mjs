// Builds dist/. --dev: readable, with source maps. --watch: the same, again after each change.
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, context } from 'esbuild';
import { root } from './scripts/command.mjs';
import { main } from './scripts/main.mjs';
import { buildInPieces, exportsOnFirstUse } from './scripts/program-in-pieces.mjs';

const watch = process.argv.includes('--watch');
const readable = watch || process.argv.includes('--dev');

const node = {
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // `require` in the place of `import()`: it is faster, and code from V8's cache may call it.
  supported: { 'dynamic-import': false },
};
const program = { ...node, banner: { js: '#!/usr/bin/env node' } };
/** What server/src/compiled runs: within the function that Node puts around a module. */
const compiled = {
  ...node,
  banner: { js: '(function (exports, require, module, __filename, __dirname) {' },
  footer: { js: '})' },
};
/** Runs on Node and in a web worker: what it has for either is found. */
const anywhere = { target: ['node20', 'es2022'], conditions: ['browser'] };
/** Loaded by `require` on Node; in a web worker, where all scripts have one scope, by server/src/worker-require.ts. */
const library = {
  ...node,
  ...anywhere,
  banner: { js: '((module,exports)=>{' },
  footer: { js: '})(module,module.exports);' },
};

/** What each file of dist/ is made from. A program starts by itself and is executable. */
const bundles = [
  { to: 'client.js', from: 'client/src/client.ts', options: { ...node, ...anywhere, external: ['vscode'] } },
  { to: 'server.js', from: 'server/src/server.ts', options: { ...program, ...anywhere } },
  { to: 'cli.js', from: 'server/src/cli-start.ts', options: program },
];

/** The command line: what a run on a Dockerfile needs, in one file. */
const commandLine = { to: 'cli-program.js', from: 'server/src/cli.ts', options: compiled };

/** The rest of it: what each piece holds is loaded when something of it is first asked for. */
const pieces = [
  {
    to: 'cli-on-demand.js',
    holds:
      /^server\/src\/(?:cli\/(?:on-demand|init|explain|rules|report|images\/command)\.ts$|service\/(?:images|inventory|configuration)\/)/,
    options: compiled,
  },
  {
    to: 'cli-compose.js',
    holds: /^server\/src\/(?:compose\/|workspace\/hadolint-file\.ts$)/,
    options: compiled,
  },
  { to: 'cli-compose-rules.js', holds: /^server\/src\/rules\/compose/, options: compiled },
  {
    to: 'cli-migration.js',
    holds: /^server\/src\/(?:migrate\/|service\/migration\.ts$|cli\/migrate\.ts$)/,
    options: compiled,
  },
];

/**
 * Libraries that many a run does not need, each in a file of its own, which is loaded when something of it is first used:
 * to compile one is a good part of a short run.
 */
const libraries = [
  { to: 'yaml.js', from: 'yaml', asked: /^yaml$/, options: { ...library, platform: 'browser' } },
  {
    to: 'compose-schema.js',
    from: 'server/src/rules/compose/schema/specification-data.ts',
    asked: /^\.\/specification-data$/,
    names: ['specification', 'validate'],
    options: library,
  },
];

/** What most runs do without: where an `import()` asks for it, it is loaded from its file. */
const parts = [
  { to: 'hardening-report.js', from: 'server/src/service/report/report.ts', options: library },
  {
    to: 'dockerfile-language.js',
    from: 'server/src/protocol/dockerfile/library.ts',
    options: { ...library, inject: ['server/src/protocol/dockerfile/buffer.ts'] },
  },
  { to: 'picomatch.js', from: 'picomatch', options: node },
  { to: 'ignore.js', from: 'ignore', options: library },
];

const outputs = [...bundles, ...libraries, ...parts];
const outputsInPieces = [commandLine, ...pieces];

/** What the servers and the command line read when it is first needed. */
const dataFiles = ['hardened-images.jsonl', 'counterparts.jsonl'];

/**
 * dockerfile-language-service can ask Docker Hub for tags. Nothing here makes it, and the client needs Node's https,
 * which a web worker has not: so the code is left out.
 */
const withoutRegistryClient = {
  name: 'without-registry-client',
  setup({ onLoad }) {
    onLoad({ filter: /dockerfile-language-service[\\/].*dockerRegistryClient\.js$/ }, () => ({
      contents: 'exports.DockerRegistryClient = class {};',
    }));
  },
};

/** Puts in the place of a library what loads its file when something of it is first used. */
const librariesOnFirstUse = {
  name: 'libraries-on-first-use',
  setup({ initialOptions, onResolve, onLoad }) {
    for (const { to, from, asked, names } of libraries) {
      if (initialOptions.entryPoints?.includes(from)) continue;
      onResolve({ filter: asked }, () => ({ path: from, namespace: 'on-first-use' }));
      onResolve({ filter: /./, namespace: 'on-first-use' }, ({ path }) => ({ path, external: true }));
      onLoad({ filter: new RegExp(`^${from}$`), namespace: 'on-first-use' }, async () => ({
        contents: [
          `let library; const load = () => (library ??= require('./${to}'));`,
          exportsOnFirstUse(names ?? (await namesOf(from)), 'load()'),
        ].join('\n'),
      }));
    }
  },
};

const inPiecesAtTheEnd = {
  name: 'in-pieces-at-the-end',
  setup({ onEnd }) {
    onEnd(async ({ errors }) => {
      if (errors.length === 0) await buildInPieces(commandLine, pieces, settings);
    });
  },
};

async function namesOf(library) {
  return Object.keys(await import(library)).filter((name) => /^(?!default$)\w+$/.test(name));
}

/** Leaves the parts out of what imports them when it needs them. */
const partsOnDemand = {
  name: 'parts-on-demand',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path, resolveDir }) => {
      const wanted = path.startsWith('.') ? `${join(resolveDir, path)}.ts` : path;
      const part = parts.find(({ from }) => from === wanted || join(root, from) === wanted);
      return kind === 'dynamic-import' && part !== undefined
        ? { path: `./${part.to}`, external: true }
        : undefined;
    });
  },
};

const settings = ({ to, from, options }) => ({
  absWorkingDir: root,
  entryPoints: [from],
  outfile: `dist/${to}`,
  bundle: true,
  // ES modules first: the UMD builds of some language server packages hide their requires from a bundler.
  mainFields: ['module', 'main'],
  // V8 keeps a text that has other characters in it with two bytes for each.
  charset: 'ascii',
  legalComments: 'none',
  minify: !readable,
  sourcemap: readable,
  metafile: true,
  // What tsconfig.json says, but that an import of types alone brings no module into a bundle.
  tsconfigRaw: {
    compilerOptions: { strict: true, useDefineForClassFields: false, verbatimModuleSyntax: false },
  },
  plugins: [withoutRegistryClient, librariesOnFirstUse, partsOnDemand],
  logLevel: 'warning',
  ...options,
});

/** Names of the packages that a bundle holds something of. */
function packagesOf(metafile) {
  const names = Object.keys(metafile.inputs).map(
    (path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1],
  );
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}

/** Removes what an earlier build left: source maps, bundles of other names. */
async function removeOthers() {
  const built = [...outputs, ...outputsInPieces].flatMap(({ to }) => (readable ? [to, `${to}.map`] : [to]));
  const names = new Set([...built, ...dataFiles, 'package.json']);
  const others = (await readdir(join(root, 'dist'))).filter((name) => !names.has(name));
  await Promise.all(others.map((name) => rm(join(root, 'dist', name), { recursive: true })));
}

function report({ to }, metafile) {
  const { bytes } = metafile.outputs[`dist/${to}`];
  console.log(`dist/${to.padEnd(18)} ${(bytes / 1024).toFixed(0).padStart(5)} KB`);
}

async function copyData() {
  await mkdir(join(root, 'dist'), { recursive: true });
  // Node asks the nearest one what kind of modules these are: that of the project takes milliseconds to read.
  await writeFile(join(root, 'dist', 'package.json'), '{ "type": "commonjs" }\n');
  await Promise.all(
    dataFiles.map((name) => copyFile(join(root, 'server/data', name), join(root, 'dist', name))),
  );
}

await main(async () => {
  const missing = bundles.filter(({ from }) => !existsSync(join(root, from)));
  if (missing.length > 0) {
    throw new Error(`Entry points are missing: ${missing.map(({ from }) => from).join(', ')}`);
  }
  await copyData();
  if (watch) {
    for (const output of outputs) {
      const watching = await context({ ...settings(output), logLevel: 'info' });
      await watching.watch();
    }
    // What its files are is known by building it: a change of any of its modules builds them all.
    const { plugins, ...whole } = settings(commandLine);
    const watching = await context({ ...whole, write: false, plugins: [...plugins, inPiecesAtTheEnd] });
    await watching.watch();
    return 0;
  }
  const [inPieces, ...results] = await Promise.all([
    buildInPieces(commandLine, pieces, settings),
    ...outputs.map((output) => build(settings(output))),
  ]);
  const packages = new Set();
  for (const output of [...outputs, ...outputsInPieces]) {
    const metafile = inPieces.get(output.to) ?? results[outputs.indexOf(output)].metafile;
    report(output, metafile);
    for (const name of packagesOf(metafile)) packages.add(name);
    if (output.options === program) await chmod(join(root, 'dist', output.to), 0o755);
  }
  await removeOthers();
  await mkdir(join(root, '.cache'), { recursive: true });
  await writeFile(
    join(root, '.cache', 'bundled-packages.json'),
    JSON.stringify([...packages].sort(), null, 2),
  );
  return 0;
});
