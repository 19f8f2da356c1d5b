import assert from 'node:assert/strict';
import { composeRule } from '../../server/src/rules/rule';
import { analyse } from '../../server/src/service/analyse';
import { rulesOf } from '../../server/src/service/finding';
import { createService } from '../../server/src/service/create';
import { type Service } from '../../server/src/service/service';
import { defaultSettings, type Settings } from '../../server/src/service/settings';
import { applyEdits } from '../../server/src/text/edit';
import { fetchContext } from '../../server/src/workspace/fetch-context';
import { memoryHost } from '../support/memory-host';
import { hostOf, type ProjectTexts } from '../support/project';

interface Look {
  readonly path?: string;
  readonly settings?: Partial<Settings>;
  readonly service?: Service;
}

/** What is found in a document of the folder: `rule: marked text`. */
async function found(texts: ProjectTexts, { path = 'compose.yaml', settings, service }: Look = {}) {
  const text = texts[path] ?? '';
  const findings = await (service ?? createService(hostOf(texts))).findings(
    { uri: `file:///w/${path}`, language: 'compose', version: 1, text },
    { ...defaultSettings, rules: { 'dhi-available': 'off' }, ...settings },
  );
  return findings.flatMap((finding) =>
    rulesOf(finding).map((rule) => `${rule}: ${text.slice(finding.span.start, finding.span.end)}`),
  );
}

const hardened =
  'read_only: true\n    cap_drop: [ALL]\n    security_opt: [no-new-privileges:true]\n    user: "1"\n';
const web = (rest: string, image = 'nginx:1.28'): string =>
  `services:\n  web:\n    image: ${image}\n    ${rest}`;
const over = (rest: string): string => `services:\n  web:\n    ${rest}`;
const missing = ['cap-drop-missing: web', 'no-new-privileges-missing: web', 'read-only-missing: web'];

describe('findings of a project', () => {
  it('are made where the value was written', async () => {
    const texts = {
      'compose.yaml': web(`${hardened}    privileged: true\n`),
      'compose.override.yaml': over('network_mode: host\n'),
    };
    assert.deepEqual(await found(texts), ['privileged: privileged: true']);
    assert.deepEqual(await found(texts, { path: 'compose.override.yaml' }), [
      'host-network: network_mode: host',
    ]);
  });

  it('leave out what another file puts right', async () => {
    const main = web(`privileged: true\n    user: root\n`);
    assert.deepEqual(await found({ 'compose.yaml': main }), [
      ...missing,
      'privileged: privileged: true',
      'user-root: root',
    ]);
    const right = over(`privileged: false\n    ${hardened}`);
    assert.deepEqual(await found({ 'compose.yaml': main, 'compose.override.yaml': right }), []);
  });

  it('miss a key once, in the file that the service begins in', async () => {
    const texts = {
      'compose.yaml': web('user: "1"\n'),
      'compose.override.yaml': over('tty: true\n'),
      'compose.prod.yaml': over('restart: always\n'),
    };
    assert.deepEqual(await found(texts), missing);
    assert.deepEqual(await found(texts, { path: 'compose.override.yaml' }), []);
    assert.deepEqual(await found(texts, { path: 'compose.prod.yaml' }), []);
  });

  it('judge a base by what the services that extend it make of it', async () => {
    const texts = {
      'compose.yaml': `services:\n  web:\n    extends: {file: common.yaml, service: base}\n    ${hardened}`,
      'common.yaml':
        'services:\n  base:\n    image: nginx:latest\n    privileged: true\n  other:\n    image: redis:8\n    pid: host\n',
    };
    assert.deepEqual(await found(texts), []);
    assert.deepEqual(await found(texts, { path: 'common.yaml' }), [
      'image-tag-latest: latest',
      'privileged: privileged: true',
      'host-pid: pid: host',
    ]);
    const without = { ...texts, 'compose.yaml': texts['compose.yaml'].replace('    read_only: true\n', '') };
    assert.deepEqual(
      await found({ ...without, 'compose.yaml': over('extends: {file: common.yaml, service: base}\n') }),
      [...missing],
    );
  });

  it('know what an included file declares, and judge its services with the whole', async () => {
    const texts = {
      'compose.yaml': `include: [db/compose.yaml]\n${web(`${hardened}    networks: [inner]\n    depends_on: [db]\n`)}`,
      'db/compose.yaml': `networks: {inner: }\nservices:\n  db:\n    image: postgres:18\n    ${hardened}    ports: ["5432:5432"]\n`,
    };
    assert.deepEqual(await found(texts), []);
    assert.deepEqual(await found(texts, { path: 'db/compose.yaml' }), ['port-all-interfaces: "5432:5432"']);
  });

  it('take .env for known, but never for something that stands in the file', async () => {
    const texts = {
      '.env': 'TAG=1.28\nPASSWORD=hunter22secret\nME=root\n',
      'compose.yaml': web(
        `${hardened.replace('"1"', '"${ME}"')}    environment: {DB_PASSWORD: "\${PASSWORD}"}\n`,
        '"nginx:${TAG:-latest}"',
      ),
    };
    assert.deepEqual(await found(texts), ['user-root: "${ME}"']);
  });

  it('name a secret that another file replaces: it can be read all the same', async () => {
    const texts = {
      'compose.yaml': web(`${hardened}    environment: {DB_PASSWORD: tr0ub4dor}\n`),
      'compose.override.yaml': over('environment: {DB_PASSWORD: "${DB_PASSWORD:?}"}\n'),
    };
    assert.deepEqual(await found(texts), ['secret-in-environment: tr0ub4dor']);
    assert.deepEqual(await found(texts, { path: 'compose.override.yaml' }), []);
  });

  it('follow the files that the settings name', async () => {
    const texts = { 'a/base.yaml': web('tty: true\n'), 'b/prod.yaml': over(hardened) };
    const settings = { composeFiles: ['a/base.yaml', 'b/prod.yaml'] };
    assert.deepEqual(await found(texts, { path: 'a/base.yaml', settings }), []);
    assert.notDeepEqual(await found(texts, { path: 'a/base.yaml' }), []);
  });

  it('know the mirrors of hardened images', async () => {
    const text = {
      'compose.yaml': web(hardened.replace('user: "1"', 'user: root'), 'mirror.example/dhi/nginx:1'),
    };
    const offers = async (hardenedImageMirrors: readonly string[]): Promise<boolean> => {
      const findings = await createService(hostOf(text)).findings(
        { uri: 'file:///w/compose.yaml', language: 'compose', version: 1, text: text['compose.yaml'] },
        { ...defaultSettings, hardenedImageMirrors },
      );
      return findings.some(({ offers: all }) => all.some(({ title }) => title.startsWith('Remove user')));
    };
    assert.equal(await offers([]), false);
    assert.equal(await offers(['mirror.example/dhi']), true);
  });

  it('say a fault once that several projects have', async () => {
    const texts = {
      'compose.yaml': 'include: [sub/compose.yaml]\n',
      'sub/compose.yaml': web(`${hardened}    privileged: true\n`),
    };
    assert.deepEqual(await found(texts, { path: 'sub/compose.yaml' }), ['privileged: privileged: true']);
  });
});

