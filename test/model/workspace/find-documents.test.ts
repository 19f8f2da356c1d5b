import assert from 'node:assert/strict';
import { findDocuments } from '../../../server/src/workspace/find-documents';
import { type Host } from '../../../server/src/workspace/host';
import { memoryHost } from '../../support/memory-host';

const files = {
  'file:///w/Dockerfile': '',
  'file:///w/a/compose.yaml': '',
  'file:///w/a/Dockerfile.dockerignore': '',
  'file:///w/b/.gitignore': 'out/\n!out/kept.dockerfile\n*.tmp.dockerfile\n',
  'file:///w/b/x y.dockerfile': '',
  'file:///w/b/x.tmp.dockerfile': '',
  'file:///w/b/out/kept.dockerfile': '',
  'file:///w/node_modules/x/Dockerfile': '',
};

describe('the documents of a workspace', () => {
  const found = async (host: Host, folders: readonly string[], isOver?: () => boolean) =>
    (await findDocuments(host, folders, isOver)).map(({ uri }) => uri.replace('file:///w/', ''));

  it('are the Dockerfiles and Compose files that nothing leaves out', async () => {
    assert.deepEqual(await found(memoryHost(files), ['file:///w']), [
      'Dockerfile',
      'a/compose.yaml',
      'b/x%20y.dockerfile',
    ]);
  });

  it('are found once where folders lie in one another', async () => {
    assert.deepEqual(await found(memoryHost(files), ['file:///w/a', 'file:///w']), [
      'a/compose.yaml',
      'Dockerfile',
      'b/x%20y.dockerfile',
    ]);
  });

  it('are known by the folder and the language that they have', async () => {
    const [first] = await findDocuments(memoryHost(files), ['file:///w/a']);
    assert.deepEqual(first, {
      uri: 'file:///w/a/compose.yaml',
      language: 'compose',
      folder: 'file:///w/a',
    });
  });

  it('are searched no further when nobody waits any more', async () => {
    let steps = 0;
    assert.deepEqual(await found(memoryHost(files), ['file:///w'], () => ++steps > 2), [
      'Dockerfile',
      'a/compose.yaml',
    ]);
  });

  it('come to an end where a folder holds itself', async () => {
    const host: Host = {
      readFile: () => Promise.resolve(undefined),
      listFolder: () => Promise.resolve(['again/', 'Dockerfile']),
    };
    assert.equal((await found(host, ['file:///w'])).length, 41);
  });
});
