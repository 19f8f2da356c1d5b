import assert from 'node:assert/strict';
import { lintTable } from '../../server/src/cli/lint-options';
import { version } from '../../package.json';
import { listRules } from '../../server/src/service/rule-list';
import { Project } from '../support/cli';

describe('bulwark rules, --help and --version', () => {
  let project: Project;
  before(() => (project = new Project()));
  after(() => project.remove());

  it('lists every rule as JSON, with what the contract names', async () => {
    const { code, stdout } = await project.run(['rules', '--format', 'json']);
    const { version: form, rules } = JSON.parse(stdout) as {
      version: number;
      rules: Record<string, unknown>[];
    };
    assert.equal(form, 1);
    assert.deepEqual(
      rules.map(({ language, id }) => `${String(language)} ${String(id)}`),
      listRules().map(({ language, id }) => `${language} ${id}`),
    );
    for (const rule of rules) {
      assert.deepEqual(Object.keys(rule), [
        'id',
        'language',
        'severity',
        'fix',
        'summary',
        'sameAs',
        'options',
        'since',
        'url',
      ]);
      assert.deepEqual(Object.keys(rule['severity'] as object), ['minimal', 'recommended', 'strict']);
    }
    const withOptions = rules.filter(({ options }) => Object.keys(options as object).length > 0);
    assert.deepEqual(
      withOptions.map(({ id, options }) => [id, Object.keys(options as object)]),
      [['image-untrusted-registry', ['trustedRegistries']]],
    );
    assert.equal(code, 0);
  });

  it('lists one rule a line for people', async () => {
    const { code, stdout } = await project.run(['rules']);
    const lines = stdout.trimEnd().split('\n');
    assert.equal(lines.length, listRules().length + 1);
    assert.match(
      lines[0] ?? '',
      /^dockerfile {2}[a-z-]+ +\(?(?:error|warning|info|hint)\)? +(?:safe|offer|none) +\S/,
    );
    assert.equal(code, 0);
  });

  it('prints the version of the package', async () => {
    assert.deepEqual(await project.run(['--version']), { code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('prints every option where help is asked for, in 80 to 110 columns', async () => {
    const { code, stdout } = await project.run(['lint', '--help']);
    const options = [...Object.keys(lintTable).map((name) => `--${name}`), '--explain', '--version'];
    assert.deepEqual(
      options.filter((option) => !new RegExp(`${option}[ [=\\n]`).test(stdout)),
      [],
    );
    assert.ok(Math.max(...stdout.split('\n').map((line) => line.length)) <= 110);
    assert.equal(code, 0);
  });
});
