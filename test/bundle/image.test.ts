import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDockerignore } from '../../server/src/workspace/dockerignore';
import { Project } from '../support/cli';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const env = { PATH: process.env['PATH'] };

describe('the files of this repository', () => {
  it('give its own command line no reason to complain, by the strict profile', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['dist/cli.js', 'lint', '--fail-on', 'hint', '.'],
      { cwd: root, encoding: 'utf8', env },
    );
    assert.equal(stderr, '');
    assert.match(stdout, /^No problems in \d+ files?\. The configuration leaves out \d+ files\.\n$/);
    assert.equal(status, 0);
    const { profile, rules } = JSON.parse(read('bulwark.json')) as { profile: string; rules?: object };
    assert.deepEqual({ profile, rules }, { profile: 'strict', rules: undefined });
  });

  it('are the Dockerfile and nothing that only sounds like one', () => {
    const argv = ['dist/cli.js', 'lint', '--format', 'json', '.'];
    const { stdout } = spawnSync(process.execPath, argv, { cwd: root, encoding: 'utf8', env });
    const { files } = JSON.parse(stdout) as { files: { path: string }[] };
    const own = files.map(({ path }) => path).filter((path) => !/^(?:demo|test)\//.test(path));
    assert.deepEqual(own, ['Dockerfile']);
  });
}).timeout(60_000);

/** The instructions of the Dockerfile, each as its keyword and the rest, in one line. */
const instructions = read('Dockerfile')
  .replace(/^#.*\n/gm, '')
  .replaceAll('\\\n', ' ')
  .split('\n')
  .map((line) => [line.replace(/ .*/, ''), line.replace(/^\S+ /, '')] as const);
const words = (keyword: string): readonly string[] =>
  instructions.filter(([own]) => own === keyword).map(([, rest]) => rest);

/** As a build would do it, but for the base images and for what npm installs. */
describe('the image that the Dockerfile builds', () => {
  let project: Project;
  let program: readonly string[];

  before(function () {
    this.timeout(120_000);
    project = new Project({
      'work/Dockerfile': 'FROM python\n',
      'work/.bulwarkrc.yaml': 'rules:\n  dhi-available: off\n',
    });
    const source = project.at('src');
    const left = readDockerignore(read('.dockerignore'));
    mkdirSync(source);
    for (const name of readdirSync(root))
      cpSync(join(root, name), join(source, name), {
        recursive: true,
        filter: (path) => {
          const own = relative(root, path).split(sep).join('/');
          return left.ignores(own) !== true || left.mayReinclude(own);
        },
      });
    symlinkSync(join(root, 'node_modules'), join(source, 'node_modules'));
    const [install = '', build = ''] = words('RUN');
    assert.match(install, /npm ci/);
    const built = spawnSync('bash', ['--norc', '-ec', build], { cwd: source, encoding: 'utf8', env });
    assert.equal(built.status, 0, built.stderr);
    for (const copy of words('COPY').filter((each) => each.startsWith('--from=build '))) {
      const [, from = '', to = ''] = copy.split(' ');
      cpSync(from.replace(/^\/src\b/, source), project.at(`image${to}`), { recursive: true });
    }
    const [entry = ''] = words('ENTRYPOINT');
    program = (JSON.parse(entry) as string[]).map((word) => word.replace(/^\//, project.at('image/')));
  });
  after(() => project.remove());

  const run = (...argv: string[]) => {
    const [node = '', ...rest] = program;
    return spawnSync(node, [...rest, ...argv], { cwd: project.at('work'), encoding: 'utf8', env });
  };

  it('lints what it is given, as everywhere', () => {
    const [command = ''] = words('CMD');
    const { status, stdout, stderr } = run(...(JSON.parse(command) as string[]));
    assert.equal(stderr, '');
    assert.match(stdout, /^Dockerfile:1:6: warning image-tag-missing/);
    assert.doesNotMatch(stdout, /dhi-available/);
    assert.equal(status, 1);
  });

  const lines = [
    'lint --format sarif',
    'lint --format json --jobs 2 Dockerfile .bulwarkrc.yaml',
    'lint --cache --cache-location ../cache *',
    'migrate Dockerfile',
    'rules --format json',
    '--explain user-root',
  ];
  for (const line of lines)
    it(`tells the same as here: ${line}`, () => {
      const here = spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...line.split(' ')], {
        cwd: project.at('work'),
        encoding: 'utf8',
        env,
      });
      const { status, stdout, stderr } = run(...line.split(' '));
      assert.deepEqual(
        { status, stdout, stderr },
        { status: here.status, stdout: here.stdout, stderr: here.stderr },
      );
      assert.notEqual(stdout, '');
    });

  it('holds nothing that only an editor needs', () => {
    const names = readdirSync(project.at('image/opt/bulwark/dist'));
    assert.deepEqual(
      names.filter((name) => /client|server/.test(name)),
      [],
    );
    assert.deepEqual(readdirSync(project.at('image/opt/bulwark')).sort(), ['dist', 'docs']);
  });
}).timeout(60_000);
