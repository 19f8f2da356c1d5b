import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';

/**
 * Builds a program in several files: its first file, which every run loads, and pieces, which are loaded when something of
 * them is first asked for. Each module stands in one file alone, so that it has one state; the others ask that file for it.
 * (esbuild splits ES modules only, and what two files have in common it puts into a third one.)
 * @param first `{ to, from }` of the first file.
 * @param pieces `{ to, holds }` of each piece: what it holds is told by the paths of modules; what only they need follows them.
 * @param settings of esbuild, for `{ to, from }`; a piece is `require`d by its name, `./piece.js`.
 * @returns the metafile of each file, by its name.
 */
export async function buildInPieces(first, pieces, settings) {
  const files = [first, ...pieces];
  const root = settings(first).absWorkingDir;
  /** Module → the file that it stands in. */
  const homes = new Map();
  /** File → the modules of it that other files ask for. */
  const asked = new Map(files.map(({ to }) => [to, new Set()]));
  const pathIn = (path) => relative(root, path).replaceAll('\\', '/');

  const homeOf = (module) => homes.get(module) ?? pieces.find(({ holds }) => holds.test(module))?.to;

  /** Puts in the place of a module of another file what asks that file for it. */
  const modulesElsewhere = (to) => ({
    name: 'modules-elsewhere',
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: /./ }, async ({ path, pluginData, ...how }) => {
        if (pluginData === resolve || how.kind === 'entry-point' || how.namespace === 'elsewhere')
          return undefined;
        const file =
          besideOf(path, how.resolveDir) ?? (await resolve(path, { ...how, pluginData: resolve })).path;
        const module = pathIn(file);
        const home = homeOf(module);
        // Data has no state.
        if (home === undefined || home === to || module.endsWith('.json')) return undefined;
        asked.get(home).add(module);
        return { path: module, namespace: 'elsewhere', sideEffects: false };
      });
      onResolve({ filter: /./, namespace: 'elsewhere' }, ({ path }) => ({ path, external: true }));
      onLoad({ filter: /./, namespace: 'elsewhere' }, async ({ path: module }) => {
        const home = homeOf(module);
        const names = await namesOf(module);
        const share = `require('./${home}').share(${JSON.stringify(module)})`;
        return {
          contents:
            // The first file is there already.
            home === first.to
              ? `export const { ${names.join(', ')} } = ${share};`
              : [
                  `let module_; const load = () => (module_ ??= ${share});`,
                  exportsOnFirstUse(names, 'load()'),
                ].join('\n'),
        };
      });
    },
  });

  const names = new Map();
  async function namesOf(module) {
    if (!names.has(module)) names.set(module, await exportsOf(module, root));
    return names.get(module);
  }

  /** What a file begins with: what it is made from, and a function that gives others its modules. */
  async function entryOf({ to, from }) {
    const modules = [...asked.get(to)].sort();
    const each = await Promise.all(modules.map(namesOf));
    return [
      ...(from === undefined ? [] : [`import './${from}';`]),
      ...modules.map(
        (module, at) =>
          `import { ${each[at].map((name) => `${name} as ${name}_${at}`).join(', ')} } from './${module}';`,
      ),
      'export function share(module) {',
      '  switch (module) {',
      ...modules.map(
        (module, at) =>
          `    case '${module}': return { ${each[at].map((name) => `get ${name}() { return ${name}_${at}; }`).join(', ')} };`,
      ),
      '  }',
      '}',
    ].join('\n');
  }

  async function buildFile(file, options = {}) {
    const { plugins, ...others } = settings(file);
    const { metafile } = await build({
      ...others,
      entryPoints: undefined,
      stdin: { contents: await entryOf(file), resolveDir: root, sourcefile: `${file.to}.entry.js` },
      plugins: [modulesElsewhere(file.to), ...plugins],
      ...options,
    });
    return metafile;
  }

  // Where each module stands, and who asks for it: the first file holds all that it can reach.
  for (const file of files) {
    const { inputs } = await buildFile(file, { write: false });
    for (const module of Object.keys(inputs)) if (!homes.has(module)) homes.set(module, file.to);
  }
  return new Map(await Promise.all(files.map(async (file) => [file.to, await buildFile(file)])));
}

/**
 * Text of a CommonJS module whose exports are asked of another when they are used. They stand in the prototype: esbuild copies
 * what an object itself has, for each module that imports it.
 */
export function exportsOnFirstUse(names, other) {
  const getters = names.map((name) => `get ${name}() { return ${other}.${name}; }`);
  return `module.exports = Object.create({ ${getters.join(', ')} });`;
}

/** The file of an import of our own; absent for a package's, which esbuild finds, and takes longer for. */
function besideOf(path, folder) {
  const file = `${join(folder, path)}.ts`;
  return path.startsWith('.') && existsSync(file) ? file : undefined;
}

async function exportsOf(module, root) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [module],
    outdir: 'dist',
    format: 'esm',
    write: false,
    metafile: true,
  });
  return Object.values(metafile.outputs)[0].exports;
}
