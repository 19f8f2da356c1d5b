import assert from 'node:assert/strict';
import { type WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { type IgnoreFileAnswer, type ImagesAnswer } from '../../server/src/protocol/command-facts';
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

  for (const params of [{ uri: 'file:///none' }, {}, { uri: 1 }, { uri }, null])
    it(`is answered with nothing for ${JSON.stringify(params)}`, () =>
      withClient({ capabilities: capable }, async (client) => {
        await client.open(uri, text, 'dockercompose');
        assert.equal(await client.connection.sendRequest('bulwark/debugSidecar', params), null);
        assert.equal(await client.connection.sendRequest('bulwark/ignoreFile', params), null);
      }));
});