describe('reports of a rule about a project', () => {
  const texts = { 'compose.yaml': web('user: a\n'), 'compose.override.yaml': over('user: b\n') };
  const rule = composeRule({
    ...{ id: 'test', summary: '', severity: 'warning', fix: 'offer', since: '0.1.0' },
    messages: { base: 'x' },
    check({ compose, report }) {
      const [service] = compose.services;
      for (const [at, other] of service
        ?.entries('user')
        .flatMap(({ span }, index, all) => [[span, all[1 - index]?.span]]) ?? [])
        if (at !== undefined && other !== undefined)
          report({
            message: 'base',
            at,
            related: [{ at: other, text: 'there' }],
            offers: [
              { title: 'here', edits: [{ span: at, newText: '' }] },
              { title: 'elsewhere', edits: [{ span: other, newText: '' }] },
            ],
          });
    },
  });

  for (const [path, other] of [
    ['compose.yaml', 'compose.override.yaml'],
    ['compose.override.yaml', 'compose.yaml'],
  ] as const)
    it(`stay in ${path}, lead to related places in ${other} and change nothing there`, async () => {
      const context = await fetchContext(hostOf(texts), `file:///w/${path}`, 'compose');
      const { findings } = analyse({
        ...{
          language: 'compose',
          text: texts[path],
          context,
          settings: defaultSettings,
          today: '2026-09-01',
        },
        failed: (_, error) => assert.fail(String(error)),
        rules: [rule],
      });
      const [finding, ...others] = findings;
      const [related] = finding?.related ?? [];
      assert.ok(finding && related?.file);
      assert.deepEqual(others, []);
      assert.equal(
        texts[path].slice(finding.span.start, finding.span.end),
        `user: ${path === 'compose.yaml' ? 'a' : 'b'}`,
      );
      assert.equal(related.file.uri, `file:///w/${other}`);
      assert.equal(related.file.source.slice(related.at), `user: ${path === 'compose.yaml' ? 'b' : 'a'}`);
      assert.deepEqual(
        finding.offers.map(({ title }) => title),
        ['here'],
      );
    });
});

