import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';
import { workspaceDisk } from '../../server/src/workspace-disk';
import { type ClientSetUp, type TestClient, withClient } from '../support/protocol-client';

const hardened =
  'read_only: true, cap_drop: [ALL], security_opt: ["no-new-privileges:true"], user: "1", image: "nginx:1.28"';
const main = `services:\n  web: {${hardened}, privileged: true}\n`;
const over = (privileged: boolean): string => `services:\n  web:\n    privileged: ${String(privileged)}\n`;

describe('a project of several Compose files', () => {
  let root = '';
  const at = (name: string): string => URI.file(join(root, name)).toString();
  const write = (name: string, text: string): Promise<void> => writeFile(join(root, name), text);

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'bulwark-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  async function withMain(setUp: ClientSetUp, use: (client: TestClient) => Promise<void>): Promise<void> {
    await write('compose.yaml', main);
    await withClient({ disk: workspaceDisk, folders: [at('.')], ...setUp }, async (client) => {
      await client.open(at('compose.yaml'), main, 'dockercompose');
      await use(client);
    });
  }

  it('is what open editors show', async () => {
    await write('compose.override.yaml', over(true));
    await withMain({}, async (client) => {
      assert.deepEqual(await client.rules(at('compose.yaml')), []);
      await client.open(at('compose.override.yaml'), over(false), 'yaml');
      assert.deepEqual(await client.rules(at('compose.override.yaml')), []);
      await client.change(at('compose.override.yaml'), 2, over(true));
      assert.deepEqual(await client.rules(at('compose.override.yaml')), ['privileged']);
      await client.change(at('compose.override.yaml'), 3, 'services: {}\n');
      assert.deepEqual(await client.rules(at('compose.yaml')), ['privileged']);
      await client.shut(at('compose.override.yaml'));
      assert.deepEqual(await client.rules(at('compose.yaml')), []);
    });
  });

  it('has a push client told of the other files when one changes', async () => {
    await write('compose.override.yaml', over(false));
    await withMain({ capabilities: {}, pushDelay: 1 }, async (client) => {
      const codes = async (): Promise<unknown> =>
        (await client.published.take(({ uri }) => uri === at('compose.yaml'))).diagnostics.map(
          ({ code }) => code,
        );
      assert.deepEqual(await codes(), []);
      await client.open(at('compose.override.yaml'), 'services: {}\n', 'dockercompose');
      assert.deepEqual(await codes(), ['privileged']);
    });
  });

  it('is read again when a file of it changes on the disk, whatever its name', async () => {
    const text = 'services:\n  web: {extends: {file: base.yaml, service: web}}\n';
    await write('base.yaml', main);
    await withMain({}, async (client) => {
      await client.change(at('compose.yaml'), 2, text);
      assert.deepEqual(await client.rules(at('compose.yaml')), []);
      await write('base.yaml', 'services:\n  web: {image: "nginx:1.28", user: "1"}\n');
      await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: at('base.yaml'), type: FileChangeType.Changed }],
      });
      await client.refreshes.take();
      assert.deepEqual(await client.rules(at('compose.yaml')), ['cap-drop-missing']);
    });
  });

  it('is read again when a file comes to it', () =>
    withMain({}, async (client) => {
      assert.deepEqual(await client.rules(at('compose.yaml')), ['privileged']);
      await write('compose.override.yaml', over(false));
      await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: at('compose.override.yaml'), type: FileChangeType.Created }],
      });
      await client.refreshes.take();
      assert.deepEqual(await client.rules(at('compose.yaml')), []);
    }));

  it('knows an open .env before it is saved', async () => {
    await write('.env', 'ME=app\n');
    await withMain({}, async (client) => {
      await client.change(
        at('compose.yaml'),
        2,
        main.replace('"1"', '"${ME}"').replace(', privileged: true', ''),
      );
      assert.deepEqual(await client.rules(at('compose.yaml')), []);
      await client.open(at('.env'), 'ME=root\n', 'dotenv');
      assert.deepEqual(await client.rules(at('compose.yaml')), ['user-root']);
      await client.shut(at('.env'));
      assert.deepEqual(await client.rules(at('compose.yaml')), []);
    });
  });

  it('is what the settings name', async () => {
    await write('prod.yaml', over(false));
    const configuration = (): unknown => ({ compose: { files: ['compose.yaml', 'prod.yaml'] } });
    await withMain({ configuration }, async (client) => {
      assert.deepEqual(await client.rules(at('compose.yaml')), []);
    });
  });
});
