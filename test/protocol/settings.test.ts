import assert from 'node:assert/strict';
import { type ClientSetUp, TestClient, withClient } from '../support/protocol-client';

const uri = 'file:///one/Dockerfile';
const faulty = 'FROM ubuntu:latest\nUSER 65532:65532\n';
const off = { rules: { 'image-tag-latest': 'off' } };

describe('settings of a client that can be asked', () => {
  it('are asked for each document: folders may differ', () => {
    const configuration = (scope: string): unknown => (scope.startsWith('file:///two/') ? off : {});
    return withClient({ configuration }, async (client) => {
      await client.open(uri, faulty);
      await client.open('file:///two/Dockerfile', faulty);
      assert.deepEqual(await client.rules(uri), ['image-tag-latest']);
      assert.deepEqual(await client.rules('file:///two/Dockerfile'), []);
    });
  });

  it('are asked once, and again after they changed; then the client is told to pull', () => {
    let settings: unknown = {};
    let asked = 0;
    const configuration = (): unknown => {
      asked++;
      return settings;
    };
    return withClient({ configuration }, async (client) => {
      await client.open(uri, faulty);
      assert.deepEqual(await client.rules(uri), ['image-tag-latest']);
      await client.change(uri, 2, `\n${faulty}`);
      assert.deepEqual(await client.rules(uri), ['image-tag-latest']);
      assert.equal(asked, 1);
      settings = off;
      await client.configure(null);
      await client.refreshes.take();
      assert.deepEqual(await client.rules(uri), []);
      assert.equal(asked, 2);
    });
  });

  it('decide severity, profile and whether anything is said', async () => {
    const told = async (settings: unknown): Promise<readonly unknown[]> => {
      const client = await TestClient.start({ configuration: () => settings });
      await client.open(uri, faulty);
      const found = await client.diagnostics(uri);
      client.stop();
      return found.map(({ code, severity }) => `${String(code)} ${String(severity)}`);
    };
    assert.deepEqual(await told({ rules: { 'image-tag-latest': 'error' } }), ['image-tag-latest 1']);
    assert.deepEqual(await told({ profile: 'minimal' }), []);
    assert.deepEqual(await told({ enable: false }), []);
  });

  it('are as by default where the client has none, and where it fails', () => {
    const setUp: ClientSetUp = {
      configuration: (scope) => (scope === uri ? null : Promise.reject(new Error('no settings today'))),
    };
    return withClient(setUp, async (client) => {
      await client.open(uri, faulty);
      await client.open('file:///two/Dockerfile', faulty);
      assert.deepEqual(await client.rules(uri), ['image-tag-latest']);
      assert.deepEqual(await client.rules('file:///two/Dockerfile'), ['image-tag-latest']);
      const { message } = await client.logged.take();
      assert.match(message, /no settings today/);
    });
  });

  it('are understood as far as possible; what is wrong is logged once', () => {
    const configuration = (): unknown => ({
      profile: 'severe',
      rules: { 'image-tag-latest': 'error', 'no-such-rule': 'error', 'user-root': 7 },
      hardenedImageMirrors: null,
      dockerfile: { languageFeatures: 'on' },
      compose: { languageFeatures: 'on', files: null },
      trace: { server: 'off' },
      surprise: [],
    });
    return withClient({ configuration }, async (client) => {
      await client.open(uri, faulty);
      const [latest] = await client.diagnostics(uri);
      assert.equal(latest?.severity, 1);
      await client.open('file:///two/Dockerfile', faulty);
      await client.diagnostics('file:///two/Dockerfile');
      await client.settle();
      const said = client.logged.held.map(({ message }) => message).join('\n');
      for (const word of ['profile', 'no-such-rule', 'user-root', 'surprise'])
        assert.equal(said.split(`"${word}"`).length - 1, 1, `${word} in:\n${said}`);
      assert.doesNotMatch(said, /dockerfile|compose|trace|Mirrors/);
    });
  });

  it('may be anything at all', async () => {
    for (const settings of [7, 'strict', [], [{}], true, { rules: [] }, { rules: null }])
      await withClient({ configuration: () => settings }, async (client) => {
        await client.open(uri, faulty);
        assert.deepEqual(await client.rules(uri), ['image-tag-latest'], JSON.stringify(settings));
      });
  });
});

describe('settings of a client that cannot be asked', () => {
  const capabilities = { textDocument: { diagnostic: {} } };

  for (const key of ['settings', 'bulwark'])
    it(`come with initialize, as ${key}`, () =>
      withClient({ capabilities, initializationOptions: { [key]: off } }, async (client) => {
        await client.open(uri, faulty);
        assert.deepEqual(await client.rules(uri), []);
      }));

  it('come with workspace/didChangeConfiguration', () =>
    withClient({ capabilities }, async (client) => {
      await client.open(uri, faulty);
      assert.deepEqual(await client.rules(uri), ['image-tag-latest']);
      await client.configure({ bulwark: off, other: {} });
      assert.deepEqual(await client.rules(uri), []);
      await client.configure({ other: {} });
      assert.deepEqual(await client.rules(uri), []);
    }));

  it('are as by default when initialize brings nonsense', async () => {
    for (const initializationOptions of [null, 7, 'x', [], { settings: 7, neighbours: 'x', commands: [7] }])
      await withClient({ capabilities, initializationOptions }, async (client) => {
        await client.open(uri, faulty);
        assert.deepEqual(await client.rules(uri), ['image-tag-latest']);
      });
  });
});
