import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { keepCode, readCode } from './code-file';
import { memoryFor, readInto } from '../read-into';

/** What the text of a bundle is: a function, as Node makes one of every module. */
type Bundle = (
  exports: object,
  require: NodeJS.Require,
  module: { exports: object },
  filename: string,
  dirname: string,
) => void;

/** What a run of a bundle goes by. */
export interface CompiledRun {
  /** Absolute path of where the compiled code is kept; absent where nothing is. */
  readonly folder: string | undefined;
  /** A word for what this run does: kept is what the first runs of a use have called, all else is compiled anew. */
  readonly use: string;
  /** Loads what is no piece of the bundle, for a file of the bundle's folder. */
  readonly require: NodeJS.Require;
}

/**
 * Runs a bundle as `require` would, but keeps what V8 has compiled for the next run: that is half the time of a short one.
 * Node does the same from 22.8 on, with `module.enableCompileCache()`.
 * @param file absolute path of the bundle: CommonJS in ASCII, without `import()`, and already within the function that Node
 * puts around a module, as to put it there would copy all of it.
 * @param pieces which names it requires are other files of the bundle, in the same folder and form: `./piece.js`.
 */
export function runCompiled(file: string, pieces: RegExp, run: CompiledRun): void {
  const loaded = new Map<string, { exports: object }>();
  const load = (path: string): object => {
    const before = loaded.get(path);
    if (before !== undefined) return before.exports;
    const module = { exports: {} };
    loaded.set(path, module);
    const script =
      run.folder === undefined
        ? new Script(readFileSync(path, 'latin1'), { filename: path })
        : keptScript(path, run.folder, run.use);
    const start = script.runInThisContext() as Bundle;
    start(module.exports, require as NodeJS.Require, module, path, dirname(path));
    return module.exports;
  };
  const require = (name: string): unknown =>
    pieces.test(name) ? load(join(dirname(file), name)) : run.require(name);
  load(file);
}

/** So many runs of a use add what they have called: the first one may have had little to do. */
const addingRuns = 4;

/** In seconds, from the start of Node to the end. A longer run gains little, and would have V8 keep more than a short one wants to load. */
const longestAdding = 2;

function keptScript(file: string, folder: string, use: string): Script {
  const name = codeName(file, use);
  const memory = memoryFor(file, join(folder, name));
  const text = readInto(memory, file).toString('latin1');
  const kept = readCode(folder, name, memory);
  const script = new Script(text, { filename: file, ...(kept && { cachedData: kept.code }) });
  const runs = script.cachedDataRejected === true ? 0 : (kept?.runs ?? 0);
  if (runs < addingRuns)
    // Not before the end: what a run has called is compiled then, too.
    process.once('exit', () => {
      if (process.uptime() < longestAdding)
        keepCode(folder, name, { code: script.createCachedData(), runs: runs + 1 });
    });
  return script;
}

/** V8 compares no more than the length of a text: so the name tells one bundle from another, and one Node. */
function codeName(file: string, use: string): string {
  const { ctimeMs, ino, size } = statSync(file);
  return `${use}-${process.version}-${process.arch}-${size}-${ino}-${Math.trunc(ctimeMs)}.code`;
}
