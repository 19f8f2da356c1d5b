import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { Project } from '../support/cli';

const dockerfile = 'FROM debian:latest\nRUN apt-get install curl\nUSER 1000\n';

describe('bulwark report', () => {
  let project: Project;
  beforeEach(() => {
    project = new Project({
      'api/Dockerfile': dockerfile,
      'compose.yaml': 'services:\n  web:\n    image: nginx:1.29\n    privileged: true\n',
      'none.dockerfile': 'FROM scratch\nUSER 1000\n',
      '.git/HEAD': '',
    });
  });
  afterEach(() => project.remove());
  const report = (line: string) =>
    project.run(['report', ...line.split(' ').filter((word) => word !== '')], { real: true });
  const lint = (line: string) => project.run(['lint', ...line.split(' ')], { real: true });

  it('prints a page that stands alone', async () => {
    const { code, stdout, stderr } = await report('');
    assert.match(stdout, /^<!DOCTYPE html>\n<html lang="en">/);
    assert.match(stdout, /<h3 id="file-0">api\/Dockerfile<\/h3>/);
    assert.doesNotMatch(stdout, /command:|<script/);
    assert.equal(stderr, '');
    assert.equal(code, 1);
  });

  it('prints Markdown with findings, files and images', async () => {
    const { stdout } = await report('--format markdown');
    assert.match(stdout, /^# Hardening report\n\n\d+ findings \([^)]*\) in 2 of 3 files\.\n/);
    assert.match(stdout, /^\| 2 \| error \| \[apt-assume-yes\]/m);
    assert.match(stdout, /^\| `debian:latest` \| no \| .* \| `api\/Dockerfile:1` \|$/m);
    assert.match(stdout, /^\| `nginx:1\.29` \|.*\| `compose\.yaml:3` \|$/m);
    assert.match(stdout, /^\| `none\.dockerfile` \| 0 \| 0 \| 0 \| 0 \| 0 \|$/m);
  });

  it('finds what lint finds', async () => {
    const found = JSON.parse((await lint('--format json')).stdout) as {
      readonly files: readonly { readonly findings: readonly unknown[] }[];
    };
    const count = found.files.reduce((sum, { findings }) => sum + findings.length, 0);
    assert.ok((await report('--format markdown')).stdout.includes(`\n${count} findings (`));
  });

  it('writes into a file, the same each time', async () => {
    const { stdout } = await report('--output out/report.html');
    assert.equal(stdout, '');
    const first = readFileSync(project.at('out/report.html'), 'utf8');
    await report('--output out/report.html --jobs 2');
    assert.equal(readFileSync(project.at('out/report.html'), 'utf8'), first);
    assert.match(first, /<\/html>\n$/);
  });

  it('tells what is new and what is gone since a baseline', async () => {
    await lint('--baseline known.json --update-baseline');
    assert.equal((await report('--baseline known.json')).code, 0);
    project.write('api/Dockerfile', dockerfile.replace('RUN apt-get install curl', 'RUN sudo x'));
    const { code, stdout } = await report('--format markdown --baseline known.json');
    assert.match(stdout, /Since the baseline: \d+ new, \d+ gone\./);
    assert.match(stdout, /^\| 2 \| \w+ \| \[sudo\].* \| new \|$/m);
    assert.match(stdout, /^\| `api\/Dockerfile` \| `apt-assume-yes` \| 1 \|$/m);
    assert.equal(code, 1);
  });

  it('takes nothing for gone that it did not look at', async () => {
    await lint('--baseline known.json --update-baseline');
    const { stdout } = await report('--format markdown --baseline known.json compose.yaml');
    assert.match(stdout, /Since the baseline: 0 new, 0 gone\./);
  });

  it('ends as lint does', async () => {
    assert.equal((await report('--fail-on never')).code, 0);
    assert.equal((await report('--only image-tag-latest --fail-on error')).code, 0);
    assert.equal((await report('--only image-tag-latest --max-warnings 0')).code, 1);
    assert.equal((await report('none.dockerfile')).code, 0);
  });

  it('names what it could not look at, there and on standard error', async () => {
    project.write('bad.dockerfile', Uint8Array.of(0xff, 0xfe, 0));
    const { code, stdout, stderr } = await report('--format markdown . gone');
    assert.match(stdout, /^- `bad\.dockerfile` is UTF-16; only UTF-8 can be read$/m);
    assert.match(stdout, /^- `gone` does not exist$/m);
    assert.equal(
      stderr,
      'bulwark: gone does not exist\nbulwark: bad.dockerfile is UTF-16; only UTF-8 can be read\n',
    );
    assert.equal(code, 2);
  });

  it('says that it cannot be written', async () => {
    const { code, stderr } = await report('--output api none.dockerfile');
    assert.match(stderr, /^bulwark: api /);
    assert.equal(code, 2);
  });

  it('leaves no folder behind that it made for what it cannot write', async () => {
    const name = 'x'.repeat(300);
    for (const output of [`api/new/below/${name}`, `new/${name}/below`, `new/${name}`]) {
      const { code, stderr } = await report(`--output ${output} none.dockerfile`);
      assert.match(stderr, /^bulwark: (?:api\/)?new\/\S+ cannot be read or written: ENAMETOOLONG/);
      assert.equal(code, 2);
      assert.deepEqual([existsSync(project.at('new')), existsSync(project.at('api/new'))], [false, false]);
      assert.ok(existsSync(project.at('api')));
    }
  });

  it('takes what mirrors hardened images from the configuration that is named', async () => {
    project.write('own.json', '{"hardenedImageMirrors": ["registry.example.com/dhi"]}');
    project.write('m/Dockerfile', 'FROM registry.example.com/dhi/python:3.13-debian13\n');
    const { stdout } = await report('--format markdown --config own.json m');
    assert.match(stdout, /^\| `registry\.example\.com\/dhi\/python:3\.13-debian13` \| yes \|/m);
  });

  const refused: [line: string, fault: RegExp][] = [
    ['--format pdf', /--format is html, markdown; not pdf/],
    ['--baseline none.json', /--baseline none\.json does not exist/],
    ['--baseline compose.yaml', /--baseline compose\.yaml is no baseline: it is not JSON/],
    ['--fix', /report has no option --fix/],
    ['--update-baseline', /report has no option --update-baseline/],
    ['-', /standard input/],
  ];
  for (const [line, fault] of refused)
    it(`refuses ${line}`, async () => {
      const { code, stdout, stderr } = await report(line);
      assert.match(stderr, fault);
      assert.equal(stdout, '');
      assert.equal(code, 2);
    });
});
