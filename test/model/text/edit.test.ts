import assert from 'node:assert/strict';
import { applyEdits, conflict, insert, remove, replace } from '../../../server/src/text/edit';

describe('edits', () => {
  it('count in the text before them, whatever their order', () => {
    const edits = [insert(6, '!'), replace({ start: 0, end: 1 }, 'HH'), remove({ start: 3, end: 4 })];
    assert.equal(applyEdits('hello ', edits), 'HHelo !');
  });

  it('refuse to overlap or to leave the text', () => {
    const edits = [remove({ start: 0, end: 3 }), remove({ start: 2, end: 4 })];
    assert.throws(() => applyEdits('hello', edits), RangeError);
    assert.throws(() => applyEdits('hello', [remove({ start: 3, end: 9 })]), RangeError);
  });

  it('conflict where they share text or a place', () => {
    assert.equal(conflict(remove({ start: 0, end: 3 }), remove({ start: 2, end: 4 })), true);
    assert.equal(conflict(insert(2, 'a'), insert(2, 'b')), true);
    assert.equal(conflict(remove({ start: 0, end: 2 }), remove({ start: 2, end: 4 })), false);
  });
});