describe('fixes in a project', () => {
  async function fixed(texts: ProjectTexts, path: string, title: string): Promise<string | undefined> {
    const text = texts[path] ?? '';
    const findings = await createService(hostOf(texts)).findings(
      { uri: `file:///w/${path}`, language: 'compose', version: 1, text },
      defaultSettings,
    );
    const fix = findings.flatMap(({ offers }) => offers).find((offer) => offer.title === title);
    return fix && applyEdits(text, fix.edits);
  }

  it('add to the list of the file, whatever the others have', async () => {
    const image = 'dhi.io/redis:8';
    const main = web('cap_drop: [CHOWN]\n', image);
    const texts = { 'compose.yaml': main, 'compose.override.yaml': over('cap_drop: [KILL]\n') };
    assert.equal(
      await fixed(texts, 'compose.yaml', 'Drop all capabilities'),
      main.replace('[CHOWN]', '[CHOWN, ALL]'),
    );
    const bare = web('tty: true\n', image);
    assert.equal(
      await fixed({ ...texts, 'compose.yaml': bare }, 'compose.yaml', 'Drop all capabilities'),
      `${bare}    cap_drop:\n      - ALL\n`,
    );
  });

  it('are not offered where a stronger file sets the list anew', async () => {
    const texts = {
      'compose.yaml': web('cap_drop: [CHOWN]\n', 'dhi.io/redis:8'),
      'compose.override.yaml': over('cap_drop: !override [KILL]\n'),
    };
    assert.equal(await fixed(texts, 'compose.yaml', 'Drop all capabilities'), undefined);
  });

  it('change a base for all that extend it, and say so', async () => {
    const base = 'services:\n  base:\n    image: nginx:1\n    privileged: true\n';
    const user = 'extends: {file: base.yaml, service: base}';
    const texts = {
      'compose.yaml': `services:\n  a: {${user}}\n  b: {${user}}\n`,
      'base.yaml': base,
    };
    assert.equal(
      await fixed(texts, 'base.yaml', 'Remove privileged'),
      base.replace('    privileged: true\n', ''),
    );
  });
});

describe('images of a project', () => {
  it('are shown in the file that names them', async () => {
    const texts: ProjectTexts = {
      'compose.yaml': web('tty: true\n', 'nginx:1.27'),
      'compose.override.yaml': 'services:\n  web: {image: "nginx:1.28"}\n  db: {image: "postgres:18"}\n',
    };
    const images = async (path: string): Promise<readonly string[]> => {
      const text = texts[path] ?? '';
      const document = { uri: `file:///w/${path}`, language: 'compose', version: 1, text } as const;
      const sites = await createService(hostOf(texts)).images(document, defaultSettings);
      return sites.flatMap(({ span, use }) => [
        text.slice(span.start, span.end),
        ...(use.kind === 'service' ? [text.slice(use.nameSpan.start, use.nameSpan.end)] : []),
      ]);
    };
    assert.deepEqual(await images('compose.yaml'), []);
    assert.deepEqual(await images('compose.override.yaml'), [
      'nginx:1.28',
      'nginx:1.28',
      'postgres:18',
      'db',
    ]);
  });
});

describe('what is known of a project', () => {
  it('is read again where a file of it changes, and only then', async () => {
    const files: Record<string, string> = {
      'file:///w/compose.yaml': web('user: "1"\n'),
      'file:///w/compose.override.yaml': over(hardened),
      'file:///w/other/compose.yaml': web('user: "1"\n'),
    };
    const host = memoryHost(files);
    const service = createService(host);
    const texts = { 'compose.yaml': web('user: "1"\n') };
    assert.deepEqual(await found(texts, { service }), []);
    const asked = host.asked.length;
    files['file:///w/compose.override.yaml'] = over('tty: true\n');
    service.forgetSurroundings('file:///w/elsewhere/compose.yaml');
    assert.deepEqual(await found(texts, { service }), []);
    assert.equal(host.asked.length, asked);
    service.forgetSurroundings('file:///w/compose.override.yaml');
    assert.deepEqual(await found(texts, { service }), missing);
  });

  it('is not lost while the document is typed in', async () => {
    const host = hostOf({ 'compose.yaml': web('tty: true\n'), 'compose.override.yaml': over(hardened) });
    const service = createService(host);
    const document = { uri: 'file:///w/compose.yaml', language: 'compose' } as const;
    const look = async (text: string, version: number): Promise<readonly string[]> =>
      (await service.findings({ ...document, text, version }, defaultSettings)).map(({ rule }) => rule);
    assert.deepEqual(await look(web('tty: true\n'), 1), []);
    assert.deepEqual(await look(web('privileged: true\n'), 2), ['privileged']);
  });
});
