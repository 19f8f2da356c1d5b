import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';
import { workspaceDisk } from '../../server/src/workspace-disk';
import { type ClientSetUp, type TestClient, withClient } from '../support/protocol-client';

const settled =
  'read_only: true, cap_drop: [ALL], security_opt: ["no-new-privileges:true"], user: "1000", mem_limit: 1g, pids_limit: 9';
const compose = `services:\n  web: { ${settled}, build: { context: ./web, target: run } }\n`;
const dockerfile = (stage: string): string => `FROM debian:13 AS ${stage}\nUSER 1000\n`;

/** A client that cannot ask for diagnostics, and tells what changes on the disk. */
const pushed = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };

describe('a Compose file beside the Dockerfile that it builds from', () => {
  let root = '';
  const at = (name: string): string => URI.file(join(root, name)).toString();
  const ofBuild = async (client: TestClient): Promise<readonly unknown[]> =>
    (await client.rules(at('compose.yaml'))).filter((rule) => String(rule).startsWith('build-'));

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'bulwark-'));
    await mkdir(join(root, 'web'));
    await writeFile(join(root, 'web/Dockerfile'), dockerfile('run'));
    await writeFile(join(root, 'web/main.py'), '');
    await writeFile(join(root, 'compose.yaml'), compose);
  });
  afterEach(() => rm(root, { recursive: true }));

  function withCompose(setUp: ClientSetUp, use: (client: TestClient) => Promise<void>): Promise<void> {
    return withClient({ disk: workspaceDisk, folders: [at('.')], ...setUp }, async (client) => {
      await client.open(at('compose.yaml'), compose, 'dockercompose');
      await use(client);
    });
  }

  it('follows what is typed there, with the next request', () =>
    withCompose({}, async (client) => {
      assert.deepEqual(await ofBuild(client), []);
      await client.open(at('web/Dockerfile'), dockerfile('run'));
      assert.deepEqual(await ofBuild(client), []);
      await client.change(at('web/Dockerfile'), 2, dockerfile('rum'));
      assert.deepEqual(await ofBuild(client), ['build-target-unknown']);
      await client.change(at('web/Dockerfile'), 3, dockerfile('run'));
      assert.deepEqual(await ofBuild(client), []);
      await client.change(at('web/Dockerfile'), 4, dockerfile('other'));
      await client.shut(at('web/Dockerfile'));
      assert.deepEqual(await ofBuild(client), []);
    }));

  it('follows one that the editor takes for plain text', async () => {
    await writeFile(join(root, 'web/image.txt'), dockerfile('run'));
    await withCompose({}, async (client) => {
      const named = compose.replace('target: run', 'target: run, dockerfile: image.txt');
      await client.change(at('compose.yaml'), 2, named);
      assert.deepEqual(await ofBuild(client), []);
      await client.open(at('web/image.txt'), dockerfile('rum'), 'plaintext');
      assert.deepEqual(await ofBuild(client), ['build-target-unknown']);
    });
  });

  it('has a push client told of it, and of nothing that does not depend on the Dockerfile', async () => {
    await mkdir(join(root, 'else'));
    const other = 'services: {}\n';
    await withCompose({ capabilities: pushed, pushDelay: 1 }, async (client) => {
      const taken = async (name: string) =>
        (await client.published.take(({ uri }) => uri === at(name))).diagnostics;
      await taken('compose.yaml');
      await client.open(at('else/compose.yaml'), other, 'dockercompose');
      await taken('else/compose.yaml');
      await client.open(at('web/Dockerfile'), dockerfile('run'));
      await taken('web/Dockerfile');
      await taken('compose.yaml');
      await client.change(at('web/Dockerfile'), 2, dockerfile('rum'));
      const codes = (await taken('compose.yaml')).map(({ code }) => code);
      assert.ok(codes.includes('build-target-unknown'));
      await taken('web/Dockerfile');
      await client.settle();
      assert.deepEqual(
        client.published.held.map(({ uri }) => uri),
        [],
      );
    });
  });

  it('is looked at again when the Dockerfile changes on the disk', () =>
    withCompose({}, async (client) => {
      assert.deepEqual(await ofBuild(client), []);
      await writeFile(join(root, 'web/Dockerfile'), dockerfile('rum'));
      await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: at('web/Dockerfile'), type: FileChangeType.Changed }],
      });
      await client.refreshes.take();
      assert.deepEqual(await ofBuild(client), ['build-target-unknown']);
      await rm(join(root, 'web/Dockerfile'));
      await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: at('web/Dockerfile'), type: FileChangeType.Deleted }],
      });
      await client.refreshes.take();
      assert.deepEqual(await ofBuild(client), ['build-dockerfile-missing']);
    }));

  it('says what of the Dockerfile ships, also by an override file while it is typed', () =>
    withCompose({}, async (client) => {
      const two = 'FROM debian:13 AS debug\nFROM debian:13 AS run\nUSER 1000\n';
      const roots = async (): Promise<number> =>
        (await client.rules(at('web/Dockerfile'))).filter((rule) => rule === 'user-root').length;
      await client.open(at('web/Dockerfile'), two);
      assert.equal(await roots(), 0);
      await writeFile(join(root, 'compose.override.yaml'), 'services: {}\n');
      await client.open(
        at('compose.override.yaml'),
        'services:\n  web: { build: { target: debug } }\n',
        'dockercompose',
      );
      await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: at('compose.override.yaml'), type: FileChangeType.Created }],
      });
      await client.refreshes.take();
      assert.equal(await roots(), 1);
      await client.change(at('compose.override.yaml'), 2, 'services: {}\n');
      assert.equal(await roots(), 0);
    }));
});
