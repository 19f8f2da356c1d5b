import assert from 'node:assert/strict';
import { cacheHost } from '../../../server/src/workspace/cached-host';
import { type Host } from '../../../server/src/workspace/host';
import { memoryHost } from '../../support/memory-host';

describe('cached host', () => {
  it('asks once, also for what is not there and while an answer is awaited', async () => {
    const host = memoryHost({ 'file:///w/a': 'text' });
    const cached = cacheHost(host);
    const texts = await Promise.all([cached.readFile('file:///w/a'), cached.readFile('file:///w/a')]);
    assert.deepEqual(texts, ['text', 'text']);
    await cached.readFile('file:///w/none');
    assert.equal(await cached.readFile('file:///w/none'), undefined);
    await cached.listFolder('file:///w');
    assert.deepEqual(await cached.listFolder('file:///w'), ['a']);
    assert.deepEqual(host.asked, ['file:///w/a', 'file:///w/none', 'file:///w']);
  });

  it('asks again for a file that was forgotten and for the folder that lists it, not for others', async () => {
    const host = memoryHost({ 'file:///w/a': '1', 'file:///w/b': '2' });
    const cached = cacheHost(host);
    const read = () =>
      Promise.all([
        cached.readFile('file:///w/a'),
        cached.readFile('file:///w/b'),
        cached.listFolder('file:///w'),
      ]);
    await read();
    cached.forget('file:///w/a');
    await read();
    assert.deepEqual(host.asked.slice(3), ['file:///w/a', 'file:///w']);
    cached.forgetAll();
    await read();
    assert.equal(host.asked.length, 8);
  });

  it('asks again for a text that was forgotten, not for the folder that lists it as before', async () => {
    const host = memoryHost({ 'file:///w/a': '1' });
    const cached = cacheHost(host);
    const read = () => Promise.all([cached.readFile('file:///w/a'), cached.listFolder('file:///w')]);
    await read();
    cached.forgetText('file:///w/a');
    await read();
    assert.deepEqual(host.asked, ['file:///w/a', 'file:///w', 'file:///w/a']);
  });

  it('answers undefined where the other host fails, and tries again later', async () => {
    let works = false;
    const host: Host = {
      readFile: () => (works ? Promise.resolve('text') : Promise.reject(new Error('gone'))),
      listFolder: () => Promise.resolve(undefined),
    };
    const cached = cacheHost(host);
    assert.equal(await cached.readFile('file:///w/a'), undefined);
    works = true;
    assert.equal(await cached.readFile('file:///w/a'), 'text');
  });
});
