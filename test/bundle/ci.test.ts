import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { languageOfName } from '../../server/src/workspace/file-names';
import { Project } from '../support/cli';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const blocks = (language: string): string[] =>
  Array.from(
    read('docs/ci.md').matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g')),
    ([, text = '']) => text,
  );

const clean = 'FROM scratch\nCOPY --chmod=555 app /app\nUSER 65532:65532\nENTRYPOINT ["/app"]\n';
const faulty = 'FROM python\nADD app.py /app/\nUSER root\n';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: {
    readonly steps: readonly { readonly run: string; readonly env?: Record<string, string> }[];
  };
}

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
  readonly exclude: string;
}

describe('the ways into CI', () => {
  let project: Project;
  beforeEach(() => {
    project = new Project({ Dockerfile: faulty, app: '', 'app.py': '' });
    project.write('bin/bulwark', `#!/bin/sh\nexec "${process.execPath}" "${root}scripts/bulwark.mjs" "$@"\n`);
    chmodSync(project.at('bin/bulwark'), 0o755);
  });
  afterEach(() => project.remove());

  const bash = (script: string, env: Record<string, string> = {}) => {
    const path = `${project.at('bin')}:${process.env['PATH'] ?? ''}`;
    return spawnSync('bash', ['--norc', '-eo', 'pipefail', '-c', script], {
      cwd: project.path,
      encoding: 'utf8',
      env: { PATH: path, HOME: project.path, ...env },
    });
  };

  describe('action.yml', () => {
    const action = parse(read('action.yml')) as Action;
    const run = (inputs: Record<string, string>) => {
      const values = {
        ...Object.fromEntries(Object.entries(action.inputs).map(([k, v]) => [k, v.default])),
        ...inputs,
      };
      const [, lint] = action.runs.steps;
      const env = Object.entries(lint?.env ?? {}).map(([name, value]): [string, string] => {
        const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1] ?? '';
        assert.ok(Object.hasOwn(values, input), value);
        return [name, values[input] ?? ''];
      });
      return bash(lint?.run ?? '', {
        ...Object.fromEntries(env),
        GITHUB_ACTION_PATH: root,
        GITHUB_STEP_SUMMARY: project.at('summary.md'),
      });
    };

    it('annotates, writes a summary and SARIF, keeps what it found, and fails', () => {
      const { status, stdout } = run({ sarif: 'out.sarif', cache: 'kept' });
      assert.ok(existsSync(project.at('kept')));
      assert.match(stdout, /^::warning file=Dockerfile,line=1,/);
      assert.equal(status, 1);
      assert.match(readFileSync(project.at('summary.md'), 'utf8'), /^# Bulwark\n/);
      assert.ok(existsSync(project.at('out.sarif')));
    });

    it('takes its inputs for words, whatever is in them', () => {
      project.write('a $(touch pwned) b/Dockerfile', faulty);
      const { status, stdout } = run({
        paths: 'a $(touch pwned) b\n\n"*.nothing"; touch pwned',
        'fail-on': 'never',
      });
      assert.match(stdout, /^::warning file=a \$\(touch pwned\) b\/Dockerfile/);
      assert.equal(status, 2);
      assert.equal(existsSync(project.at('pwned')), false);
    });

    it('builds first', () => {
      const [build] = action.runs.steps;
      assert.match(bash(build?.run ?? '', { GITHUB_ACTION_PATH: root }).stdout, /^\d+\.\d+\.\d+\n$/);
    });

    it('has the inputs that docs/ci.md describes and uses', () => {
      const table = Array.from(read('docs/ci.md').matchAll(/^\| `([\w-]+)` /gm), ([, name]) => name);
      assert.deepEqual(table, Object.keys(action.inputs));
      const used = blocks('yaml').flatMap((text) => {
        const { jobs } = parse(text) as {
          jobs?: Record<string, { steps: { uses: string; with?: Record<string, unknown> }[] }>;
        };
        const steps = Object.values(jobs ?? {}).flatMap(({ steps: own }) => own);
        return steps
          .filter(({ uses }) => uses.startsWith('OWNER/'))
          .flatMap((step) => Object.keys(step.with ?? {}));
      });
      assert.ok(used.length > 0);
      for (const name of used) assert.ok(Object.hasOwn(action.inputs, name), name);
    });
  });

  describe('.pre-commit-hooks.yaml', () => {
    const hooks = parse(read('.pre-commit-hooks.yaml')) as Hook[];

    it('runs, with the files as words', () => {
      for (const { entry } of hooks) {
        const { status, stdout } = bash(`${root}${entry} Dockerfile`);
        assert.equal(status, 1);
        assert.match(stdout, /^Dockerfile:1:6: warning/);
      }
      assert.match(readFileSync(project.at('Dockerfile'), 'utf8'), /\nCOPY app\.py/);
    });

    it('takes the files that bulwark knows by their names', () => {
      const names = [
        ...[
          'Dockerfile',
          'Dockerfile.dev',
          'x/Containerfile',
          'web.dockerfile',
          'dockerfile',
          'compose.yaml',
        ],
        ...[
          'compose.prod.yml',
          'docker-compose.yml',
          'my-docker-x-compose.y.yaml',
          'Dockerfile.dockerignore',
        ],
        ...['dockerfile.json', 'x/Dockerfile.tmLanguage.json', 'dockerfile.yml', 'Dockerfile.compose.yml'],
        ...['dockerfile.test.ts', 'Dockerfile.test', 'Dockerfile.go', 'Dockerfile.md'],
        ...['README.md', 'mycompose.yaml', 'Dockerfiles/x', 'compose.json', 'xDockerfile'],
      ];
      for (const { files, exclude } of hooks)
        for (const name of names) {
          const matches = (text: string): boolean => new RegExp(text.replace('(?i)', ''), 'i').test(name);
          const known = languageOfName(name.replace(/.*\//, '')) !== undefined;
          assert.equal(matches(files) && !matches(exclude), known, name);
        }
    });

    it('has the hook that docs/ci.md uses', () => {
      const [id] = /(?<=- id: )\S+/.exec(read('docs/ci.md')) ?? [];
      assert.ok(hooks.some((hook) => hook.id === id));
    });
  });

  it('GitLab: the script writes the reports that the job hands over', () => {
    const text = blocks('yaml').find((each) => each.startsWith('bulwark:')) ?? '';
    const { bulwark } = parse(text) as {
      bulwark: { script: string[]; artifacts: { reports: Record<string, string> } };
    };
    assert.equal(bash(bulwark.script.join('\n')).status, 1);
    for (const file of Object.values(bulwark.artifacts.reports))
      assert.ok(existsSync(project.at(file)), file);
    const issues = JSON.parse(readFileSync(project.at('gl-code-quality-report.json'), 'utf8')) as object[];
    assert.ok(issues.length > 0);
  });

  describe('Docker', () => {
    const [build = '', ...runs] = blocks('sh').filter((text) => text.startsWith('docker '));

    it('builds the image of a tag of the repository', () => {
      project.write('bin/docker', '#!/bin/sh\nprintf "%s|" "$@"\n');
      chmodSync(project.at('bin/docker'), 0o755);
      const { stdout } = bash(build, { BULWARK_REPOSITORY: 'https://git.example.com/team/bulwark.git' });
      assert.equal(stdout, 'build|--tag|bulwark|https://git.example.com/team/bulwark.git#v0.1.0|');
    });

    it('runs it on the current folder, which it may write where it repairs', () => {
      // In the place of a container: what stands behind the image's name, here.
      project.write('bin/docker', '#!/bin/sh\nwhile [ "$1" != bulwark ]; do shift; done\nexec "$@"\n');
      chmodSync(project.at('bin/docker'), 0o755);
      assert.equal(runs.length, 2);
      for (const script of runs) {
        const { status, stderr } = bash(script);
        assert.equal(stderr, '');
        assert.equal(status, script.includes('--fail-on error') ? 0 : 1);
        assert.equal(script.includes(':/work:ro"'), !script.includes('--fix'));
      }
      assert.match(readFileSync(project.at('Dockerfile'), 'utf8'), /\nCOPY app\.py/);
    });
  });

  const plain = blocks('sh').filter((text) => !/^(?:git clone|docker) /.test(text));
  for (const script of plain)
    it(`plain: ${script.split('\n')[0]?.replace(/^# /, '') ?? ''}`, () => {
      const { status, stderr } = bash(script);
      assert.equal(stderr, '');
      assert.equal(status, script.includes('test ! -s') ? 1 : 0);
      project.write('Dockerfile', clean);
      assert.equal(bash(script).status, 0);
    });

  it('are shown, four plain ones', () => assert.equal(plain.length, 4));
}).timeout(60_000);
