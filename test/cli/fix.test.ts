import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { decodeText } from '../../server/src/cli/read-text';
import { writeText } from '../../server/src/cli/write-text';
import { Project } from '../support/cli';

describe('bulwark lint --fix', () => {
  let project: Project;
  let other: Project | undefined;
  afterEach(() => {
    project.remove();
    other?.remove();
    other = undefined;
  });
  const text = (name: string) => readFileSync(project.at(name), 'utf8');

  it('repairs, keeps byte order mark, line ends and mode, and reports what remains', async () => {
    project = new Project({ Dockerfile: '\ufeffRUN SAFE\r\nRUN ERROR SAFE' });
    chmodSync(project.at('Dockerfile'), 0o640);
    const { code, stdout } = await project.run(['lint', '--fix']);
    assert.equal(text('Dockerfile'), '\ufeffRUN done\r\nRUN ERROR done');
    assert.equal(statSync(project.at('Dockerfile')).mode & 0o777, 0o640);
    assert.match(stdout, /^Dockerfile:2:5: error/);
    assert.match(stdout, /\n2 problems repaired\. 1 problem \(1 error\) in 1 file\.\n$/);
    assert.equal(code, 1);
    assert.deepEqual(readdirSync(project.path), ['Dockerfile']);
  });

  it('ends with 0 where everything is repaired', async () => {
    project = new Project({ Dockerfile: 'RUN SAFE\n' });
    const { code, stdout } = await project.run(['lint', '--fix']);
    assert.equal(stdout, '1 problem repaired. No problems in 1 file.\n');
    assert.equal(code, 0);
  });

  it('does not touch a file that needs nothing', async () => {
    project = new Project({ Dockerfile: 'RUN ERROR\n' });
    const before = statSync(project.at('Dockerfile'));
    await project.run(['lint', '--fix']);
    const after = statSync(project.at('Dockerfile'));
    assert.deepEqual([after.ino, after.mtimeMs], [before.ino, before.mtimeMs]);
  });

  it('writes through a symbolic link, which stays one', async () => {
    project = new Project({ 'real/file.txt': 'RUN SAFE\n' });
    symlinkSync(project.at('real/file.txt'), project.at('Dockerfile'));
    await project.run(['lint', '--fix', 'Dockerfile']);
    assert.equal(lstatSync(project.at('Dockerfile')).isSymbolicLink(), true);
    assert.equal(text('real/file.txt'), 'RUN done\n');
  });

  it('prints a diff that git applies, through a symbolic link and behind a byte order mark', async () => {
    project = new Project({
      'real/file': 'RUN SAFE\n',
      'sub/Dockerfile': '\ufeffRUN SAFE\r\n',
      '.git/HEAD': '',
    });
    symlinkSync('../real/file', project.at('sub/linked.dockerfile'));
    const { stdout } = await project.run(['lint', '--fix-dry-run', '--format', 'diff']);
    const apply = spawnSync('git', ['apply', '-'], { cwd: project.path, input: stdout, encoding: 'utf8' });
    assert.equal(apply.stderr, '');
    assert.equal(text('real/file'), 'RUN done\n');
    assert.equal(text('sub/Dockerfile'), '\ufeffRUN done\r\n');
    assert.ok(lstatSync(project.at('sub/linked.dockerfile')).isSymbolicLink());
  });

  it('prints a diff that git applies whatever the names are, and to no other file', async () => {
    const names = ['b c', 'd"e', 'f\tg', 'ü', 'x\\y\n+++ b/victim\n@@ -1,1 +1,1 @@\n-a\n+b\n', '\u0085'];
    project = new Project({ victim: 'a\n' });
    for (const name of names) project.write(`${name}/Dockerfile`, 'RUN SAFE\n');
    const { stdout } = await project.run(['lint', '--fix-dry-run', '--format', 'diff']);
    const apply = spawnSync('git', ['apply', '-'], { cwd: project.path, input: stdout, encoding: 'utf8' });
    assert.equal(apply.stderr, '');
    for (const name of names) assert.equal(text(`${name}/Dockerfile`), 'RUN done\n');
    assert.equal(text('victim'), 'a\n');
  });

  it('does not write where a link leads outside, and says so', async () => {
    other = new Project({ Dockerfile: 'RUN SAFE\n' });
    project = new Project();
    symlinkSync(other.at('Dockerfile'), project.at('Dockerfile'));
    const { code, stdout, stderr } = await project.run(['lint', '--fix', 'Dockerfile']);
    assert.equal(text('Dockerfile'), 'RUN SAFE\n');
    assert.equal(stderr, 'bulwark: Dockerfile leads outside its project; not repaired\n');
    assert.match(stdout, /^Dockerfile:1:5: warning/);
    assert.equal(code, 2);
  });

  it('does not overwrite what has changed since it was read', async () => {
    project = new Project({ Dockerfile: 'new\n' });
    const before = decodeText(Buffer.from('old\n'));
    assert.ok('text' in before);
    const fault = await writeText(project.at('Dockerfile'), 'repaired\n', before, project.path);
    assert.deepEqual(fault, { fault: 'has changed meanwhile; not repaired' });
    assert.equal(text('Dockerfile'), 'new\n');
  });
});
