import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { migrateCommand } from '../../server/src/cli/migrate';
import { type MigrateOptions } from '../../server/src/cli/migrate-options';
import { createService } from '../../server/src/service/create';
import { Project } from '../support/cli';

const dockerfile =
  'FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\nRUN pip install -r requirements.txt\nCMD python app.py\n';
const files = { Dockerfile: dockerfile, 'requirements.txt': 'flask==3.1.2\n', 'app.py': '', '.git/HEAD': '' };

async function migrate(
  project: Project,
  options: Partial<MigrateOptions> = {},
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const written = { stdout: '', stderr: '' };
  const output = (name: keyof typeof written) => ({ write: (text: string) => (written[name] += text) });
  const code = await migrateCommand(
    { command: 'migrate', path: 'Dockerfile', write: false, diff: false, format: 'text', ...options },
    {
      stdin: nothing(),
      stdout: output('stdout'),
      stderr: output('stderr'),
      cwd: project.path,
      env: {},
    },
    createService,
  );
  return { code, ...written };
}

async function* nothing(): AsyncGenerator<string> {
  yield await Promise.resolve('');
}

describe('bulwark migrate', () => {
  let project: Project;
  beforeEach(() => (project = new Project(files)));
  afterEach(() => project.remove());

  it('prints the plan and the changes, and changes nothing', async () => {
    const { code, stdout } = await migrate(project);
    assert.equal(code, 0);
    assert.match(stdout, /^1\. \*\*Build in `builder`, and ship only the result\.\*\*/);
    assert.match(stdout, /^-FROM python:3\.12-slim\n\+FROM dhi\.io\/python:3\.12-debian13-dev AS builder$/m);
    assert.match(stdout, /^\+\+\+ b\/\.dockerignore$/m);
    assert.equal(readFileSync(project.at('Dockerfile'), 'utf8'), dockerfile);
  });

  it('prints with --diff what patch takes, and no plan', async () => {
    const { stdout } = await migrate(project, { diff: true });
    assert.match(stdout, /^--- a\/Dockerfile\n\+\+\+ b\/Dockerfile\n@@ /);
    assert.doesNotMatch(stdout, /Build in/);
  });

  it('writes with --write, once', async () => {
    assert.equal((await migrate(project, { write: true })).code, 0);
    const written = readFileSync(project.at('Dockerfile'), 'utf8');
    assert.match(written, /^COPY --from=builder \/opt\/venv \/opt\/venv$/m);
    assert.match(readFileSync(project.at('.dockerignore'), 'utf8'), /^\.git$/m);
    const again = await migrate(project, { write: true });
    assert.match(again.stdout, /^Nothing to do/);
    assert.equal(readFileSync(project.at('Dockerfile'), 'utf8'), written);
  });

  it('says in JSON what each step does, with the text after all of them', async () => {
    const plan = JSON.parse((await migrate(project, { format: 'json' })).stdout) as {
      readonly refused: boolean;
      readonly steps: readonly { readonly id: string }[];
      readonly text: string;
    };
    assert.equal(plan.refused, false);
    assert.deepEqual(
      plan.steps.map(({ id }) => id),
      ['split', 'start-cmd'],
    );
    assert.match(plan.text, /CMD \["python", "app\.py"\]/);
  });

  it('takes along the Compose file that publishes a port which is raised', async () => {
    const compose = 'services:\n  web:\n    build: .\n    ports: ["80:80"]\n';
    project.write('compose.yaml', compose);
    project.write('Dockerfile', `${dockerfile}EXPOSE 80\n`);
    const { stdout } = await migrate(project, { diff: true });
    assert.match(
      stdout,
      /^--- a\/compose\.yaml\n\+\+\+ b\/compose\.yaml\n@@ .*\n(?: .*\n)+-.*"80:80"\]\n\+.*"80:8080"\]$/m,
    );
    const { others } = JSON.parse((await migrate(project, { format: 'json' })).stdout) as {
      readonly others: readonly { readonly path: string; readonly text: string }[];
    };
    assert.deepEqual(
      others.map(({ path, text }) => [path, text]),
      [['compose.yaml', compose.replace('80:80', '80:8080')]],
    );
    assert.equal(readFileSync(project.at('compose.yaml'), 'utf8'), compose);
    assert.equal((await migrate(project, { write: true })).code, 0);
    assert.equal(readFileSync(project.at('compose.yaml'), 'utf8'), compose.replace('80:80', '80:8080'));
    assert.match(readFileSync(project.at('Dockerfile'), 'utf8'), /^EXPOSE 8080$/m);
  });

  it('prints a diff that git applies, whatever the lines end with', async () => {
    const compose = 'services:\r\n  web:\r\n    build: .\r\n    ports: ["80:80"]';
    project.write('compose.yaml', compose);
    project.write('Dockerfile', `${dockerfile}EXPOSE 80`.replaceAll('\n', '\r\n'));
    const { stdout } = await migrate(project, { diff: true });
    const apply = spawnSync('git', ['apply', '-'], { cwd: project.path, input: stdout, encoding: 'utf8' });
    assert.equal(apply.stderr, '');
    assert.equal(apply.status, 0);
    const applied = ['Dockerfile', 'compose.yaml', '.dockerignore'].map((name) =>
      readFileSync(project.at(name), 'utf8'),
    );
    assert.match(applied[0] ?? '', /^EXPOSE 8080$/m);
    for (const [index, name] of ['Dockerfile', 'compose.yaml'].entries())
      assert.doesNotMatch(applied[index] ?? '', /(?<!\r)\n/, name);

    project.write('compose.yaml', compose);
    project.write('Dockerfile', `${dockerfile}EXPOSE 80`.replaceAll('\n', '\r\n'));
    rmSync(project.at('.dockerignore'));
    assert.equal((await migrate(project, { write: true })).code, 0);
    assert.deepEqual(
      ['Dockerfile', 'compose.yaml', '.dockerignore'].map((name) => readFileSync(project.at(name), 'utf8')),
      applied,
    );
  });

  it('prints a diff that git applies through a link and behind a byte order mark', async () => {
    const compose = '\uFEFFservices:\n  web:\n    build: .\n    ports: ["80:80"]\n';
    project.write('compose.yaml', compose);
    project.write('docker/Real', `\uFEFF${dockerfile}EXPOSE 80\n`);
    rmSync(project.at('Dockerfile'));
    symlinkSync('docker/Real', project.at('Dockerfile'));
    const { stdout } = await migrate(project, { diff: true });
    const apply = spawnSync('git', ['apply', '-'], { cwd: project.path, input: stdout, encoding: 'utf8' });
    assert.equal(apply.stderr, '');
    assert.equal(readFileSync(project.at('compose.yaml'), 'utf8'), compose.replace('80:80', '80:8080'));
    assert.match(readFileSync(project.at('docker/Real'), 'utf8'), /^\uFEFFFROM [^]*^EXPOSE 8080$/m);
  });

  it('writes through a link, and keeps mode and byte order mark', async () => {
    project.write('docker/Real', `\uFEFF${dockerfile}`);
    chmodSync(project.at('docker/Real'), 0o640);
    rmSync(project.at('Dockerfile'));
    symlinkSync('docker/Real', project.at('Dockerfile'));
    assert.equal((await migrate(project, { write: true })).code, 0);
    assert.ok(lstatSync(project.at('Dockerfile')).isSymbolicLink());
    assert.match(
      readFileSync(project.at('docker/Real'), 'utf8'),
      /^\uFEFFFROM dhi\.io\/python:\S+-dev AS builder\n/,
    );
    assert.equal(statSync(project.at('docker/Real')).mode & 0o777, 0o640);
  });

  it('writes no Compose file to which a link leads out of the project', async () => {
    const outside = new Project({
      'compose.yaml': 'services:\n  web:\n    build: .\n    ports: ["80:80"]\n',
    });
    try {
      const text = `${dockerfile}EXPOSE 80\n`;
      project.write('Dockerfile', text);
      symlinkSync(outside.at('compose.yaml'), project.at('compose.yaml'));
      await migrate(project, { write: true });
      assert.match(readFileSync(outside.at('compose.yaml'), 'utf8'), /80:80/);
    } finally {
      outside.remove();
    }
  });

  for (const blocked of ['Dockerfile', '.dockerignore', 'compose.yaml'])
    it(`writes none of its files where ${blocked} cannot be written`, async () => {
      const compose = 'services:\n  web:\n    build: .\n    ports: ["80:80"]\n';
      const before = { Dockerfile: `${dockerfile}EXPOSE 80\n`, 'compose.yaml': compose };
      for (const [name, text] of Object.entries(before)) project.write(name, text);
      // Where the new text would lie before it takes the file's place.
      project.write(`.${blocked}.${process.pid}.tmp`, '');
      const names = readdirSync(project.path).filter((name) => !name.endsWith('.tmp'));
      const { code, stderr } = await migrate(project, { write: true });
      assert.equal(code, 2);
      assert.match(stderr, new RegExp(`^bulwark: ${blocked.replace('.', '\\.')} .*; nothing is written\\n$`));
      for (const [name, text] of Object.entries(before))
        assert.equal(readFileSync(project.at(name), 'utf8'), text);
      assert.deepEqual(readdirSync(project.path), names);
    });

  it('says why it changes nothing', async () => {
    project.write('Dockerfile', 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nCMD app.exe\n');
    const { code, stdout } = await migrate(project, { write: true });
    assert.equal(code, 1);
    assert.match(stdout, /^Nothing is changed:\n\n- It builds on Windows/);
    assert.equal(existsSync(project.at('.dockerignore')), false);
  });

  it('migrates a file that is named, also where the configuration leaves it out', async () => {
    project.write('bulwark.json', '{ "ignore": ["Dockerfile"] }');
    assert.match((await migrate(project)).stdout, /^1\. \*\*Build in `builder`/);
  });

  it('names a file that cannot be read', async () => {
    const { code, stderr } = await migrate(project, { path: 'nothing/Dockerfile' });
    assert.equal(code, 2);
    assert.match(stderr, /^bulwark: nothing\/Dockerfile /);
  });
});
