import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compiledFolder } from '../../server/src/compiled/folder';

const runner = fileURLToPath(new URL('../../server/src/compiled/run.ts', import.meta.url));

describe('compiled code of the command line', () => {
  let place: string;
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'bulwark-compiled-'));
    write('console.log("one")');
  });
  afterEach(() => rmSync(place, { recursive: true }));

  function write(code: string): void {
    rmSync(join(place, 'bundle.js'), { force: true });
    const bundle = `(function (exports, require, module, __filename, __dirname) {${code}})`;
    writeFileSync(join(place, 'bundle.js'), bundle);
  }

  /** What the bundle prints when it is run with this folder for compiled code. */
  function run(folder: string | null = join(place, 'kept'), use = 'lint'): string {
    const beside = join(place, 'bundle.js');
    const code = `require(${JSON.stringify(runner)}).runCompiled(${JSON.stringify(beside)}, /^\\.\\/(?:bundle|piece)\\.js$/, {
      folder: ${JSON.stringify(folder)} ?? undefined,
      use: ${JSON.stringify(use)},
      require: require("node:module").createRequire(${JSON.stringify(beside)}),
    })`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '-e', code], {
      encoding: 'utf8',
    });
    assert.equal(stderr.replaceAll(/^npm warn.*\n/gm, ''), '');
    return stdout.trim();
  }

  const kept = (): string[] => readdirSync(join(place, 'kept'));

  it('is kept by the first run, for its user alone', () => {
    assert.equal(run(), 'one');
    const [name = '', ...others] = kept();
    assert.deepEqual(others, []);
    const { size, mode } = statSync(join(place, 'kept', name));
    assert.ok(size > 0);
    assert.equal(mode & 0o077, 0);
  });

  it('grows by what the next runs call, and is as it is after the fourth', () => {
    const called = join(place, 'called');
    // V8 compiles a function when it is called first.
    write(
      `function seldom() { return [${Array.from({ length: 500 }, (_, index) => `"word ${String(index)}"`).join()}].length; }
      console.log(require("fs").existsSync(${JSON.stringify(called)}) ? seldom() : "one");`,
    );
    const sizeAfter = (printed: string): number => {
      assert.equal(run(), printed);
      const [name = '', ...others] = kept();
      assert.deepEqual(others, []);
      return statSync(join(place, 'kept', name)).size;
    };
    const first = sizeAfter('one');
    writeFileSync(called, '');
    const second = sizeAfter('500');
    assert.ok(second > first + 1000, `${String(first)}, then ${String(second)}`);
    sizeAfter('500');
    sizeAfter('500');
    const [name = ''] = kept();
    const { mtimeMs } = statSync(join(place, 'kept', name));
    sizeAfter('500');
    assert.equal(statSync(join(place, 'kept', name)).mtimeMs, mtimeMs);
  });

  it('is not kept by a run that takes long', () => {
    write('const end = performance.now() + 2100; while (performance.now() < end); console.log("long")');
    assert.equal(run(), 'long');
    assert.deepEqual(readdirSync(place), ['bundle.js']);
  });

  it('is not taken for a bundle of the same length that says another thing', () => {
    assert.equal(run(), 'one');
    write('console.log("two")');
    assert.equal(run(), 'two');
    assert.equal(kept().length, 2);
  });

  it('is kept for each use, as each calls other functions', () => {
    run();
    run(undefined, 'images');
    assert.deepEqual(
      kept()
        .map((name) => name.split('-')[0])
        .sort(),
      ['images', 'lint'],
    );
  });

  it('is made anew where it is damaged', () => {
    run();
    const [name = ''] = kept();
    writeFileSync(join(place, 'kept', name), 'no code');
    assert.equal(run(), 'one');
    assert.notEqual(readFileSync(join(place, 'kept', name), 'latin1'), 'no code');
  });

  it('is left unkept, without a word, where its folder cannot be made', () => {
    writeFileSync(join(place, 'kept'), 'a file');
    assert.equal(run(), 'one');
  });

  it('is left unkept where the platform makes no folders, as in /proc', () => {
    assert.equal(run('/proc/bulwark/kept'), 'one');
  });

  it('is not kept where no folder is given', () => {
    assert.equal(run(null), 'one');
    assert.deepEqual(readdirSync(place), ['bundle.js']);
  });

  it('is removed when 32 newer ones are there', () => {
    mkdirSync(join(place, 'kept'));
    for (let at = 0; at < 40; at++) writeFileSync(join(place, 'kept', `${String(at)}.code`), '');
    run();
    assert.equal(kept().length, 32);
  });

  it('lets a bundle load what lies beside it', () => {
    writeFileSync(join(place, 'beside.js'), 'exports.word = "beside";');
    write('console.log(require("./beside.js").word, __filename.endsWith("bundle.js"), __dirname.length > 1)');
    assert.equal(run(), 'beside true true');
    assert.equal(run(), 'beside true true');
  });

  it('is kept of a piece as well, which is loaded once and shares what the bundle exports', () => {
    const piece = 'exports.say = () => { require("./bundle.js").words.push("piece"); };';
    writeFileSync(
      join(place, 'piece.js'),
      `(function (exports, require, module) {require("./bundle.js").words.push("loaded");${piece}})`,
    );
    write(
      'exports.words = []; require("./piece.js").say(); require("./piece.js").say(); console.log(exports.words.join())',
    );
    assert.equal(run(), 'loaded,piece,piece');
    assert.equal(kept().length, 2);
    assert.equal(run(), 'loaded,piece,piece');
  });
});

describe('folder of compiled code', () => {
  for (const [platform, env, folder] of [
    ['linux', { HOME: '/home/me' }, '/home/me/.cache/bulwark'],
    ['linux', { HOME: '/home/me', XDG_CACHE_HOME: '/var/tmp/me' }, '/var/tmp/me/bulwark'],
    ['linux', { HOME: '/home/me', XDG_CACHE_HOME: 'relative' }, '/home/me/.cache/bulwark'],
    ['linux', {}, undefined],
    ['darwin', { HOME: '/Users/me' }, '/Users/me/Library/Caches/bulwark'],
    [
      'win32',
      { LOCALAPPDATA: 'C:\\Users\\me\\AppData\\Local' },
      'C:\\Users\\me\\AppData\\Local\\bulwark\\Cache',
    ],
    ['win32', {}, undefined],
    ['linux', { HOME: '/home/me', CI: 'true' }, undefined],
    ['linux', { HOME: '/home/me', CI: 'false' }, '/home/me/.cache/bulwark'],
    ['linux', { HOME: '/home/me', NODE_DISABLE_COMPILE_CACHE: '1' }, undefined],
  ] as const)
    it(`is ${String(folder)} with ${JSON.stringify(env)} on ${platform}`, () => {
      assert.equal(compiledFolder(env, platform), folder);
    });
});
