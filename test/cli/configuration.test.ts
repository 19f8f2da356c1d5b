import assert from 'node:assert/strict';
import { Project } from '../support/cli';

describe('configuration of the command line', () => {
  let project: Project;
  afterEach(() => project.remove());
  const words = async (...argv: string[]): Promise<string[]> => {
    const { stdout } = await project.run(['lint', '--format', 'json', ...argv]);
    const { files } = JSON.parse(stdout) as { files: { path: string; findings: { rule: string }[] }[] };
    return files.flatMap(({ path, findings }) => findings.map(({ rule }) => `${path} ${rule}`));
  };

  it('is the nearest one of each file', async () => {
    project = new Project({
      'bulwark.json': '{ "profile": "minimal" }',
      'a/Dockerfile': 'ERROR HINT',
      'b/Dockerfile': 'ERROR HINT',
      'b/.bulwarkrc.json': '{ "profile": "strict" }',
      'c/Dockerfile': 'ERROR',
      'c/bulwark.json': '{ "enable": false }',
    });
    assert.deepEqual(await words(), [
      'a/Dockerfile word-error',
      'b/Dockerfile word-error',
      'b/Dockerfile word-hint',
    ]);
  });

  it('leaves out what it ignores, but for folders that somebody names', async () => {
    project = new Project({
      'bulwark.json': '{ "ignore": ["demo", "*.old.dockerfile"] }',
      Dockerfile: 'ERROR',
      'demo/Dockerfile': 'ERROR',
      'demo/deep/Dockerfile': 'ERROR',
      'demo/x.old.dockerfile': 'ERROR',
      'other.json': '{ "ignore": ["demo"] }',
      'off/Dockerfile': 'ERROR',
      'off/bulwark.json': '{ "enable": false }',
    });
    const [root, one, deep] = ['Dockerfile', 'demo/Dockerfile', 'demo/deep/Dockerfile'].map(
      (file) => `${file} word-error`,
    );
    assert.deepEqual(await words('.'), [root]);
    assert.deepEqual(await words('demo'), [one, deep]);
    assert.deepEqual(await words('.', 'demo/deep'), [root]);
    assert.deepEqual(await words('demo/deep', '.'), [deep, root]);
    assert.deepEqual(await words('demo', '--config', 'other.json'), [
      one,
      deep,
      'demo/x.old.dockerfile word-error',
    ]);
    // Hooks name files, whatever they are.
    assert.deepEqual(await words('Dockerfile', 'demo/Dockerfile', 'demo/*'), [root]);
    assert.deepEqual(await words('off'), []);
  });

  it('counts what it leaves out apart from what is checked', async () => {
    project = new Project({
      'bulwark.json': '{ "ignore": ["demo"] }',
      Dockerfile: 'FINE',
      'demo/Dockerfile': 'ERROR',
      'demo/deep/Dockerfile': 'ERROR',
    });
    const summary = async (...paths: string[]): Promise<string> =>
      (await project.run(['lint', ...paths])).stdout;
    assert.equal(await summary('.'), 'No problems in 1 file. The configuration leaves out 2 files.\n');
    assert.equal(await summary('demo/Dockerfile'), 'No file checked. The configuration leaves out 1 file.\n');
  });

  it('gives way to --config and to --profile', async () => {
    project = new Project({
      'bulwark.json': '{ "profile": "minimal" }',
      'other.json': '{ "profile": "strict" }',
      Dockerfile: 'ERROR HINT',
    });
    assert.deepEqual(await words(), ['Dockerfile word-error']);
    assert.deepEqual(await words('--config', 'other.json'), [
      'Dockerfile word-error',
      'Dockerfile word-hint',
    ]);
    assert.deepEqual(await words('--profile', 'strict'), ['Dockerfile word-error', 'Dockerfile word-hint']);
    assert.deepEqual(await words('--config', 'other.json', '--profile', 'minimal'), [
      'Dockerfile word-error',
    ]);
  });

  it('is complained of once, with its place; what is right in it counts', async () => {
    project = new Project({
      'bulwark.json': '{\n  "profile": "minimal",\n  "enabel": true\n}\n',
      'a/Dockerfile': 'ERROR HINT',
      'b/Dockerfile': 'FROM x',
    });
    const { code, stdout, stderr } = await project.run(['lint']);
    assert.equal(stderr, 'bulwark: bulwark.json:3:3: "enabel" is not a setting; did you mean "enable"?\n');
    assert.match(stdout, /1 problem \(1 error\) in 1 of 2 files\./);
    assert.equal(code, 2);
  });

  it('is named where a stronger one beside it is read, once, which is no reason to fail', async () => {
    project = new Project({
      'bulwark.json': '{ "profile": "minimal" }',
      '.bulwarkrc.yaml': 'profile: strict\n',
      'package.json': '{\n  "bulwark": { "profile": "strict" }\n}\n',
      'a/Dockerfile': 'FROM x HINT',
      'b/Dockerfile': 'FROM x',
    });
    const told = [
      'bulwark: .bulwarkrc.yaml:1:1: This file is not read: bulwark.json stands beside it\n',
      'bulwark: package.json:2:14: "bulwark" is not read: bulwark.json stands beside it\n',
    ].join('');
    const lint = (...argv: string[]) => project.run(['lint', ...argv]);
    const expected = { code: 0, stdout: 'No problems in 2 files.\n', stderr: told };
    assert.deepEqual(await lint(), expected);
    for (const run of ['first', 'second'])
      assert.deepEqual(await lint('--cache-location', 'kept'), expected, `${run} run with a cache`);
    assert.equal((await lint('--config', 'bulwark.json')).stderr, '');
  });

  it('must exist where --config names it', async () => {
    project = new Project({ Dockerfile: 'ERROR' });
    const { code, stdout, stderr } = await project.run(['lint', '--config', 'nope.json']);
    assert.equal(stderr, 'bulwark: --config nope.json does not exist\nbulwark --help says more.\n');
    assert.equal(stdout, '');
    assert.equal(code, 2);
  });
});
