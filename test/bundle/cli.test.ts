import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';
import { version } from '../../package.json';
import { Project } from '../support/cli';

const bundle = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Without what the test runner tells its own Node, and without colours. */
const env = { PATH: process.env['PATH'] };

describe('dist/cli.js', () => {
  let project: Project;
  afterEach(() => project.remove());

  async function bulwark(
    argv: string[],
    stdin = '',
  ): Promise<{ code: unknown; stdout: string; stderr: string }> {
    const child = spawn(process.execPath, [bundle, ...argv], { cwd: project.path, env });
    child.stdin.end(stdin);
    const ended = once(child, 'close');
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const [code] = (await ended) as [unknown];
    return { code, stdout, stderr };
  }

  it('is a program', () => {
    project = new Project();
    assert.match(readFileSync(bundle, 'utf8'), /^#!\/usr\/bin\/env node\n/);
  });

  it('says its version', async () => {
    project = new Project();
    assert.deepEqual(await bulwark(['--version']), { code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('finds the same by text and by JSON, in Dockerfiles and Compose files, and ends with 1', async () => {
    project = new Project({
      Dockerfile: 'FROM python\nUSER 65532\n',
      'sub/compose.yaml': 'services:\n  web:\n    image: nginx:1.27.4\n',
    });
    const shown = await bulwark(['lint']);
    assert.equal(shown.stderr, '');
    assert.match(
      shown.stdout,
      /^Dockerfile:1:6: warning image-tag-missing: .+\n {2}1 \| FROM python\n {4}\| {6}\^{6}\n/,
    );
    assert.equal(shown.code, 1);

    const { code, stdout } = await bulwark(['lint', '--format', 'json']);
    const { files } = JSON.parse(stdout) as {
      files: { path: string; language: string; findings: object[] }[];
    };
    assert.deepEqual(
      files.map(({ path, language }) => [path, language]),
      [
        ['Dockerfile', 'dockerfile'],
        ['sub/compose.yaml', 'compose'],
      ],
    );
    const [first] = files[0]?.findings ?? [];
    assert.deepEqual(
      { ...first, message: '' },
      {
        rule: 'image-tag-missing',
        severity: 'warning',
        message: '',
        range: { start: { line: 0, character: 5 }, end: { line: 0, character: 11 } },
        fix: 'offer',
      },
    );
    assert.equal(code, 1);
  });

  it('obeys bulwark.json', async () => {
    project = new Project({
      Dockerfile: 'FROM python\nUSER 65532\n',
      'bulwark.json': '{ "rules": { "image-tag-missing": "hint" } }',
    });
    const { code, stdout } = await bulwark(['lint']);
    assert.match(stdout, /^Dockerfile:1:6: hint image-tag-missing/m);
    assert.equal(code, 0);
  });

  it('repairs a file, once and for all', async () => {
    project = new Project({ Dockerfile: 'FROM python:3.13.2\r\nADD app.py /app/\r\nUSER 65532\r\n' });
    const { stdout } = await bulwark(['lint', '--fix']);
    assert.match(stdout, /1 problem repaired\./);
    const repaired = readFileSync(project.at('Dockerfile'), 'utf8');
    assert.equal(repaired, 'FROM python:3.13.2\r\nCOPY app.py /app/\r\nUSER 65532\r\n');
    assert.doesNotMatch((await bulwark(['lint', '--fix'])).stdout, /repaired/);
  });

  it('repairs standard input', async () => {
    project = new Project();
    const dockerfile = 'FROM python:3.13.2\nADD app.py /app/\nUSER 65532\n';
    const { stdout } = await bulwark(['lint', '--fix', '--stdin-filename', 'Dockerfile'], dockerfile);
    assert.equal(stdout, dockerfile.replace('ADD', 'COPY'));
  });

  it('ends with 2 and a reason for what cannot be read or understood', async () => {
    project = new Project();
    const missing = await bulwark(['lint', 'nope']);
    assert.equal(missing.stderr, 'bulwark: nope does not exist\n');
    assert.equal(missing.code, 2);
    assert.equal((await bulwark(['lint', '--fxi'])).code, 2);
  });

  it('makes a report as a page and as Markdown', async () => {
    project = new Project({ Dockerfile: 'FROM python\nUSER 65532\n' });
    const page = await bulwark(['report']);
    assert.match(page.stdout, /^<!DOCTYPE html>[^]*<h3 id="file-0">Dockerfile<\/h3>[^]*<\/html>\n$/);
    const { code, stdout, stderr } = await bulwark(['report', '--format', 'markdown']);
    assert.match(stdout, /^\| 1 \| warning \| \[image-tag-missing\]/m);
    assert.equal(stderr, '');
    assert.equal(code, 1);
  });

  it('does not complain where nobody reads on', async () => {
    project = new Project();
    const child = spawn(process.execPath, [bundle, 'rules', '--format', 'json'], { env });
    child.stdout.destroy();
    const ended = once(child, 'close');
    assert.equal(await text(child.stderr), '');
    assert.deepEqual(await ended, [0, null]);
  });
});
