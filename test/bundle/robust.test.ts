import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { Project } from '../support/cli';

const bundle = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const env = { PATH: process.env['PATH'] };
const faulty = 'FROM python\nADD app.py /app/\nUSER root\n';

describe('bulwark lint among what goes wrong', () => {
  let project: Project;
  afterEach(() => project.remove());

  const bash = (script: string) =>
    spawnSync('bash', ['--norc', '-c', script.replaceAll('bulwark', `"${process.execPath}" "${bundle}"`)], {
      cwd: project.path,
      encoding: 'utf8',
      env,
    });

  it('names what it cannot read and checks the others', () => {
    project = new Project({
      'binary.dockerfile': new Uint8Array([0x46, 0, 1]),
      'latin.dockerfile': new Uint8Array([0x46, 0xe4, 0x0a]),
      Dockerfile: faulty,
    });
    symlinkSync('round.dockerfile', project.at('round.dockerfile'));
    symlinkSync('..', project.at('loop'));
    symlinkSync('.', project.at('self'));
    const { status, stdout, stderr } = bash('bulwark lint . round.dockerfile');
    assert.deepEqual(stderr.split('\n').sort(), [
      '',
      'bulwark: binary.dockerfile is a binary file',
      'bulwark: latin.dockerfile is not UTF-8 text',
      'bulwark: round.dockerfile is a symbolic link that leads to itself',
    ]);
    assert.match(stdout, /^Dockerfile:1:6: warning/);
    assert.match(stdout, / in 1 file\./);
    assert.equal(status, 2);
  });

  it('leaves a file as it was where its repair cannot be written, and nothing beside it', () => {
    project = new Project({ 'a/Dockerfile': faulty, 'b/Dockerfile': 'FROM scratch\nUSER root\n' });
    const { status, stdout, stderr } = bash("trap '' XFSZ; ulimit -f 0; bulwark lint --fix");
    assert.equal(
      stderr,
      'bulwark: a/Dockerfile cannot be written: it would be larger than is allowed; not repaired\n',
    );
    assert.match(
      stdout,
      /^a\/Dockerfile:1:6[^]*\na\/Dockerfile:2:1: warning add-instead-of-copy[^]*\nb\/Dockerfile:/,
    );
    assert.equal(status, 2);
    assert.equal(readFileSync(project.at('a/Dockerfile'), 'utf8'), faulty);
    assert.deepEqual(readdirSync(project.at('a')), ['Dockerfile']);
  });

  it('says where a report cannot be written', () => {
    project = new Project({ Dockerfile: faulty });
    const { status, stdout, stderr } = bash(
      "trap '' XFSZ; ulimit -f 0; bulwark lint --format text --format json=x.json",
    );
    assert.equal(stderr, 'bulwark: x.json cannot be written: it would be larger than is allowed\n');
    assert.match(stdout, /^Dockerfile:1:6/);
    assert.equal(status, 2);
    assert.deepEqual(readdirSync(project.path), ['Dockerfile']);
  });

  it('ends as it would have where nobody reads its report', async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${at}/Dockerfile`, faulty]));
    project = new Project(many);
    const child = spawn(process.execPath, [bundle, 'lint'], { cwd: project.path, env });
    child.stdout.once('data', () => child.stdout.destroy());
    const ended = once(child, 'close');
    assert.equal(await text(child.stderr), '');
    assert.deepEqual(await ended, [1, null]);
  });

  it('says where a device takes no report, and replaces none', () => {
    project = new Project({ Dockerfile: faulty });
    const full = bash('bulwark lint --format text --format json=/dev/full');
    assert.equal(full.stderr, 'bulwark: /dev/full cannot be written: no space is left\n');
    assert.match(full.stdout, /^Dockerfile:1:6/);
    assert.equal(full.status, 2);
    assert.ok(statSync('/dev/full').isCharacterDevice());
    const piped = bash('bulwark lint --quiet --fail-on error --format text --format json=/dev/stdout | cat');
    assert.equal(piped.stderr, '');
    assert.equal((JSON.parse(piped.stdout) as { version: number }).version, 1);
  });

  for (const [command, redirected] of [
    ['lint --fix', '> /dev/full'],
    ['lint --fix', '> report.txt'],
    ['migrate Dockerfile', '> /dev/full'],
    ['--help', '> /dev/full'],
  ] as const)
    it(`says that standard output takes nothing: ${command} ${redirected}`, () => {
      project = new Project({ Dockerfile: 'FROM scratch\nADD app.py /app/\nUSER root\n' });
      const isFile = redirected.includes('report.txt');
      const limit = isFile ? "trap '' XFSZ; ulimit -f 0; " : '';
      const { status, stderr } = bash(`${limit}bulwark ${command} ${redirected}`);
      const reason = isFile ? 'it would be larger than is allowed' : 'no space is left';
      assert.ok(stderr.endsWith(`bulwark: standard output cannot be written: ${reason}\n`), stderr);
      assert.doesNotMatch(stderr, /\n {4}at /);
      assert.equal(status, 2);
      if (command === 'lint --fix' && !isFile)
        assert.match(readFileSync(project.at('Dockerfile'), 'utf8'), /^COPY app/m);
    });

  it('reads no more of standard input than of a file', () => {
    project = new Project();
    const { status, stderr } = bash('yes "RUN true" | bulwark lint --stdin');
    assert.equal(stderr, 'bulwark: Dockerfile is larger than 16 MiB\n');
    assert.equal(status, 2);
  });

  it('says that standard input is a folder, or cannot be read', () => {
    project = new Project({ 'folder/Dockerfile': faulty });
    const folder = bash('bulwark lint --stdin < folder');
    assert.equal(folder.stderr, 'bulwark: Dockerfile cannot be read: standard input is a folder\n');
    assert.equal(folder.status, 2);
    const unreadable = bash('bulwark lint --stdin 0> written');
    assert.match(unreadable.stderr, /^bulwark: Dockerfile cannot be read or written: EBADF.*\n$/);
    assert.equal(unreadable.status, 2);
    assert.equal(bash('bulwark lint --stdin < /dev/null').stderr, '');
  });

  it('writes a report through a symbolic link, which stays one, and keeps its mode', () => {
    project = new Project({ Dockerfile: faulty, 'kept/report.json': '' });
    chmodSync(project.at('kept/report.json'), 0o640);
    symlinkSync('kept/report.json', project.at('report.json'));
    assert.equal(bash('bulwark lint --format json=report.json').status, 1);
    assert.ok(lstatSync(project.at('report.json')).isSymbolicLink());
    assert.match(readFileSync(project.at('kept/report.json'), 'utf8'), /"version": 1/);
    assert.equal(statSync(project.at('kept/report.json')).mode & 0o777, 0o640);
  });

  it('names what it may not read, a file and a folder, and checks the others', () => {
    project = new Project({ 'a/Dockerfile': faulty, 'b/Dockerfile': faulty, 'c/Dockerfile': faulty });
    chmodSync(project.path, 0o755);
    chmodSync(project.at('a/Dockerfile'), 0);
    chmodSync(project.at('b'), 0);
    // Nothing is closed to root.
    const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const options = { cwd: project.path, encoding: 'utf8', env, ...user } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, 'lint'], options);
    chmodSync(project.at('b'), 0o755);
    assert.deepEqual(stderr.split('\n').sort(), [
      '',
      'bulwark: a/Dockerfile cannot be opened: permission denied',
      'bulwark: b cannot be opened: permission denied',
    ]);
    assert.match(stdout, /^c\/Dockerfile:1:6: warning/);
    assert.equal(status, 2);
  });

  it('says whether a file or its folder forbids that it is repaired', () => {
    project = new Project({ 'a/Dockerfile': faulty, 'b/Dockerfile': faulty });
    const root = process.getuid?.() === 0;
    for (const place of ['.', 'a', 'a/Dockerfile', 'b', 'b/Dockerfile'])
      if (root) chownSync(project.at(place), 65534, 65534);
    chmodSync(project.at('a/Dockerfile'), 0o444);
    chmodSync(project.at('b'), 0o555);
    const user = root ? { uid: 65534, gid: 65534 } : {};
    const options = { cwd: project.path, encoding: 'utf8', env, ...user } as const;
    const { status, stderr } = spawnSync(process.execPath, [bundle, 'lint', '--fix'], options);
    chmodSync(project.at('b'), 0o755);
    assert.deepEqual(stderr.split('\n'), [
      'bulwark: a/Dockerfile cannot be opened: permission denied; not repaired',
      'bulwark: b/Dockerfile cannot be replaced: its folder takes no new file; not repaired',
      '',
    ]);
    assert.equal(status, 2);
    for (const name of ['a', 'b'])
      assert.equal(readFileSync(project.at(`${name}/Dockerfile`), 'utf8'), faulty);
  });

  const signals: [signal: NodeJS.Signals, code: number][] = [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ];
  for (const [signal, code] of signals)
    it(`ends at once at ${signal} and leaves each file as it was or repaired, and nothing beside it`, async () => {
      const fixable = 'FROM scratch\nADD app.py /app/\nUSER root\n';
      const names = Array.from({ length: 400 }, (_, at) => `${at}/Dockerfile`);
      project = new Project(Object.fromEntries(names.map((name) => [name, fixable])));
      const child = spawn(process.execPath, [bundle, 'lint', '--fix'], { cwd: project.path, env });
      child.stdout.once('data', () => child.kill(signal));
      child.stdout.resume();
      const ended = once(child, 'close');
      assert.equal(await text(child.stderr), '');
      assert.deepEqual(await ended, [code, null]);
      const texts = names.map((name) => readFileSync(project.at(name), 'utf8'));
      const repaired = fixable.replace('ADD', 'COPY');
      assert.deepEqual([...new Set(texts)].sort(), [fixable, repaired]);
      for (const name of names) assert.deepEqual(readdirSync(dirname(project.at(name))), ['Dockerfile']);
    });

  it('checks files in threads of the same program, and tells the same', () => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`${at}/Dockerfile`, `${faulty}# ${at}\n`]),
    );
    project = new Project({ ...many, '7/Dockerfile': new Uint8Array([0]) });
    const [alone, together] = [1, 3].map((jobs) => bash(`bulwark lint --format sarif --jobs ${jobs}`));
    assert.equal(together?.status, 2);
    assert.equal(together.stderr, 'bulwark: 7/Dockerfile is a binary file\n');
    assert.equal(together.stdout, alone?.stdout);
    assert.equal(bash('bulwark --lane').status, 2);
    assert.equal(bash('bulwark lint --lane').status, 2);
  });

  it('finds the one file in a folder of very many', () => {
    project = new Project({ Dockerfile: faulty });
    for (let at = 0; at < 20_000; at++) symlinkSync('nowhere', project.at(`entry-${at}`));
    const { status, stdout, stderr } = bash('bulwark lint --quiet');
    assert.equal(stderr, '');
    assert.match(stdout, /^Dockerfile:1:6: warning/);
    assert.equal(status, 1);
  });

  it('loads its pieces only where they are wanted', () => {
    project = new Project({
      'image/Dockerfile': faulty,
      'stack/compose.yaml': 'services: {}\n',
      'tell.cjs': `const fs = require('node:fs');
        const { readFileSync } = fs;
        fs.readFileSync = (path, ...how) => {
          const piece = /cli-[\\w-]+(?=\\.js$)/.exec(String(path));
          if (piece) console.error('piece', piece[0]);
          return readFileSync(path, ...how);
        };`,
    });
    const loaded = (line: string): string[] =>
      bash(`NODE_OPTIONS='--require ./tell.cjs' ${line} 2>&1 >/dev/null | sed -n 's/^piece //p'`)
        .stdout.trim()
        .split('\n');
    assert.deepEqual(loaded('bulwark lint image'), ['cli-program']);
    assert.deepEqual(loaded('bulwark lint image stack'), ['cli-program', 'cli-compose', 'cli-compose-rules']);
    assert.deepEqual(loaded('bulwark lint --format gitlab image'), ['cli-program', 'cli-on-demand']);
    assert.deepEqual(loaded('bulwark migrate --diff image/Dockerfile'), [
      'cli-program',
      'cli-migration',
      'cli-on-demand',
    ]);
  });

  it('has each rule in one file alone', () => {
    project = new Project();
    for (const [file, has] of [
      ['cli-program', true],
      ['cli-on-demand', false],
      ['cli-migration', false],
    ] as const) {
      const code = readFileSync(new URL(`../../dist/${file}.js`, import.meta.url), 'utf8');
      assert.equal(/\bid:"apt-assume-yes"/.test(code), has, file);
    }
  });
}).timeout(60_000);
