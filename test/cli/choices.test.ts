import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Project } from '../support/cli';

const dockerfile = 'FROM python\nADD app.py /app/\nUSER root\nCMD ["python", "/app/app.py"]\n';

describe('what bulwark lint looks for and tells', () => {
  let project: Project;
  beforeEach(() => (project = new Project({ Dockerfile: dockerfile })));
  afterEach(() => project.remove());
  const rules = async (...argv: string[]): Promise<string[]> => {
    const { stdout } = await project.run(['lint', '--format', 'json', ...argv], { real: true });
    const { files } = JSON.parse(stdout) as { files: { findings: { rule: string; severity: string }[] }[] };
    return files.flatMap(({ findings }) => findings.map(({ rule, severity }) => `${rule} ${severity}`));
  };

  it('sets single rules', async () => {
    assert.ok((await rules()).includes('user-root warning'));
    const found = await rules('--rule', 'user-root:error,add-instead-of-copy:off');
    assert.ok(found.includes('user-root error'));
    assert.ok(!found.some((each) => each.startsWith('add-instead-of-copy')));
  });

  it('looks for some rules only, those of strict too, and follows --rule', async () => {
    assert.deepEqual(await rules('--only', 'user-root'), ['user-root warning']);
    assert.deepEqual(await rules('--only', 'add-instead-of-copy', '--profile', 'minimal'), [
      'add-instead-of-copy warning',
    ]);
    assert.deepEqual(await rules('--only', 'user-root', '--rule', 'user-root:hint'), ['user-root hint']);
  });

  it('refuses rules that do not exist', async () => {
    for (const option of ['--only', '--rule', '--fix-offers']) {
      const word = option === '--rule' ? 'user-rot:off' : 'user-rot';
      const { code, stderr } = await project.run(['lint', option, word]);
      assert.match(stderr, /^bulwark: No rule is called user-rot; did you mean user-root\?\n/);
      assert.equal(code, 2);
    }
  });

  it('explains a rule by its page, and refuses what is none', async () => {
    const { code, stdout } = await project.run(['--explain', 'user-root']);
    assert.match(stdout, /^# user-root\n\n[^<]*\n## Why\n/);
    assert.equal(code, 0);
    const { stderr } = await project.run(['--explain', 'user-rot']);
    assert.match(stderr, /No rule is called user-rot; did you mean user-root\?/);
  });

  it('tells only what fails where it is to be quiet, and nothing of nothing', async () => {
    project.write('Dockerfile', 'HINT WARNING\n');
    const { stdout } = await project.run(['lint', '--quiet']);
    assert.match(stdout, /^Dockerfile:1:6: warning[^]*\n1 problem \(1 warning\) in 1 file\.\n$/);
    assert.equal((await project.run(['lint', '--quiet', '--fail-on', 'error'])).stdout, '');
  });

  const limits: [line: string, code: number][] = [
    ['--max-warnings 2', 0],
    ['--max-warnings 1', 1],
    ['--max-warnings 1 --quiet', 1],
    ['--fail-on never', 0],
    ['--fail-on never --max-warnings 1', 1],
  ];
  for (const [line, code] of limits)
    it(`ends with ${code} for two warnings and ${line}`, async () => {
      project.write('Dockerfile', 'WARNING WARNING\n');
      assert.equal((await project.run(['lint', ...line.split(' ')])).code, code);
    });

  it('says why it fails where no finding alone does', async () => {
    project.write('Dockerfile', 'WARNING WARNING\n');
    for (const more of [[], ['--quiet']]) {
      const { stderr } = await project.run(['lint', '--max-warnings', '1', ...more]);
      assert.equal(stderr, 'bulwark: 2 warnings, and --max-warnings allows 1\n');
    }
    assert.equal((await project.run(['lint', '--max-warnings', '2'])).stderr, '');
    project.write('Dockerfile', 'WARNING WARNING ERROR\n');
    assert.equal((await project.run(['lint', '--max-warnings', '1'])).stderr, '');
  });

  it('shows each warning where none is allowed, however quiet it is to be', async () => {
    project.write('Dockerfile', 'HINT WARNING\n');
    const { code, stdout, stderr } = await project.run(['lint', '--max-warnings', '0', '--quiet']);
    assert.match(stdout, /^Dockerfile:1:6: warning[^]*\n1 problem \(1 warning\) in 1 file\.\n$/);
    assert.equal(stderr, '');
    assert.equal(code, 1);
  });

  it('writes several reports, into folders that it makes', async () => {
    project.write('Dockerfile', 'ERROR\n');
    const { stdout } = await project.run(
      'lint --format text --format sarif=out/a/x.sarif --format junit=out/x.xml'.split(' '),
    );
    assert.match(stdout, /^Dockerfile:1:1: error/);
    const sarif = JSON.parse(readFileSync(project.at('out/a/x.sarif'), 'utf8')) as {
      runs: { results: { ruleId: string }[] }[];
    };
    assert.deepEqual(
      sarif.runs[0]?.results.map(({ ruleId }) => ruleId),
      ['word-error'],
    );
    assert.match(readFileSync(project.at('out/x.xml'), 'utf8'), /^<\?xml/);
  });

  it('ends with 2 where no folder can be made, as in /proc', async () => {
    project.write('Dockerfile', dockerfile);
    const { code, stderr } = await project.run(
      'lint --format json --output /proc/bulwark/report.json'.split(' '),
    );
    assert.equal(code, 2);
    assert.match(stderr, /^bulwark: \/proc\/bulwark\/report\.json does not exist\n$/);
  });

  it('ends with 2 where a report cannot be written, and tells the others', async () => {
    const { code, stdout, stderr } = await project.run(
      'lint --format text --format json=Dockerfile/x'.split(' '),
    );
    assert.match(stderr, /^bulwark: Dockerfile\/x cannot be/);
    assert.notEqual(stdout, '');
    assert.equal(code, 2);
  });

  it('tells in SARIF what a comment silences', async () => {
    project.write('Dockerfile', dockerfile.replace('USER', '# bulwark ignore=user-root\nUSER'));
    const { stdout } = await project.run(['lint', '--format', 'sarif', '--only', 'user-root'], {
      real: true,
    });
    const { runs } = JSON.parse(stdout) as {
      runs: { results: { ruleId: string; suppressions?: { kind: string }[] }[] }[];
    };
    assert.deepEqual(
      runs[0]?.results.map(({ ruleId, suppressions }) => [ruleId, suppressions?.[0]?.kind]),
      [['user-root', 'inSource']],
    );
  });

  it('reads standard input as a Dockerfile', async () => {
    const { stdout } = await project.run(['lint', '--stdin'], { stdin: 'ERROR' });
    assert.match(stdout, /^Dockerfile:1:1: error/);
  });

  it('shows repairs as a diff and writes nothing', async () => {
    const { stdout } = await project.run(['lint', '--fix-dry-run', '--format', 'diff'], { real: true });
    assert.match(
      stdout,
      /^--- a\/Dockerfile\n\+\+\+ b\/Dockerfile\n@@ [^]*\n-ADD app\.py \/app\/\n\+COPY app\.py \/app\/\n/,
    );
    assert.equal(readFileSync(project.at('Dockerfile'), 'utf8'), dockerfile);
  });

  it('takes the offers of the rules that are named, once and for all', async () => {
    const fix = () => project.run('lint --fix-offers image-tag-missing'.split(' '), { real: true });
    await fix();
    const repaired = readFileSync(project.at('Dockerfile'), 'utf8');
    assert.match(repaired, /^FROM python:3[\d.]+\S*\nCOPY app\.py \/app\/\nUSER root\n/);
    await fix();
    assert.equal(readFileSync(project.at('Dockerfile'), 'utf8'), repaired);
  });

  it('watches: looks again when a file changes or comes, until it is stopped', async () => {
    project.write('Dockerfile', 'FROM x\n');
    project.write('sub/empty', '');
    const stop = new AbortController();
    const steps = [
      () => project.write('Dockerfile', 'ERROR\n'),
      () => project.write('sub/Dockerfile', 'WARNING\n'),
      () => stop.abort(),
    ];
    let looks = 0;
    const { code, stdout } = await project.run(['lint', '--watch'], {
      stopped: stop.signal,
      written: (_, stderr) => {
        if (stderr.split('watching').length - 1 === looks) return;
        // The watchers stand only after this message.
        setImmediate(() => steps[looks++]?.());
      },
    });
    assert.match(stdout, /^No problems in 1 file\.\nDockerfile:1:1: error[^]*sub\/Dockerfile:1:1: warning/);
    assert.equal(code, 1);
  });
});
