import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
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
    assert.equal(stderr, 'bulwark: a/Dockerfile cannot be written: it would be larger than is allowed\n');
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

  it('loads its rarer parts only where they are wanted', () => {
    project = new Project({ Dockerfile: faulty });
    const loaded = (line: string): string =>
      bash(`NODE_DEBUG=module,esm ${line} 2>&1 >/dev/null | grep -o 'cli-on-demand' | head -1`).stdout.trim();
    assert.equal(loaded('bulwark lint --quiet --rule user-root:off Dockerfile'), '');
    assert.equal(loaded('bulwark lint --format sarif Dockerfile'), 'cli-on-demand');
  });

  it('keeps the rules out of its rarer parts', () => {
    project = new Project();
    const part = readFileSync(new URL('../../dist/cli-on-demand.js', import.meta.url), 'utf8');
    assert.ok(part.length < 60_000, String(part.length));
  });
}).timeout(60_000);
