import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Project } from '../support/cli';

describe('a baseline', () => {
  let project: Project;
  beforeEach(() => {
    project = new Project({ Dockerfile: 'RUN ERROR\nRUN SAFE\n', 'sub/Dockerfile': 'ERROR\n' });
  });
  afterEach(() => project.remove());
  const lint = (line: string, folder = '.') =>
    project.run(['lint', ...line.split(' ').filter((word) => word !== '')], { folder });
  const entries = (): { path: string; rule: string }[] =>
    (
      JSON.parse(readFileSync(project.at('known.json'), 'utf8')) as {
        findings: { path: string; rule: string }[];
      }
    ).findings;

  it('takes in all that is found, and then hides it', async () => {
    const written = await lint('--baseline known.json --update-baseline');
    assert.deepEqual(written, {
      code: 0,
      stdout: 'No new problems in 2 files. 3 in the baseline.\n',
      stderr: '',
    });
    assert.deepEqual(
      entries().map(({ path, rule }) => `${path} ${rule}`),
      ['Dockerfile word-error', 'Dockerfile word-safe', 'sub/Dockerfile word-error'],
    );
    assert.equal((await lint('--baseline known.json')).code, 0);
  });

  it('knows its findings from another folder, on other lines and with other blanks', async () => {
    await lint('--baseline known.json --update-baseline');
    project.write('Dockerfile', '# a\n\nRUN   ERROR\n  RUN SAFE\n');
    assert.equal((await lint('--baseline ../known.json ..', 'sub')).code, 0);
  });

  it('reports what is new, and the second of two that are alike', async () => {
    await lint('--baseline known.json --update-baseline');
    project.write('Dockerfile', 'RUN ERROR\nRUN SAFE\nRUN ERROR\nWARNING\n');
    const { code, stdout } = await lint('--baseline known.json');
    assert.match(stdout, /^Dockerfile:3:5: error[^]*\n\nDockerfile:4:1: warning/);
    assert.match(stdout, /\n2 new problems \(1 error, 1 warning\) in 1 of 2 files\. 3 in the baseline\.\n$/);
    assert.equal(code, 1);
  });

  it('keeps what it knows of files that are not looked at', async () => {
    await lint('--baseline known.json --update-baseline');
    project.write('Dockerfile', 'FROM x\n');
    await lint('--baseline known.json --update-baseline Dockerfile');
    assert.deepEqual(
      entries().map(({ path }) => path),
      ['sub/Dockerfile'],
    );
  });

  const unreadable: [content: string | undefined, fault: string][] = [
    [undefined, 'does not exist; --update-baseline writes it'],
    ['{', 'is no baseline: it is not JSON'],
    ['{"version":2,"findings":[]}', 'is no baseline that this version can read'],
    ['{"version":1,"findings":[{}]}', 'is no baseline that this version can read'],
  ];
  for (const [content, fault] of unreadable)
    it(`is refused where it ${fault}`, async () => {
      if (content !== undefined) project.write('known.json', content);
      const { code, stderr } = await lint('--baseline known.json');
      assert.equal(stderr, `bulwark: --baseline known.json ${fault}\nbulwark --help says more.\n`);
      assert.equal(code, 2);
    });
});
