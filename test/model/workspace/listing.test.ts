import assert from 'node:assert/strict';
import { listingOf, lists, onceForNames } from '../../../server/src/workspace/listing';

describe('the names in a folder', () => {
  const hostOf = (names: readonly string[] | undefined) => ({
    readFile: () => Promise.resolve(undefined),
    listFolder: () => Promise.resolve(names),
  });

  it('tell files and folders', async () => {
    const listing = await listingOf(hostOf(['Dockerfile', 'src/']), 'file:///app');
    assert.equal(lists(listing, 'Dockerfile'), true);
    assert.equal(lists(listing, 'src'), true);
    assert.equal(lists(listing, 'app'), false);
  });

  it('are unknown where the folder cannot be read', async () => {
    assert.equal(lists(await listingOf(hostOf(undefined), 'file:///app'), 'Dockerfile'), undefined);
  });

  it('are looked through once for each list of them', () => {
    const looked: (readonly string[])[] = [];
    const long = onceForNames((names) => {
      looked.push(names);
      return names.filter((name) => name.length > 1);
    });
    const [one, other] = [
      ['a', 'bc'],
      ['a', 'bc'],
    ];
    assert.deepEqual([long(one), long(other), long(one)], [['bc'], ['bc'], ['bc']]);
    assert.deepEqual(looked, [one, other]);
  });
});
