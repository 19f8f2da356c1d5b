import assert from 'node:assert/strict';
import { listed } from '../../../server/src/text/listed';

describe('a list in a sentence', () => {
  for (const [names, most, text] of [
    [[], undefined, ''],
    [['a'], undefined, 'a'],
    [['a', 'b'], undefined, 'a and b'],
    [['a', 'b', 'c'], 3, 'a, b and c'],
    [['a', 'b', 'c', 'd'], 3, 'a, b and 2 more'],
  ] as const)
    it(`of ${names.length} is "${text}"`, () => assert.equal(listed(names, most), text));
});
