import assert from 'node:assert/strict';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver-protocol/node';
import {
  type WorkspaceFindingsAnswer,
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
