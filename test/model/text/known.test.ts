import assert from 'node:assert/strict';
import { ABSENT, known, UNKNOWN, valueOf } from '../../../server/src/text/known';

describe('facts in three values', () => {
  it('give a value only where it is known', () => {
    assert.equal(valueOf(known(0)), 0);
    assert.equal(valueOf(UNKNOWN), undefined);
    assert.equal(valueOf(ABSENT), undefined);
  });
});
