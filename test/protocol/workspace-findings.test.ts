import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  LSPErrorCodes,
} from 'vscode-languageserver-protocol/node';
import {
  type WorkspaceFindingsAnswer,
  type WorkspaceFindingsChanged,
  workspaceFindingsChanged,
  type WorkspaceFindingsParams,
  workspaceFindingsRequest,
} from '../../server/src/protocol/workspace-report/messages';
import { memoryHost } from '../support/memory-host';
import { type ClientSetUp, type TestClient, withClient } from '../support/protocol-client';

const files = {
  'file:///one/Dockerfile': 'FROM debian:latest\n',
  'file:///one/sub/x.dockerfile': 'FROM debian:13\nRUN apt-get install curl\n',
  'file:///one/kept/.gitignore': 'Dockerfile\n',
  'file:///one/kept/Dockerfile': 'FROM debian:latest\n',
  'file:///two/compose.yaml': 'services:\n  web:\n    image: redis:latest\n    privileged: true\n',
};

function on(more: Partial<ClientSetUp> = {}, all: Readonly<Record<string, string>> = files): ClientSetUp {
  return {
    folders: ['file:///one', 'file:///two'],
    disk: () => memoryHost(all, 'file://'),
    ...more,
  };
}

async function ask(client: TestClient, params: WorkspaceFindingsParams = {}) {
  const { files: found } = await client.connection.sendRequest<WorkspaceFindingsAnswer>(
    workspaceFindingsRequest,
    params,
  );
  return new Map(found.map(({ uri, diagnostics }) => [uri, diagnostics.map(({ code }) => code)]));
}

describe('the findings of a workspace', () => {
  it('are those of all files that nothing leaves out', () =>
    withClient(on(), async (client) => {
      const found = await ask(client);
      assert.deepEqual(
        [...found.keys()],
        ['file:///one/Dockerfile', 'file:///one/sub/x.dockerfile', 'file:///two/compose.yaml'],
      );
      assert.ok(found.get('file:///one/sub/x.dockerfile')?.includes('apt-assume-yes'));
      assert.ok(found.get('file:///two/compose.yaml')?.includes('privileged'));
    }));

  it('are those of a file as it stands in an open editor', () =>
    withClient(on(), async (client) => {
      await client.open('file:///one/sub/x.dockerfile', 'FROM debian:13\nRUN sudo x\n');
      const found = await ask(client);
      const rules = found.get('file:///one/sub/x.dockerfile');
      assert.ok(rules?.includes('sudo') && !rules.includes('apt-assume-yes'), String(rules));
      assert.deepEqual(rules, await client.rules('file:///one/sub/x.dockerfile'));
    }));

  it('are the same as those of the file once it is open', () =>
    withClient(on(), async (client) => {
      const before = (await ask(client)).get('file:///one/Dockerfile');
      await client.open('file:///one/Dockerfile', files['file:///one/Dockerfile']);
      assert.deepEqual(await client.rules('file:///one/Dockerfile'), before);
    }));

  it('are those of the files that are named, without what is gone or left out', () =>
    withClient(on(), async (client) => {
      const uris = ['file:///one/Dockerfile', 'file:///one/gone/Dockerfile', 'file:///one/kept/Dockerfile'];
      assert.deepEqual([...(await ask(client, { uris })).keys()], ['file:///one/Dockerfile']);
    }));

  it('are those that the settings of the files ask for', () =>
    withClient(
      on(
        { configuration: (uri) => (uri === 'file:///two' ? { rules: { privileged: 'off' } } : {}) },
        { ...files, 'file:///one/bulwark.json': '{"ignore": ["sub"]}' },
      ),
      async (client) => {
        const found = await ask(client);
        assert.deepEqual(found.get('file:///one/sub/x.dockerfile'), []);
        assert.ok(!found.get('file:///two/compose.yaml')?.includes('privileged'));
      },
    ));

  it('are found without a word to a file that is not in the workspace', () =>
    withClient(on({ folders: ['file:///one'] }), async (client) => {
      await client.open('file:///two/compose.yaml', files['file:///two/compose.yaml'], 'dockercompose');
      assert.ok(!(await ask(client)).has('file:///two/compose.yaml'));
    }));

  it('are not told where the request is cancelled', () =>
    withClient(on(), async (client) => {
      const source = new CancellationTokenSource();
      const asked = client.connection.sendRequest(workspaceFindingsRequest, {}, source.token);
      source.cancel();
      await assert.rejects(asked, { code: LSPErrorCodes.RequestCancelled });
      assert.equal((await ask(client)).size, 3);
    }));

  it('are read again on demand, also where nobody has told of a change', () => {
    const all: Record<string, string> = { ...files };
    return withClient(on({}, all), async (client) => {
      await ask(client);
      all['file:///one/new/Dockerfile'] = 'FROM debian:latest\n';
      assert.equal((await ask(client)).size, 3);
      assert.equal((await ask(client, { again: true })).size, 4);
    });
  });

  it('are pushed to nobody', () =>
    withClient(on({ capabilities: {} }), async (client) => {
      await ask(client);
      await client.settle();
      assert.deepEqual(client.published.held, []);
    }));

  for (const params of [null, 1, { uris: [1, null] }])
    it(`are told also to who asks with ${JSON.stringify(params)}`, () =>
      withClient(on(), async (client) => {
        const found = await client.connection.sendRequest<WorkspaceFindingsAnswer>(
          workspaceFindingsRequest,
          params,
        );
        assert.ok(Array.isArray(found.files));
      }));
});

