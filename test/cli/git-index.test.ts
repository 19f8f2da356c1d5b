import assert from 'node:assert/strict';
import { URI } from 'vscode-uri';
import { createNodeHost } from '../../server/src/cli/node-host';
import { Project } from '../support/cli';

/** An entry of git's index, whose fields besides flags and path do not matter here. */
function entry(path: string, flags = path.length, more: readonly number[] = []): Buffer {
  const head = Buffer.alloc(62);
  head.writeUInt16BE(flags, 60);
  const body = Buffer.concat([head, Buffer.from(more), Buffer.from(path)]);
  return Buffer.concat([body, Buffer.alloc(8 - (body.length % 8))]);
}

function index(version: number, ...parts: readonly Buffer[]): Uint8Array {
  const head = Buffer.from('DIRC\0\0\0\0\0\0\0\0');
  head.writeUInt32BE(version, 4);
  head.writeUInt32BE(parts.length, 8);
  return Buffer.concat([head, ...parts, Buffer.alloc(20)]);
}

/** Whether git is said to track `app/.env` of a repository with this index. */
async function tracked(
  files: Readonly<Record<string, string | Uint8Array>>,
  boundary = '.',
): Promise<boolean | undefined> {
  const project = new Project({ 'app/.env': 'A=b', ...files });
  try {
    const host = createNodeHost(project.at(boundary));
    return await host.isTracked?.(URI.file(project.at('app/.env')).toString());
  } finally {
    project.remove();
  }
}

describe('the index of git', () => {
  it('tells whether a file is tracked', async () => {
    const others = [entry('app/.env.example'), entry('other/app/.env')];
    assert.equal(await tracked({ '.git/index': index(2, ...others, entry('app/.env')) }), true);
    assert.equal(await tracked({ '.git/index': index(2, ...others) }), false);
    assert.equal(await tracked({ 'app/.git/index': index(2, entry('.env')) }), true);
  });

  it('is read with the flags of version 3', async () => {
    const path = 'app/.env';
    assert.equal(await tracked({ '.git/index': index(3, entry(path)) }), true);
    assert.equal(await tracked({ '.git/index': index(3, entry(path, path.length | 0x4000, [0, 0])) }), true);
  });

  it('says nothing where it cannot be read for certain', async () => {
    assert.equal(await tracked({ '.git/index': index(4, entry('app/.env')) }), undefined);
    assert.equal(await tracked({ '.git/index': index(2, Buffer.from('link\0\0\0\0')) }), undefined);
    assert.equal(await tracked({ '.git/index': 'no index' }), undefined);
    assert.equal(await tracked({ '.git/HEAD': 'ref' }), undefined);
    assert.equal(await tracked({ '.git': 'gitdir: /elsewhere' }), undefined);
    assert.equal(await tracked({}), undefined);
  });

  it('is not looked for outside the boundary', async () => {
    assert.equal(await tracked({ '.git/index': index(2, entry('app/.env')) }, 'app'), undefined);
  });
});
