import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';
import { milliseconds } from '../cli/clock';
import { keepCode, readCode } from './code-file';

/** What the text of a bundle is: a function, as Node makes one of every module. */
type Bundle = (
  exports: object,
  require: NodeJS.Require,
  module: { exports: object },
  filename: string,
  dirname: string,
) => void;

/**
 * Runs a bundle as `require` would, but keeps what V8 has compiled for the next run: that is half the time of a short one.
 * Node does the same from 22.8 on, with `module.enableCompileCache()`.
 * @param file absolute path of the bundle: CommonJS in ASCII, without `import()`, and already within the function that Node
 * puts around a module, as to put it there would copy all of it.
 * @param folder absolute path of where the compiled code is kept; absent where nothing is.
 * @param use a word for what this run does: kept is what the first runs of a use have called, all else is compiled anew.
 */
export function runCompiled(file: string, folder: string | undefined, use: string): void {
  const script = folder === undefined ? scriptOf(file) : keptScript(file, folder, codeName(file, use));
  const module = { exports: {} };
  const run = script.runInThisContext() as Bundle;
  run(module.exports, createRequire(file), module, file, dirname(file));
}

function scriptOf(file: string, cachedData?: Uint8Array): Script {
  return new Script(readFileSync(file, 'latin1'), { filename: file, ...(cachedData && { cachedData }) });
}

/** So many runs of a use add what they have called: the first one may have had little to do. */
const addingRuns = 4;

/** In milliseconds, from its first line to its end. A longer run gains little, and would have V8 keep more than a short one wants to load. */
const longestAdding = 2000;

function keptScript(file: string, folder: string, name: string): Script {
  const start = milliseconds();
  const kept = readCode(folder, name);
  const script = scriptOf(file, kept?.code);
  const runs = script.cachedDataRejected === true ? 0 : (kept?.runs ?? 0);
  if (runs < addingRuns)
    // Not before the end: what a run has called is compiled then, too.
    process.once('exit', () => {
      if (milliseconds() - start < longestAdding)
        keepCode(folder, name, { code: script.createCachedData(), runs: runs + 1 });
    });
  return script;
}

/** V8 compares no more than the length of a text: so the name tells one bundle from another, and one Node. */
function codeName(file: string, use: string): string {
  const { ctimeMs, ino, size } = statSync(file);
  return `${use}-${process.version}-${process.arch}-${size}-${ino}-${Math.trunc(ctimeMs)}.code`;
}
