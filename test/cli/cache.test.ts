import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { Project } from '../support/cli';

describe('bulwark lint --cache', () => {
  let project: Project;
  afterEach(() => project.remove());

  const cached = (...argv: string[]) => project.run(['lint', '--cache', ...argv], { real: true });
  const plain = (...argv: string[]) => project.run(['lint', ...argv], { real: true });
  const cache = (): string => readFileSync(project.at('.bulwark-cache'), 'utf8');
  /** The entries of the cache as they were written, by path. */
  const entries = (): Record<string, object> =>
    (JSON.parse(cache().split('\n')[1] ?? '') as { files: Record<string, object> }).files;
  /** Changes what the cache says of a file, as if it had been written so: what is told then comes from there. */
  const claims = async (from: string, to: string): Promise<void> => {
    const { digest } = await import('../../server/src/cli/cache/digest');
    const [head = '', body = ''] = cache().split('\n');
    assert.ok(body.includes(from), body);
    const changed = body.replaceAll(from, to);
    const renewed = { ...(JSON.parse(head) as object), digest: digest(changed) };
    project.write('.bulwark-cache', `${JSON.stringify(renewed)}\n${changed}\n`);
  };

  const dockerfile =
    'FROM python:3.13-slim\nCOPY --chmod=755 start.sh .npmrc /\nUSER 65532:65532\nCMD ["/start.sh"]\n';

  it('tells the same from the cache, in every format, and looks at nothing again', async () => {
    project = new Project({
      '.git/HEAD': '',
      'a/Dockerfile': 'FROM python\n# bulwark ignore=user-root\nADD x /x\n',
      'b/Dockerfile': dockerfile,
      'compose.yaml': 'services:\n  a:\n    build: a\n',
      'bulwark.json': '{ "nonsense": 1 }',
    });
    const first = await cached();
    const written = cache();
    assert.deepEqual(first, await plain());
    for (const format of ['text', 'json', 'sarif', 'rdjson', 'markdown'])
      assert.deepEqual(await cached('--format', format), await plain('--format', format), format);
    assert.equal(cache(), written);
    await claims('python has no tag', 'the cache has been asked');
    assert.match((await cached()).stdout, /the cache has been asked/);
  });

  const changes: [what: string, change: (own: Project) => void, finding: RegExp, argv?: string[]][] = [
    ['the file', (own) => own.write('api/Dockerfile', `${dockerfile}ADD x /x\n`), /add-instead-of-copy/],
    [
      'the text of a file that it copies',
      (own) =>
        own.write(
          'api/.npmrc',
          '//registry.npmjs.org/:_authToken=npm_0123456789abcdefghij0123456789abcdef\n',
        ),
      /npmrc/,
    ],
    ['its ignore file', (own) => own.write('api/.dockerignore', 'start.sh\n'), /start\.sh/],
    ['the configuration', (own) => own.write('bulwark.json', '{ "profile": "strict" }'), /./],
    ['an option', () => undefined, /./, ['--profile', 'strict']],
    [
      'the Compose file that builds it',
      (own) => own.write('compose.yaml', 'services:\n  api:\n    build: { context: api, target: nothing }\n'),
      /nothing/,
    ],
  ];
  for (const [what, change, finding, argv = []] of changes)
    it(`is not asked where this has changed: ${what}`, async () => {
      project = new Project({
        '.git/HEAD': '',
        'api/Dockerfile': dockerfile,
        'api/package.json': '{}',
        'api/.npmrc': 'audit=false\n',
        'api/start.sh': '#!/bin/sh\nexec python app.py\n',
        'compose.yaml': 'services:\n  api:\n    build: api\n',
      });
      const before = await cached();
      assert.deepEqual(await cached(), before);
      change(project);
      const after = await plain(...argv);
      assert.notEqual(after.stdout, before.stdout);
      assert.match(after.stdout, finding);
      assert.deepEqual(await cached(...argv), after);
      assert.deepEqual(await cached(...argv), after);
    });

  it('is not asked where the mode of a script has changed', async () => {
    project = new Project({
      '.git/HEAD': '',
      'package.json': '{}',
      Dockerfile: 'FROM python:3.13-slim\nCOPY start.sh /\nUSER 65532:65532\nCMD ["/start.sh"]\n',
      'start.sh': '#!/bin/sh\nexec python app.py\n',
    });
    chmodSync(project.at('start.sh'), 0o755);
    const before = await cached();
    chmodSync(project.at('start.sh'), 0o644);
    const after = await cached();
    assert.notDeepEqual(after, before);
    assert.deepEqual(after, await plain());
  });

  it('is not asked by another version of the program', async () => {
    project = new Project({ Dockerfile: 'FROM python\n', 'v1/rules.js': '1', 'v2/rules.js': '2' });
    const run = (program: string) =>
      project.run(['lint', '--cache', 'Dockerfile'], { real: true, program: project.at(program) });
    await run('v1');
    await claims('python has no tag', 'the cache has been asked');
    assert.match((await run('v1')).stdout, /the cache has been asked/);
    assert.doesNotMatch((await run('v2')).stdout, /the cache has been asked/);
  });

  it('keeps what it knows of files that are not looked at, and forgets those that are gone', async () => {
    project = new Project({
      'a/Dockerfile': 'FROM x\n',
      'b/Dockerfile': 'FROM x\n',
      'c/Dockerfile': 'FROM x\n',
    });
    await cached();
    project.write('a/Dockerfile', 'FROM y\n');
    rmSync(project.at('c/Dockerfile'));
    await cached('a');
    assert.deepEqual(Object.keys(entries()).sort(), ['a/Dockerfile', 'b/Dockerfile']);
  });

  const damages: [name: string, damage: (text: string) => string][] = [
    ['nothing in it', () => ''],
    ['half of it', (text) => text.slice(0, text.length / 2)],
    ['another letter in it', (text) => text.replace('has no tag', 'had no tag')],
    ['something else in it', () => '[1]\n{}\n'],
  ];
  for (const [name, damage] of damages)
    it(`is made anew where there is ${name}`, async () => {
      project = new Project({ Dockerfile: 'FROM python\n' });
      const first = await cached();
      const whole = cache();
      project.write('.bulwark-cache', damage(whole));
      assert.deepEqual(await cached(), first);
      assert.equal(cache(), whole);
    });

  it('lies where it is told, or among what npm keeps, and alone', async () => {
    project = new Project({ Dockerfile: 'FROM python\n' });
    await plain('--cache-location', 'deep/down/cache');
    assert.ok(existsSync(project.at('deep/down/cache')));
    mkdirSync(project.at('node_modules'));
    await cached();
    assert.deepEqual(readdirSync(project.at('node_modules/.cache')), ['bulwark']);
    assert.deepEqual(readdirSync(project.path).sort(), ['Dockerfile', 'deep', 'node_modules']);
  });

  it('changes nothing but the time where it cannot be written', async () => {
    project = new Project({ Dockerfile: 'FROM python\n' });
    const { code, stdout, stderr } = await plain('--cache-location', 'Dockerfile/x');
    assert.match(stderr, /^bulwark: the cache .+; the next run will be as long\n$/);
    assert.deepEqual({ code, stdout, stderr: '' }, await plain());
  });

  it('keeps nothing of a file where a rule has failed', async () => {
    project = new Project({ Dockerfile: 'FROM THROWS\n' });
    const look = () => project.run(['lint', '--cache']);
    assert.equal((await look()).code, 2);
    assert.equal((await look()).code, 2);
  });

  it('has no part in repairs', async () => {
    project = new Project({ Dockerfile: 'FROM python:3.13\nADD x /x\n' });
    await cached();
    assert.match((await cached('--fix')).stdout, /^1 problem repaired|1 problem repaired/m);
    assert.match(readFileSync(project.at('Dockerfile'), 'utf8'), /COPY x/);
    assert.deepEqual(await cached(), await plain());
  });

  it('is refused for standard input, and where a folder lies', async () => {
    project = new Project({ 'folder/x': '' });
    for (const [line, message] of [
      ['--stdin --cache', 'Standard input is read: --cache means nothing there'],
      ['--cache-location folder', 'The cache is a file, and folder is a folder'],
    ]) {
      const { code, stderr } = await plain(...(line ?? '').split(' '));
      assert.equal(stderr.split('\n')[0], `bulwark: ${message ?? ''}`);
      assert.equal(code, 2);
    }
  });
});
