import assert from 'node:assert/strict';
import { type CodeAction, type TextEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { capable, lines, type TestClient, withClient } from '../support/protocol-client';

const uri = 'file:///project/Dockerfile';
const kind = 'refactor.rewrite.bulwark.migrate';
const text =
  'FROM python:3.12-slim\nRUN pip install --no-cache-dir flask==3.1.2\nEXPOSE 80\nCMD flask run --port 80\n';

async function migration(client: TestClient, content = text, line = 0): Promise<CodeAction | undefined> {
  await client.open(uri, content);
  const actions = await client.actions(uri, lines(line), { only: [kind] });
  assert.ok(actions.length <= 1);
  return actions[0];
}

const withDisabled = {
  ...capable,
  textDocument: {
    ...capable.textDocument,
    codeAction: { ...capable.textDocument?.codeAction, disabledSupport: true },
  },
};

describe('the migration of a Dockerfile', () => {
  it('is an action on FROM, and nowhere else', () =>
    withClient({}, async (client) => {
      assert.equal((await migration(client))?.title, 'Migrate to Docker Hardened Images…');
      assert.deepEqual(await client.actions(uri, lines(1), { only: [kind] }), []);
      assert.deepEqual(
        (await client.actions(uri, lines(0), { only: ['refactor'] })).map((each) => each.kind),
        [kind],
      );
    }));

  it('is one edit, with an annotation for each step that the preview shows in order', () =>
    withClient({}, async (client) => {
      const action = await migration(client);
      const labels = Object.values(action?.edit?.changeAnnotations ?? {}).map(({ label }) => label);
      assert.deepEqual(labels, [
        '1. Build in builder, and ship only the result',
        '2. Listen on 8080 instead of 80',
      ]);
      const [change] = action?.edit?.documentChanges ?? [];
      assert.ok(change !== undefined && 'edits' in change);
      assert.equal(change.textDocument.version, 1);
      for (const edit of change.edits) assert.ok('annotationId' in edit);
      const after = TextDocument.applyEdits(
        TextDocument.create(uri, '', 1, text),
        change.edits as TextEdit[],
      );
      assert.match(after, /^EXPOSE 8080\nCMD \["flask", "run", "--port", "8080"\]$/m);
    }));

  it('asks for every step, so that all of them are shown before they happen', () =>
    withClient({}, async (client) => {
      const harmless = 'FROM gcr.io/distroless/static-debian12:nonroot AS app\nCMD ["/app"]\n';
      const asked = Object.values((await migration(client, harmless))?.edit?.changeAnnotations ?? {});
      assert.deepEqual(
        asked.map(({ needsConfirmation }) => needsConfirmation),
        [true],
      );
    }));

  it('changes the Compose file that publishes a port, in a step of its own and in the version that is open', () =>
    withClient(
      { folders: ['file:///project'], initializationOptions: { readsFiles: true } },
      async (client) => {
        client.connection.onRequest('bulwark/listFolder', () => ['Dockerfile', 'compose.yaml']);
        client.connection.onRequest('bulwark/readFile', () => null);
        const compose = 'file:///project/compose.yaml';
        await client.open(
          compose,
          'services:\n  web:\n    build: .\n    ports: ["80:80"]\n',
          'dockercompose',
        );
        const { documentChanges = [], changeAnnotations = {} } = (await migration(client))?.edit ?? {};
        const change = documentChanges.find((each) => 'edits' in each && each.textDocument.uri === compose);
        assert.deepEqual(change, {
          textDocument: { uri: compose, version: 1 },
          edits: [
            {
              range: { start: { line: 3, character: 16 }, end: { line: 3, character: 18 } },
              newText: '8080',
              annotationId: 'compose-1',
            },
          ],
        });
        assert.match(changeAnnotations['compose-1']?.label ?? '', /^3\. Lead to port 8080/);
      },
    ));

  it('says what has to be agreed to', () =>
    withClient({}, async (client) => {
      const annotations = Object.values((await migration(client))?.edit?.changeAnnotations ?? {});
      assert.ok(annotations.length > 1);
      assert.ok(annotations.every(({ needsConfirmation }) => needsConfirmation === true));
      assert.match(annotations[0]?.description ?? '', /no longer as root/);
    }));

  it('says why it cannot be done, where the client shows that', () =>
    withClient({ capabilities: withDisabled }, async (client) => {
      const action = await migration(client, 'FROM python:3.12-slim\nCMD a && b\n');
      assert.match(action?.disabled?.reason ?? '', /needs a shell/);
      assert.equal(action?.edit, undefined);
    }));

  it('is not offered where it cannot be done, nor where nothing is left to do', () =>
    withClient({}, async (client) => {
      assert.equal(await migration(client, 'FROM python:3.12-slim\nCMD a && b\n'), undefined);
      await client.change(uri, 2, 'FROM dhi.io/python:3.12-debian13\nCMD ["a"]\n');
      assert.deepEqual(await client.actions(uri, lines(0), { only: [kind] }), []);
    }));
});
