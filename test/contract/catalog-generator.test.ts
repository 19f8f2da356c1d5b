import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogText } from '../../scripts/catalog/catalog-text';
import { checkText } from '../../scripts/catalog/check-text';
import { readFolder } from '../../scripts/catalog/read-folder';
import { type CatalogFacts, type CatalogImage } from '../../server/src/image/catalog/model';
import { Catalog } from '../../server/src/image/catalog/read-catalog';
import { type CatalogSource, type HeaderRow } from '../../server/src/image/catalog/rows';

const root = fileURLToPath(new URL('../../', import.meta.url));
const samples = join(root, 'test/fixtures/catalog/definitions');
const source: CatalogSource = {
  repository: 'https://github.com/docker-hardened-images/catalog',
  commit: '0123456789012345678901234567890123456789',
  date: '2026-01-02T03:04:05+00:00',
  licence: 'Apache-2.0',
  registry: 'dhi.io',
};

describe('generator of the catalogue', () => {
  const definitions = readFolder(samples);
  const text = catalogText(definitions, source);
  const images = read(text);

  it('lists exactly the tags of the definitions', () => {
    assert.doesNotThrow(() => checkText(text, definitions));
    assert.deepEqual([...images.keys()], ['kiln', 'lantern', 'mill', 'static']);
    assert.equal(
      [...images.values()].reduce((count, { tags }) => count + tags.size, 0),
      40,
    );
  });

  it('writes the same bytes again', () => assert.equal(catalogText(readFolder(samples), source), text));

  it('writes one line for what is shared, one for each account and one for each repository', () => {
    const lines = text.split('\n');
    assert.deepEqual((JSON.parse(lines[0] ?? '') as HeaderRow).source, source);
    const keys = lines.slice(1, -1).map((line) => line.slice(0, line.indexOf(',')));
    const accounts = [
      '{"account":0',
      '{"account":1',
      '{"account":2',
      '{"account":3',
      '{"account":4',
      '{"account":5',
    ];
    const repositories = ['{"name":"kiln"', '{"name":"lantern"', '{"name":"mill"', '{"name":"static"'];
    assert.deepEqual(keys, [...accounts, ...repositories]);
    assert.ok(text.endsWith('\n'));
  });

  const facts: [string, Partial<CatalogFacts>][] = [
    [
      'kiln:2.4.7-debian13',
      {
        variant: 'runtime',
        shells: [],
        packageManager: 'none',
        libc: 'glibc',
        entrypoint: ['kiln'],
        command: ['--port', '8080'],
        ports: ['8080/tcp', '9000/udp', '9100/tcp'],
        workdir: '/app',
        workdirOwner: 0,
        stopSignal: 'SIGINT',
        environment: {
          KILN_BUILD: null,
          KILN_HOME: '/opt/kiln',
          KILN_LEVEL: '3',
          KILN_VERSION: null,
          PATH: '/opt/kiln/bin:$PATH',
        },
        paths: ['/usr/bin/fire', '/usr/local/bin/kiln'],
        tools: ['coreutils'],
        rootRequired: false,
        account: {
          user: 'kiln',
          uid: 1000,
          gid: 1000,
          rootEntry: false,
          users: ['kiln', 'ash'],
          groups: ['kiln'],
        },
      },
    ],
    [
      'kiln:2-dev',
      {
        variant: 'dev',
        shells: ['bash'],
        packageManager: 'apt',
        environment: { PATH: '$PATH' },
        tools: ['coreutils', 'git'],
        account: { user: 'root', uid: 0, gid: 0, rootEntry: true, users: ['kiln'], groups: ['kiln'] },
      },
    ],
    ['kiln:2.4-debian13-bare', { platform: 'amd64', rootRequired: true, ports: [], environment: {} }],
    ['kiln:2-alpine', { libc: 'musl', shells: [], shellPossible: 'ca-certificates', command: ['kiln'] }],
    ['lantern:v1.8.0', { shellInferred: 'starts a shell script', packageManager: 'apk' }],
    [
      'lantern:1-alpine3.24',
      {
        account: {
          user: '999',
          uid: 999,
          gid: NaN,
          rootEntry: false,
          users: ['nonroot'],
          groups: ['nonroot'],
        },
      },
    ],
    ['lantern:1-debian12', { shellInferred: 'copied from kiln' }],
    ['mill:21.0.2-jdk-debian13-dev', { packageManager: 'dpkg', variant: 'dev' }],
    ['static:20250419', { libc: 'none' }],
    ['static:20250419-glibc-debian13', { libc: 'glibc' }],
  ];
  for (const [name, expected] of facts)
    it(`facts of ${name}`, () => {
      const [repository = '', tag = ''] = name.split(':');
      const found = images.get(repository)?.tags.get(tag)?.facts;
      assert.ok(found);
      for (const [key, value] of Object.entries(expected))
        assert.deepEqual(found[key as keyof CatalogFacts], value, key);
    });

  it('takes tags apart', () => {
    const tag = (repository: string, name: string): readonly (string | undefined)[] => {
      const found = images.get(repository)?.tags.get(name);
      return [found?.version, found?.suffix, found?.tail, found?.system];
    };
    assert.deepEqual(tag('kiln', '2.4-bare'), ['2.4', '', '-bare', 'debian13']);
    assert.deepEqual(tag('kiln', '2.4.7-debian13-dev'), ['2.4.7', '-debian13', '-dev', 'debian13']);
    assert.deepEqual(tag('lantern', 'v1.8.0'), ['v1.8.0', '', '', 'alpine3.24']);
    assert.deepEqual(tag('mill', '21-jdk-debian13-dev'), ['21-jdk', '-debian13', '-dev', 'debian13']);
  });

  it('knows what is said of a whole repository', () => {
    const kiln = images.get('kiln');
    assert.equal(kiln?.title, 'Kiln');
    assert.deepEqual([kiln.fips, images.get('lantern')?.fips], [true, false]);
    assert.deepEqual([...kiln.endOfLife], [['2.4', '2027-03-31']]);
    assert.deepEqual([...(images.get('mill')?.endOfLife ?? [])], [['21-jdk', '2029-12-31']]);
  });

  const faults: [file: string, from: RegExp, to: string, said: RegExp][] = [
    ['kiln/debian-13/2.4.yaml', /'2', '2.4'/, "'2', 2.4", /2\.4\.yaml: tags\[1\]: must be quoted/],
    [
      'kiln/debian-13/2.4.yaml',
      /variant: runtime/,
      'variant: helm',
      /2\.4\.yaml: variant: must be runtime or dev/,
    ],
    ['kiln/debian-13/2.4.yaml', /variant: runtime\n/, '', /2\.4\.yaml: variant: must be/],
    ['kiln/debian-13/2.4.yaml', /dhi\.io\/kiln/, 'dhi.io/klin', /2\.4\.yaml: image: must be dhi\.io\/kiln/],
    ['kiln/debian-13/2.4.yaml', /entrypoint: \[kiln\]/, 'entrypoint: kiln', /entrypoint: must be a list/],
    ['kiln/debian-13/2.4.yaml', /uid: 42/, 'uid: many', /accounts\.users\[1\]\.uid: must be a whole number/],
    ['kiln/debian-13/2.4.yaml', /'2027-03-31'/, 'soon', /dates\.end-of-life: must be a day/],
    ['kiln/debian-13/2.4-dev.yaml', /noninteractive/, 'dialog', /environment\.DEBIAN_FRONTEND: is expected/],
    [
      'kiln/alpine-3.24/2.4.yaml',
      /tags: \[/,
      'tags: [2-debian13, ',
      /2\.4\.yaml: tags: 2-debian13 is a tag of/,
    ],
    ['kiln/alpine-3.24/2.4.yaml', /tags: \[.*\]/, 'tags: []', /tags: must name a tag/],
    ['kiln/alpine-3.24/2.4.yaml', /cmd: \[kiln\]/, 'cmd: [kiln', /2\.4\.yaml:\d+: /],
    [
      'kiln/info.yaml',
      /display-name: Kiln/,
      'title: Kiln',
      /info\.yaml: metadata\.display-name: must be a text/,
    ],
  ];
  for (const [file, from, to, said] of faults)
    it(`refuses ${file} with "${to}"`, () =>
      withCopy((folder) => {
        const path = join(folder, 'image', file);
        const before = readFileSync(path, 'utf8');
        assert.match(before, from);
        writeFileSync(path, before.replace(from, to));
        assert.throws(() => {
          const changed = readFolder(folder);
          checkText(catalogText(changed, source), changed);
        }, said);
      }));

  it('sees a tag that was lost, and one that was invented', () => {
    assert.throws(
      () => checkText(text.replace('"2.4.7"', '"2.4.8"'), definitions),
      /tags: 2\.4\.7\S* was lost/,
    );
    assert.throws(
      // A shorter title keeps all further lines in their places.
      () => checkText(text.replace('"Kiln"', '""').replace('"2.4.7"', '"2.4.7","9"'), definitions),
      /No definition has kiln:9/,
    );
  });

  it('writes a whole file, or leaves the one that is there', () =>
    withCopy((folder) => {
      const out = join(folder, 'out.jsonl');
      const given = ['--source-commit', source.commit, '--date', source.date];
      assert.match(
        run(folder, '--out', out, ...given).stdout,
        /4 repositories, 9 definitions, 40 tags of 2026-01-02/,
      );
      assert.equal(readFileSync(out, 'utf8'), text);
      assert.match(run(folder, '--out', out).stderr, /no git checkout: say --source-commit and --date/);
      writeFileSync(
        join(folder, 'image/kiln/debian-13/2.4.yaml'),
        'image: dhi.io/kiln\nvariant: runtime\ntags: [',
      );
      const broken = run(folder, '--out', out, ...given);
      assert.equal(broken.status, 1);
      assert.match(broken.stderr, /image\/kiln\/debian-13\/2\.4\.yaml:/);
      assert.equal(readFileSync(out, 'utf8'), text);
    }));
});

function read(text: string): ReadonlyMap<string, CatalogImage> {
  const catalog = new Catalog((_, start, end) => text.slice(start, end));
  return new Map(
    catalog.names.flatMap((name) => catalog.image(name) ?? []).map((image) => [image.name, image]),
  );
}

function withCopy(use: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'bulwark-catalog-'));
  try {
    cpSync(samples, folder, { recursive: true });
    use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(...words: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const command = ['--import', 'tsx', join(root, 'scripts/catalog.ts'), ...words];
  return spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
}
