import { readFileSync, statSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';
import { keepCode, readCode } from './code-file';

type Wrapped = (
  exports: object,
  require: NodeJS.Require,
  module: { exports: object },
  filename: string,
  dirname: string,
) => void;

/**
 * Runs a bundle as `require` would, but keeps what V8 has compiled for the next run: that is half the time of a short one.
 * Node does the same from 22.8 on, with `module.enableCompileCache()`.
 * @param file absolute path of the bundle: CommonJS in ASCII, without `import()`.
 * @param folder absolute path of where the compiled code is kept; absent where nothing is.
 * @param use a word for what this run does: kept is what the first run of a use has called, all else is compiled anew.
 */
export function runCompiled(file: string, folder: string | undefined, use: string): void {
  const require = createRequire(file);
  if (folder === undefined) {
    require(file);
    return;
  }
  const name = codeName(file, use);
  const cachedData = readCode(folder, name);
  const script = new Script(wrap(readFileSync(file, 'latin1')), {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  if (cachedData === undefined || script.cachedDataRejected === true)
    // Not before the end: what a run has called is compiled then, too.
    process.once('exit', () => {
      keepCode(folder, name, script.createCachedData());
    });
  const module = { exports: {} };
  const run = script.runInThisContext() as Wrapped;
  run(module.exports, require, module, file, dirname(file));
}

/** V8 compares no more than the length of a text: so the name tells one bundle from another, and one Node. */
function codeName(file: string, use: string): string {
  const { ctimeMs, ino, size } = statSync(file);
  return `${use}-${process.version}-${process.arch}-${size}-${ino}-${Math.trunc(ctimeMs)}.code`;
}
