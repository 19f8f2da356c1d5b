import assert from 'node:assert/strict';
import { type Range } from 'vscode-languageserver-protocol/node';
import { type TestClient, withClient } from '../support/protocol-client';

const dockerfile = 'file:///project/Dockerfile';
const compose = 'file:///project/compose.yaml';

interface Shown {
  readonly source: string;
  readonly code: string;
  readonly line: number;
  readonly lastLine?: number;
}

async function tell({ connection }: TestClient, uri: string, findings: readonly Shown[]): Promise<void> {
  await connection.sendNotification('bulwark/foreignFindings', {
    uri,
    findings: findings.map((each) => ({ lastLine: each.line, ...each })),
  });
}

const text = [
  'FROM ubuntu:latest',
  'RUN apt-get update \\',
  '  && apt-get install -y --no-install-recommends \\',
  '  curl && rm -rf /var/lib/apt/lists/*',
  'maintainer someone',
  'USER 65532:65532',
  '',
].join('\n');

const found = ['image-tag-latest', 'instruction-casing', 'maintainer'];

/** What is left of our findings beside those of somebody else. */
async function left(findings: readonly Shown[]): Promise<readonly unknown[]> {
  let rules: readonly unknown[] = [];
  await withClient({}, async (client) => {
    await client.open(dockerfile, text);
    const all = await client.rules(dockerfile);
    assert.deepEqual(
      found.filter((rule) => !all.includes(rule)),
      [],
    );
    await tell(client, dockerfile, findings);
    await client.refreshes.take();
    const present = await client.rules(dockerfile);
    rules = all.filter((rule) => !present.includes(rule));
  });
  return rules;
}

const cases: readonly (readonly [string, Shown, readonly string[]])[] = [
  ['hadolint', { source: 'hadolint', code: 'DL3007', line: 0 }, ['image-tag-latest']],
  ['tally', { source: 'tally', code: 'hadolint/DL3007', line: 0 }, ['image-tag-latest']],
  [
    "BuildKit's checks",
    { source: 'docker-language-server', code: 'MaintainerDeprecated', line: 4 },
    ['maintainer'],
  ],
  ['the Docker extensions', { source: 'dockerfile-utils', code: '45', line: 4 }, ['maintainer']],
  ['somebody unknown', { source: 'spelling', code: '45', line: 4 }, []],
  ['a tool that names all of its rules', { source: 'hadolint', code: 'all', line: 0 }, []],
  ['a tool on another line', { source: 'hadolint', code: 'DL3007', line: 4 }, []],
];

describe('findings that another extension shows', () => {
  for (const [name, finding, hidden] of cases)
    it(`${hidden.length === 0 ? 'stay' : 'are left to it'}: ${name}`, async () => {
      assert.deepEqual(await left([finding]), hidden);
    });

  it('are left to it anywhere in the same instruction', async () => {
    await withClient({ initializationOptions: { settings: { profile: 'strict' } } }, async (client) => {
      const one =
        'FROM ubuntu:24.04\nRUN true \\\n  # the list of packages\n  && apt-get update \\\n  && apt-get install curl\n';
      await client.open(dockerfile, one);
      assert.ok((await client.rules(dockerfile)).includes('apt-no-recommends'));
      await tell(client, dockerfile, [{ source: 'hadolint', code: 'DL3015', line: 1 }]);
      await client.refreshes.take();
      assert.ok(!(await client.rules(dockerfile)).includes('apt-no-recommends'));
    });
  });

  it('come back when it shows them no more, and are repaired meanwhile', async () => {
    await withClient({}, async (client) => {
      await client.open(dockerfile, text);
      await tell(client, dockerfile, [{ source: 'hadolint', code: 'DL4000', line: 4 }]);
      await client.refreshes.take();
      assert.ok(!(await client.rules(dockerfile)).includes('maintainer'));
      const place: Range = { start: { line: 4, character: 0 }, end: { line: 4, character: 10 } };
      const titles = (await client.actions(dockerfile, place)).map(({ title }) => title);
      assert.ok(
        titles.some((title) => /label/i.test(title)),
        titles.join(', '),
      );
      await tell(client, dockerfile, []);
      await client.refreshes.take();
      assert.ok((await client.rules(dockerfile)).includes('maintainer'));
    });
  });

  it("leave Compose's schema to an extension for YAML", async () => {
    await withClient({}, async (client) => {
      await client.open(compose, 'services:\n  web:\n    image: nginx:1.29\n    imgae: x\n', 'yaml');
      assert.ok((await client.rules(compose)).includes('schema'));
      await tell(client, compose, [{ source: 'yaml-schema: Compose Specification', code: '513', line: 3 }]);
      await client.refreshes.take();
      assert.ok(!(await client.rules(compose)).includes('schema'));
    });
  });

  it('are read from nothing but what they must be', async () => {
    await withClient({}, async (client) => {
      await client.open(dockerfile, text);
      const before = await client.rules(dockerfile);
      for (const params of [
        null,
        {},
        { uri: 3 },
        { uri: dockerfile, findings: [null, 3, { code: 'DL3007' }] },
      ])
        await client.connection.sendNotification('bulwark/foreignFindings', params);
      assert.deepEqual(await client.rules(dockerfile), before);
    });
  });
});
