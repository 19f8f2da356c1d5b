import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { Project } from '../support/cli';

describe('bulwark init', () => {
  let project: Project;
  afterEach(() => project.remove());
  const written = (): unknown => JSON.parse(readFileSync(project.at('bulwark.json'), 'utf8'));

  it('writes a configuration that lint takes without complaint', async () => {
    project = new Project({ Dockerfile: 'FROM x\n', 'package.json': '{}' });
    assert.deepEqual(await project.run(['init']), {
      code: 0,
      stdout: 'bulwark.json is written\n',
      stderr: '',
    });
    assert.deepEqual(written(), { profile: 'recommended', baseline: '0.1' });
    assert.equal((await project.run(['lint'])).code, 0);
  });

  it('translates a .hadolint.yaml, and says what it cannot', async () => {
    project = new Project({
      Dockerfile: 'FROM x\n',
      '.hadolint.yaml': [
        'failure-threshold: style',
        'ignored: [DL3008, SC2086]',
        'override:',
        '  error: [DL3020]',
        '  style: [DL3002, DL3008]',
        'trustedRegistries:',
        '  - docker.io',
        'strict-labels: true',
        '',
      ].join('\n'),
    });
    const { stdout } = await project.run(['init']);
    const { rules, trustedRegistries } = written() as {
      rules: Record<string, string>;
      trustedRegistries: string[];
    };
    assert.equal(rules['add-instead-of-copy'], 'error');
    assert.equal(rules['user-root'], 'hint');
    assert.ok(Object.values(rules).includes('off'));
    assert.deepEqual(trustedRegistries, ['docker.io']);
    assert.deepEqual(stdout.split('\n').slice(1), [
      '.hadolint.yaml is translated',
      '.hadolint.yaml: no rule here is like SC2086',
      '.hadolint.yaml: failure-threshold is no setting here; run bulwark lint --fail-on hint',
      '.hadolint.yaml: strict-labels means nothing here',
      '',
    ]);
    assert.equal((await project.run(['lint'])).stderr, '');
  });

  for (const [what, content, fault] of [
    ['is no text', new Uint8Array([0xff, 0xfe]), 'is UTF-16; only UTF-8 can be read'],
    ['is no YAML', 'ignored: [a\n', 'is no YAML'],
  ] as const)
    it(`says that a .hadolint.yaml is not translated which ${what}`, async () => {
      project = new Project({ Dockerfile: 'FROM x\n', '.hadolint.yaml': content });
      const { code, stdout } = await project.run(['init']);
      assert.equal(stdout, `bulwark.json is written\n.hadolint.yaml is not translated: it ${fault}\n`);
      assert.equal(code, 0);
      assert.deepEqual(written(), { profile: 'recommended', baseline: '0.1' });
    });

  it('leaves a configuration alone unless it is forced', async () => {
    project = new Project({ '.bulwarkrc.yaml': 'profile: strict\n' });
    const { code, stderr } = await project.run(['init']);
    assert.match(stderr, /^bulwark: \.bulwarkrc\.yaml is there already; --force writes bulwark\.json anew\n/);
    assert.equal(code, 2);
    assert.equal(existsSync(project.at('bulwark.json')), false);
    assert.equal((await project.run(['init', '--force'])).code, 0);
  });

  it('is told where it cannot write', async () => {
    project = new Project({ 'bulwark.json/x': '' });
    const { code, stderr } = await project.run(['init', '--force']);
    assert.match(stderr, /^bulwark: bulwark\.json is a folder\n$/);
    assert.equal(code, 2);
  });
});
