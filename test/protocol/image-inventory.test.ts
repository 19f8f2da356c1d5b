import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
  WorkDoneProgress,
} from 'vscode-languageserver-protocol/node';
import {
  type ImageInventoryAnswer,
  type ImageInventoryParams,
  imageInventoryChanged,
  imageInventoryRequest,
} from '../../server/src/protocol/inventory/messages';
import { memoryHost } from '../support/memory-host';
import { type ClientSetUp, type TestClient, withClient } from '../support/protocol-client';

type Files = Record<string, string>;

const two = (): Files => ({
  'file:///one/Dockerfile': 'FROM debian:13\n',
  'file:///two/a/compose.yaml': 'services:\n  a:\n    image: redis:8\n',
});

/** A server on files that may change. */
function on(files: Files, more: ClientSetUp = {}): ClientSetUp {
  return {
    folders: ['file:///one', 'file:///two'],
    inventoryDelay: 0,
    disk: () => ({
      readFile: (uri) => Promise.resolve(files[uri]),
      listFolder: (uri) => memoryHost(files, 'file://').listFolder(uri),
    }),
    ...more,
  };
}

async function ask(client: TestClient, params: ImageInventoryParams = {}): Promise<ImageInventoryAnswer> {
  return client.connection.sendRequest<ImageInventoryAnswer>(imageInventoryRequest, params);
}

/** Each use with its file: `one/Dockerfile debian:13`. */
async function images(client: TestClient): Promise<readonly string[]> {
  const { files } = await ask(client);
  return files.flatMap(({ uri, uses }) =>
    uses.map(({ written }) => `${uri.replace('file:///', '')} ${written}`),
  );
}

/** Resolves when the server next says that its answer is old. */
function changed(client: TestClient): Promise<void> {
  return new Promise((resolve) => client.connection.onNotification(imageInventoryChanged, resolve));
}

describe('the image inventory', () => {
  it('spans all folders of the workspace, with places and what is known', () =>
    withClient(on(two()), async (client) => {
      const { files, counts } = await ask(client);
      assert.deepEqual(
        files.map(({ uri }) => uri),
        ['file:///one/Dockerfile', 'file:///two/a/compose.yaml'],
      );
      const [use] = files[1]?.uses ?? [];
      assert.deepEqual(use?.range, { start: { line: 2, character: 11 }, end: { line: 2, character: 18 } });
      assert.deepEqual(
        [use.repository, use.tag, use.owner, use.role],
        ['docker.io/library/redis', '8', 'a', 'ships'],
      );
      assert.equal(use.standing?.pinning, 'tag');
      assert.equal(counts.notHardened, 2);
    }));

  it('takes the text of an editor before that of the disk, and what is open elsewhere', () =>
    withClient(on(two()), async (client) => {
      await client.open('file:///one/Dockerfile', 'FROM ubuntu:24.04\n');
      await client.open('file:///elsewhere/Dockerfile', 'FROM alpine:3\n');
      assert.deepEqual(await images(client), [
        'one/Dockerfile ubuntu:24.04',
        'two/a/compose.yaml redis:8',
        'elsewhere/Dockerfile alpine:3',
      ]);
    }));

  it('says once that it has changed when somebody types, and then tells what is typed', () =>
    withClient(on(two()), async (client) => {
      await client.open('file:///one/Dockerfile', 'FROM debian:13\n');
      await images(client);
      const told = changed(client);
      await client.change('file:///one/Dockerfile', 2, 'FROM dhi.io/debian-base:trixie\n');
      await told;
      assert.deepEqual((await images(client))[0], 'one/Dockerfile dhi.io/debian-base:trixie');
      const closed = changed(client);
      await client.shut('file:///one/Dockerfile');
      await closed;
      assert.deepEqual((await images(client))[0], 'one/Dockerfile debian:13');
    }));

  it('follows files that come, change and go on the disk', async () => {
    const files = two();
    await withClient(on(files), async (client) => {
      await images(client);
      const step = async (uri: string, type: FileChangeType): Promise<readonly string[]> => {
        const told = changed(client);
        await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
          changes: [{ uri, type }],
        });
        await told;
        return images(client);
      };
      files['file:///one/b/Dockerfile'] = 'FROM node:24\n';
      assert.ok(
        (await step('file:///one/b/Dockerfile', FileChangeType.Created)).includes('one/b/Dockerfile node:24'),
      );
      files['file:///one/b/Dockerfile'] = 'FROM node:22\n';
      assert.ok(
        (await step('file:///one/b/Dockerfile', FileChangeType.Changed)).includes('one/b/Dockerfile node:22'),
      );
      delete files['file:///one/b/Dockerfile'];
      assert.deepEqual(await step('file:///one/b/Dockerfile', FileChangeType.Deleted), [
        'one/Dockerfile debian:13',
        'two/a/compose.yaml redis:8',
      ]);
    });
  });

  it('is told of by nobody who has not asked, nor for files that nothing hangs on', () =>
    withClient(on(two()), async (client) => {
      let told = 0;
      client.connection.onNotification(imageInventoryChanged, () => {
        told++;
      });
      await client.open('file:///one/Dockerfile', 'FROM debian:13\n');
      await client.settle();
      assert.equal(told, 0);
      await images(client);
      await client.open('file:///one/.env', 'A=1\n', 'properties');
      await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: 'file:///one/x.yaml', type: FileChangeType.Changed }],
      });
      await client.settle();
      await images(client);
      await client.settle();
      assert.equal(told, 0);
    }));

  it('reads everything again on demand', async () => {
    const files = two();
    await withClient(on(files), async (client) => {
      await images(client);
      files['file:///one/Dockerfile'] = 'FROM alpine:3\n';
      assert.equal((await images(client))[0], 'one/Dockerfile debian:13');
      await ask(client, { again: true });
      assert.equal((await images(client))[0], 'one/Dockerfile alpine:3');
    });
  });

  it('tells how far it is', () =>
    withClient(on(two()), async (client) => {
      const steps: (WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd)[] = [];
      client.connection.onProgress(WorkDoneProgress.type, 'p', (step) => {
        steps.push(step);
      });
      await ask(client, { workDoneToken: 'p' });
      await client.settle();
      assert.deepEqual(
        steps.map((step) => [step.kind, 'percentage' in step ? step.percentage : undefined]),
        [
          ['begin', 0],
          ['report', 50],
          ['report', 100],
          ['end', undefined],
        ],
      );
      assert.equal(steps.find(({ kind }) => kind === 'report')?.message, '1 of 2 files');
    }));

  it('ends when nobody waits any more, and goes on where it ended', async () => {
    const source = new CancellationTokenSource();
    const files = two();
    let read = 0;
    const setUp = on(files, {
      disk: () => ({
        readFile: (uri) => {
          read++;
          if (uri === 'file:///one/Dockerfile' && !source.token.isCancellationRequested) source.cancel();
          return Promise.resolve(files[uri]);
        },
        listFolder: (uri) => memoryHost(files, 'file://').listFolder(uri),
      }),
    });
    await withClient(setUp, async (client) => {
      await assert.rejects(
        client.connection.sendRequest(imageInventoryRequest, {}, source.token),
        /Cancelled/i,
      );
      assert.ok(read > 0);
      assert.equal((await images(client)).length, 2);
    });
  });

  it('leaves out what the settings of a folder leave out', () =>
    withClient(
      on(two(), { configuration: (uri) => ({ enable: !uri.startsWith('file:///two') }) }),
      async (client) => {
        assert.deepEqual(await images(client), ['one/Dockerfile debian:13']);
      },
    ));
});