describe('a change of the findings of a workspace', () => {
  const uri = 'file:///one/Dockerfile';

  /** Resolves with the files that the server next says have changed. */
  const told = (client: TestClient): Promise<WorkspaceFindingsChanged> =>
    new Promise((resolve) => client.connection.onNotification(workspaceFindingsChanged, resolve));

  const watched = (client: TestClient, ...changes: [uri: string, type: FileChangeType][]): Promise<void> =>
    client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: changes.map(([changed, type]) => ({ uri: changed, type })),
    });

  it('is told with the files that have changed on the disk, come or gone', () => {
    const all: Record<string, string> = { ...files };
    return withClient(on({ inventoryDelay: 0 }, all), async (client) => {
      assert.ok((await ask(client)).get(uri)?.includes('image-tag-latest'));
      all[uri] = 'FROM debian:13\n';
      const changed = told(client);
      await watched(
        client,
        [uri, FileChangeType.Changed],
        ['file:///one/notes.yaml', FileChangeType.Changed],
      );
      assert.deepEqual(await changed, { uris: [uri] });
      assert.ok(!(await ask(client, { uris: [uri] })).get(uri)?.includes('image-tag-latest'));

      const gone = told(client);
      Reflect.deleteProperty(all, uri);
      await watched(client, [uri, FileChangeType.Deleted]);
      assert.deepEqual(await gone, { uris: [uri] });
      assert.equal((await ask(client, { uris: [uri] })).size, 0);
    });
  });

  it('is told of all files where a configuration has changed', () =>
    withClient(on({ inventoryDelay: 0 }), async (client) => {
      await ask(client);
      const changed = told(client);
      await watched(
        client,
        [uri, FileChangeType.Changed],
        ['file:///one/bulwark.json', FileChangeType.Created],
      );
      assert.deepEqual(await changed, {});
    }));

  it('is told of all files where the settings have changed', () =>
    withClient(on({ inventoryDelay: 0 }), async (client) => {
      await ask(client);
      const changed = told(client);
      await client.configure({});
      assert.deepEqual(await changed, {});
    }));

  it('is told neither of open files nor to who has not asked', () =>
    withClient(on({ inventoryDelay: 0 }), async (client) => {
      let count = 0;
      client.connection.onNotification(workspaceFindingsChanged, () => {
        count++;
      });
      await watched(client, [uri, FileChangeType.Changed]);
      await client.settle();
      await ask(client);
      await client.open(uri, 'FROM debian:13\n');
      await client.change(uri, 2, 'FROM debian:12\n');
      await client.rules(uri);
      assert.equal(count, 0);
      const changed = told(client);
      await watched(client, ['file:///one/sub/x.dockerfile', FileChangeType.Changed]);
      assert.deepEqual(await changed, { uris: ['file:///one/sub/x.dockerfile'] });
    }));
});
