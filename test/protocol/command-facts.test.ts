import assert from 'node:assert/strict';
import { type WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { type IgnoreFileAnswer, type ImagesAnswer } from '../../server/src/protocol/command-facts';
import { type MigrationAnswer } from '../../server/src/protocol/migration';
import { capable, withClient } from '../support/protocol-client';

const uri = 'file:///project/compose.yaml';
const text = 'services:\n  web:\n    image: dhi.io/python:3.13-debian13\n';

describe('what the commands of the editor ask', () => {
  it('is answered with subjects and their places', () =>
    withClient({ capabilities: capable }, async (client) => {
      await client.open(uri, text, 'dockercompose');
      const answer = await client.connection.sendRequest<ImagesAnswer>('bulwark/images', { uri });
      assert.equal(answer.project, 'project');
      assert.deepEqual(answer.subjects[0]?.range, {
        start: { line: 1, character: 2 },
        end: { line: 2, character: 38 },
      });
      assert.equal(answer.subjects[0].container, 'project-web-1');
    }));

  it('is answered with edits', () =>
    withClient({ capabilities: capable }, async (client) => {
      await client.open(uri, text, 'dockercompose');
      const edit = await client.connection.sendRequest<WorkspaceEdit>('bulwark/debugSidecar', {
        uri,
        service: 'web',
        image: 'busybox:1.37-uclibc',
      });
      assert.match(JSON.stringify(edit.documentChanges), /web-debug/);
    }));

  it('creates a .dockerignore by an edit', () =>
    withClient(
      {
        capabilities: capable,
        folders: ['file:///project'],
        initializationOptions: { readsFiles: true },
      },
      async (client) => {
        const dockerfile = 'file:///project/Dockerfile';
        client.connection.onRequest('bulwark/listFolder', () => ['Dockerfile', 'main.py']);
        client.connection.onRequest('bulwark/readFile', () => null);
        await client.open(dockerfile, 'FROM python:3.13\nCOPY . .\n');
        const answer = await client.connection.sendRequest<IgnoreFileAnswer>('bulwark/ignoreFile', {
          uri: dockerfile,
        });
        assert.match(JSON.stringify(answer), /"kind":"create","uri":"file:\/\/\/project\/\.dockerignore"/);
      },
    ));

  for (const [what, dockerfile, state, message] of [
    [
      'why a Dockerfile cannot be migrated',
      'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nCMD ["app.exe"]\n',
      'refused',
      /^It builds on Windows/,
    ],
    ['that nothing is left to do', 'FROM dhi.io/python:3.13-debian13\nCMD ["python3"]\n', 'done', undefined],
    [
      'what is left to decide',
      '# bulwark: no hardened image\nFROM example.com/tool:1 AS tool\nRUN make\nFROM dhi.io/python:3.13-debian13\nCOPY --from=tool /t /t\nCMD ["python3"]\n',
      'done',
      /^Line 2: example\.com\/tool:1 stays/,
    ],
    ['that there are steps', 'FROM python:3.12-slim\nCMD ["python", "app.py"]\n', 'steps', undefined],
  ] as const)
    it(`says ${what}`, () =>
      withClient({ capabilities: capable }, async (client) => {
        await client.open('file:///project/Dockerfile', dockerfile);
        const {
          state: answered,
          messages,
          edit,
        } = await client.connection.sendRequest<MigrationAnswer>('bulwark/migration', {
          uri: 'file:///project/Dockerfile',
        });
        assert.equal(answered, state);
        assert.equal(edit?.changeAnnotations !== undefined, state === 'steps');
        if (message === undefined) assert.deepEqual(messages, []);
        else assert.match(messages[0] ?? '', message);
      }));

  it('is a migration also where the settings leave the file out', () =>
    withClient({ capabilities: capable, configuration: () => ({ enable: false }) }, async (client) => {
      const dockerfile = 'file:///project/Dockerfile';
      await client.open(dockerfile, 'FROM python:3.12-slim\nCMD ["python", "app.py"]\n');
      const answer = await client.connection.sendRequest<MigrationAnswer>('bulwark/migration', {
        uri: dockerfile,
      });
      assert.equal(answer.state, 'steps');
    }));

  for (const params of [{ uri: 'file:///none' }, {}, { uri: 1 }, { uri }, null])
    it(`is answered with nothing for ${JSON.stringify(params)}`, () =>
      withClient({ capabilities: capable }, async (client) => {
        await client.open(uri, text, 'dockercompose');
        assert.equal(await client.connection.sendRequest('bulwark/debugSidecar', params), null);
        assert.equal(await client.connection.sendRequest('bulwark/ignoreFile', params), null);
        assert.equal(await client.connection.sendRequest('bulwark/migration', params), null);
      }));
});
