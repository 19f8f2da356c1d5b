import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import picomatch from 'picomatch';
import {
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidSaveTextDocumentNotification,
} from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';
import { type ServeOptions } from '../../server/src/protocol/serve';
import { workspaceDisk } from '../../server/src/workspace-disk';
import { type ClientSetUp, lines, type TestClient, withClient } from '../support/protocol-client';

/** The stage that is not the last runs as root: a fault only when something builds it. */
const dockerfile = 'FROM ubuntu:24.04 AS dev\nRUN true\nFROM ubuntu:24.04\nUSER 65532:65532\n';
const compose = 'services:\n  web:\n    build:\n      context: .\n      target: dev\n';
const disk: ServeOptions = { disk: workspaceDisk };

describe('the workspace', () => {
  let root = '';
  let uri = '';
  const at = (name: string): string => URI.file(join(root, name)).toString();
  const write = (name: string, text: string): Promise<void> => writeFile(join(root, name), text);

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'bulwark-'));
    uri = at('app/Dockerfile');
    await mkdir(join(root, 'app'));
    await mkdir(join(root, 'other'));
  });
  afterEach(() => rm(root, { recursive: true }));

  async function withOpen(setUp: ClientSetUp, use: (client: TestClient) => Promise<void>): Promise<void> {
    await withClient({ ...disk, folders: [at('app')], ...setUp }, async (client) => {
      await client.open(uri, dockerfile);
      await use(client);
    });
  }

  it('is read: what a Compose file builds counts', async () => {
    await write('app/compose.yaml', compose);
    await withOpen({}, async (client) => assert.deepEqual(await client.rules(uri), ['user-root']));
  });

  it('is not left: a Compose file above it does not count', async () => {
    await write('compose.yaml', compose.replace('context: .', 'context: app'));
    await withOpen({}, async (client) => assert.deepEqual(await client.rules(uri), []));
    await withOpen({ folders: [root].map((path) => URI.file(path).toString()) }, async (client) =>
      assert.deepEqual(await client.rules(uri), ['user-root']),
    );
  });

  it('is not left through a symbolic link', async () => {
    await write('other/compose.yaml', compose);
    await symlink(join(root, 'other', 'compose.yaml'), join(root, 'app', 'compose.yaml'));
    await withOpen({}, async (client) => assert.deepEqual(await client.rules(uri), []));
  });

  it('is not read where no folder is open', async () => {
    await write('app/compose.yaml', compose);
    await withOpen({ folders: [] }, async (client) => assert.deepEqual(await client.rules(uri), []));
  });

  it('is what open editors show, before what is on the disk', async () => {
    await write('app/compose.yaml', compose);
    await withOpen({}, async (client) => {
      await client.open(at('app/compose.yaml'), compose.replace('dev', 'prod'), 'dockercompose');
      assert.deepEqual(await client.rules(uri), []);
      await client.change(at('app/compose.yaml'), 2, compose);
      assert.deepEqual(await client.rules(uri), ['user-root']);
      await client.change(at('app/compose.yaml'), 3, 'services: {}\n');
      assert.deepEqual(await client.rules(uri), []);
      await client.shut(at('app/compose.yaml'));
      assert.deepEqual(await client.rules(uri), ['user-root']);
    });
  });

  it('is what an open .dockerignore says, before it is saved', async () => {
    const copying = 'FROM scratch\nUSER 1000\nCOPY data /data\n';
    await write('app/.dockerignore', 'data\n');
    await write('app/data', '');
    await withOpen({}, async (client) => {
      await client.change(uri, 2, copying);
      assert.deepEqual(await client.rules(uri), ['copy-ignored']);
      await client.open(at('app/.dockerignore'), 'data\n!data\n', 'ignore');
      assert.deepEqual(await client.rules(uri), []);
      await client.change(at('app/.dockerignore'), 2, '*\n');
      assert.deepEqual(await client.rules(uri), ['copy-ignored']);
      await client.change(at('app/.dockerignore'), 3, '');
      assert.deepEqual(await client.rules(uri), []);
      await client.shut(at('app/.dockerignore'));
      assert.deepEqual(await client.rules(uri), ['copy-ignored']);
    });
  });

  it('has a push client told of a Dockerfile whose .dockerignore changes', async () => {
    await write('app/.dockerignore', '');
    await withOpen({ capabilities: {}, pushDelay: 1 }, async (client) => {
      await client.published.take();
      await client.change(uri, 2, 'FROM scratch\nUSER 1000\nCOPY data /data\n');
      await client.published.take((params) => params.uri === uri);
      await client.open(at('app/.dockerignore'), 'data\n', 'plaintext');
      const again = await client.published.take(
        (params) => params.uri === uri && params.diagnostics.length > 0,
      );
      assert.deepEqual(
        again.diagnostics.map(({ code }) => code),
        ['copy-ignored'],
      );
    });
  });

  it('is edited by a quick fix: the .dockerignore as it stands in its editor', async () => {
    await write('app/.dockerignore', 'data\n');
    await withOpen({}, async (client) => {
      await client.change(uri, 2, 'FROM scratch\nUSER 1000\nCOPY data /data\n');
      const before = (await client.actions(uri, lines(2))).find(({ title }) => title.includes('!data'));
      assert.deepEqual(before?.edit?.documentChanges, [
        {
          textDocument: { uri: at('app/.dockerignore'), version: null },
          edits: [
            {
              range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
              newText: '!data\n',
            },
          ],
        },
      ]);
      await client.open(at('app/.dockerignore'), '# mine\ndata', 'ignore', 7);
      const after = (await client.actions(uri, lines(2))).find(({ title }) => title.includes('!data'));
      assert.deepEqual(after?.edit?.documentChanges, [
        {
          textDocument: { uri: at('app/.dockerignore'), version: 7 },
          edits: [
            {
              range: { start: { line: 1, character: 4 }, end: { line: 1, character: 4 } },
              newText: '\n!data\n',
            },
          ],
        },
      ]);
    });
  });

  it('gets a .dockerignore from a quick fix, made for what lies there', async () => {
    await write('app/package.json', '{}');
    await withOpen({}, async (client) => {
      await client.change(uri, 2, 'FROM scratch\nUSER 1000\nCOPY . /app\n');
      assert.deepEqual(await client.rules(uri), ['copy-whole-context']);
      const action = (await client.actions(uri, lines(2))).find(({ title }) => title.startsWith('Create'));
      const [create, write, ...others] = action?.edit?.documentChanges ?? [];
      assert.deepEqual(create, {
        kind: 'create',
        uri: at('app/.dockerignore'),
        options: { ignoreIfExists: true },
      });
      assert.ok(write !== undefined && 'edits' in write);
      assert.deepEqual(write.textDocument, { uri: at('app/.dockerignore'), version: null });
      assert.match(
        write.edits.map((edit) => ('newText' in edit ? edit.newText : '')).join(''),
        /^\*\*\/node_modules$/m,
      );
      assert.deepEqual(others, []);
    });
  });

  it('is watched: a file that changes has the documents looked at again', () =>
    withOpen({}, async (client) => {
      const watching = await client.registered.take(
        ({ method }) => method === 'workspace/didChangeWatchedFiles',
      );
      assert.match(
        JSON.stringify(watching.registerOptions),
        /bulwark\*\.json.*\.dockerignore.*Dockerfile.*\*\.\{yaml,yml\}/,
      );
      assert.deepEqual(await client.rules(uri), []);
      await write('app/compose.yaml', compose);
      await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: at('app/compose.yaml'), type: 1 }],
      });
      await client.refreshes.take();
      assert.deepEqual(await client.rules(uri), ['user-root']);
    }));

  for (const [language, name, text] of [
    ['dockerfile', 'app/Dockerfile', 'FROM ubuntu:latest\nUSER 65532:65532\n'],
    ['dockercompose', 'app/compose.yaml', 'services:\n  web:\n    image: ubuntu:latest\n'],
  ] as const)
    it(`is not listed again while a ${language} document is typed; a new file counts all the same`, async () => {
      let listed = 0;
      const counted: ServeOptions = {
        disk: (folders) => {
          const host = workspaceDisk(folders);
          return { ...host, listFolder: (folder) => (listed++, host.listFolder(folder)) };
        },
      };
      await write(name, text);
      await withClient({ ...counted, folders: [at('app')] }, async (client) => {
        await client.open(at(name), text, language);
        const before = await client.rules(at(name));
        assert.ok(before.includes('image-tag-latest') && listed > 0);
        listed = 0;
        for (const version of [2, 3, 4]) {
          await client.change(at(name), version, `${text}# ${version}\n`);
          assert.deepEqual(await client.rules(at(name)), before);
        }
        assert.equal(listed, 0);
        await write('app/bulwark.json', '{ "rules": { "image-tag-latest": "off" } }');
        await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
          changes: [{ uri: at('app/bulwark.json'), type: 1 }],
        });
        assert.deepEqual(
          await client.rules(at(name)),
          before.filter((rule) => rule !== 'image-tag-latest'),
        );
      });
    });

  it('is watched for scripts: one that is made executable starts', async () => {
    const starting = 'FROM example.com/base:1\nCOPY start.sh /\nUSER 1000\nENTRYPOINT ["/start.sh"]\n';
    await write('app/package.json', '{}');
    await withOpen({}, async (client) => {
      const watching = await client.registered.take(
        ({ method }) => method === 'workspace/didChangeWatchedFiles',
      );
      const { watchers } = watching.registerOptions as {
        readonly watchers: readonly { readonly globPattern: string }[];
      };
      const isWatched = picomatch(watchers.map(({ globPattern }) => globPattern));
      const tell = async (name: string, type: 1 | 2): Promise<void> => {
        if (!isWatched(name)) return;
        const changes = [{ uri: at(name), type }];
        await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
      };
      await client.change(uri, 2, starting);
      assert.deepEqual(await client.rules(uri), []);
      await write('app/start.sh', '#!/bin/sh\n');
      await tell('app/start.sh', 1);
      assert.deepEqual(await client.rules(uri), ['entrypoint-not-executable']);
      await chmod(join(root, 'app/start.sh'), 0o755);
      await tell('app/start.sh', 2);
      assert.deepEqual(await client.rules(uri), []);
    });
  });

  it('is looked at again on save by a client that watches nothing', () =>
    withOpen({ capabilities: { textDocument: { diagnostic: {} } } }, async (client) => {
      assert.deepEqual(await client.rules(uri), []);
      await write('app/compose.yaml', compose);
      assert.deepEqual(await client.rules(uri), []);
      await client.connection.sendNotification(DidSaveTextDocumentNotification.type, {
        textDocument: { uri },
      });
      assert.deepEqual(await client.rules(uri), ['user-root']);
    }));

  it('has a push client told of a Dockerfile whose Compose file changes', async () => {
    await write('app/compose.yaml', compose);
    await withOpen({ capabilities: {}, pushDelay: 1 }, async (client) => {
      assert.equal((await client.published.take()).diagnostics.length, 1);
      await client.open(at('app/compose.yaml'), 'services: {}\n', 'dockercompose');
      const again = await client.published.take((params) => params.uri === uri);
      assert.deepEqual(again.diagnostics, []);
    });
  });

  it('grows and shrinks with its folders', async () => {
    await write('app/compose.yaml', compose);
    const folder = { uri: at('app'), name: 'app' };
    await withOpen({ folders: [] }, async (client) => {
      for (const [event, expected] of [
        [{ added: [folder], removed: [] }, ['user-root']],
        [{ added: [], removed: [folder] }, []],
      ] as const) {
        await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
          event: { added: [...event.added], removed: [...event.removed] },
        });
        await client.refreshes.take();
        assert.deepEqual(await client.rules(uri), expected);
      }
    });
  });

  it('holds settings: bulwark.json wins over those of the editor, and its faults are logged', async () => {
    await write('app/bulwark.json', '{ "rules": { "image-tag-latest": "hint" }, "profil": "strict" }');
    await withOpen({ configuration: () => ({ rules: { 'image-tag-latest': 'error' } }) }, async (client) => {
      await client.open(at('app/b.dockerfile'), 'FROM ubuntu:latest\nUSER 65532:65532\n');
      const [latest] = await client.diagnostics(at('app/b.dockerfile'));
      assert.equal(latest?.severity, 4);
      const { message } = await client.logged.take();
      assert.match(message, /app\/bulwark\.json:1: .*"profil"/);
    });
  });

  it('is read through the client where the server has no disk', () =>
    withClient({ folders: [at('app')], initializationOptions: { readsFiles: true } }, async (client) => {
      const asked: string[] = [];
      client.connection.onRequest('bulwark/readFile', (place: { uri: string }) => {
        asked.push(place.uri);
        return place.uri === at('app/compose.yaml') ? compose : null;
      });
      client.connection.onRequest('bulwark/listFolder', (place: { uri: string }) => {
        asked.push(place.uri);
        return place.uri === at('app') ? ['Dockerfile', 'compose.yaml'] : null;
      });
      await client.open(uri, dockerfile);
      assert.deepEqual(await client.rules(uri), ['user-root']);
      assert.ok(
        asked.every((place) => place.startsWith(at('app'))),
        asked.join(' '),
      );
    }));

  it('is unknown where the client answers nonsense or not at all', async () => {
    for (const answer of [7, 'x', {}, [7], new Error('no')])
      await withClient(
        { folders: [at('app')], initializationOptions: { readsFiles: true } },
        async (client) => {
          const respond = (): unknown => {
            if (answer instanceof Error) throw answer;
            return answer;
          };
          client.connection.onRequest('bulwark/readFile', respond);
          client.connection.onRequest('bulwark/listFolder', respond);
          await client.open(uri, dockerfile);
          assert.deepEqual(await client.rules(uri), []);
        },
      );
  });
});
