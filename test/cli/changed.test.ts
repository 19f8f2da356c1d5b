import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { Project } from '../support/cli';

describe('bulwark lint --changed', () => {
  let project: Project;
  const env = { PATH: process.env['PATH'] };
  const git = (...argv: string[]): void => {
    const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
    const { status, stderr } = spawnSync('git', [...identity, ...argv], {
      cwd: project.path,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
  };
  const lint = (argv: string[], folder = '.') =>
    project.run(['lint', '--format', 'json', ...argv], { env, folder });
  const paths = async (argv: string[], folder = '.'): Promise<string[]> => {
    const { stdout, stderr } = await lint(argv, folder);
    assert.equal(stderr, '');
    return (JSON.parse(stdout) as { files: { path: string }[] }).files.map(({ path }) => path);
  };

  beforeEach(() => {
    project = new Project({
      'a/Dockerfile': 'FROM x\n',
      'b/Dockerfile': 'FROM x\n',
      'ü b/Dockerfile': 'FROM x\n',
    });
    git('init', '-q', '-b', 'main');
  });
  afterEach(() => project.remove());
  const commit = (): void => {
    git('add', '-A');
    git('commit', '-qm', 'x');
  };

  it('takes everything before the first commit', async () => {
    assert.deepEqual(await paths(['--changed']), ['a/Dockerfile', 'b/Dockerfile', 'ü b/Dockerfile']);
  });

  it('takes what has changed since the last commit, staged or not, and what is new', async () => {
    commit();
    assert.deepEqual(await paths(['--changed']), []);
    project.write('a/Dockerfile', 'FROM y\n');
    project.write('ü b/Dockerfile', 'FROM y\n');
    git('add', 'a');
    project.write('c/Dockerfile', 'FROM y\n');
    assert.deepEqual(await paths(['--changed']), ['a/Dockerfile', 'c/Dockerfile', 'ü b/Dockerfile']);
    assert.deepEqual(await paths(['--changed', '..'], 'b'), [
      '../a/Dockerfile',
      '../c/Dockerfile',
      '../ü b/Dockerfile',
    ]);
    assert.deepEqual(await paths(['--changed', 'c']), ['c/Dockerfile']);
  });

  it('says that nothing has changed, and not that nothing is there', async () => {
    commit();
    const { code, stdout } = await project.run(['lint', '--changed'], { env });
    assert.equal(stdout, 'No Dockerfile and no Compose file has changed.\n');
    assert.equal(code, 0);
  });

  it('takes what a branch has changed, and not what happened on the other since', async () => {
    commit();
    git('checkout', '-qb', 'topic');
    project.write('a/Dockerfile', 'FROM y\n');
    commit();
    git('checkout', '-q', 'main');
    project.write('b/Dockerfile', 'FROM z\n');
    commit();
    git('checkout', '-q', 'topic');
    assert.deepEqual(await paths(['--changed=main']), ['a/Dockerfile']);
  });

  it('says what is wrong: no such commit, an option in its place, no repository, no git', async () => {
    commit();
    const message = async (argv: string[]) => (await lint(argv)).stderr.split('\n')[0];
    assert.equal(await message(['--changed=nope']), 'bulwark: --changed nope is no commit that git knows');
    assert.equal(await message(['--changed=--output=x']), 'bulwark: --changed --output=x is no commit');
    const without = await project.run(['lint', '--changed'], { env: { PATH: project.path } });
    assert.equal(without.stderr.split('\n')[0], 'bulwark: --changed needs git, which is not installed');
    assert.equal(without.code, 2);
    const outside = new Project({ Dockerfile: '' });
    try {
      const { stderr } = await outside.run(['lint', '--changed'], { env });
      assert.match(stderr, /^bulwark: --changed is not to be had: git says: fatal: not a git repository/);
    } finally {
      outside.remove();
    }
  });
});
