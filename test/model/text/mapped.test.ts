import assert from 'node:assert/strict';
import { MappedText } from '../../../server/src/text/mapped';

describe('MappedText', () => {
  // `ab \` + line end + `cd` read as `ab cd`, standing at offset 10.
  const text = new MappedText('ab cd', [
    { at: 0, start: 10 },
    { at: 3, start: 15 },
  ]);

  it('leads back to the document', () => {
    assert.equal(text.offsetOf(0), 10);
    assert.equal(text.offsetOf(4), 16);
    assert.deepEqual(text.spanOf(3, 5), { start: 15, end: 17 });
  });

  it('ends a span behind its last character, before the continuation', () => {
    assert.deepEqual(text.spanOf(0, 3), { start: 10, end: 13 });
    assert.deepEqual(text.spanOf(1, 1), { start: 11, end: 11 });
  });

  it('keeps the way back in a part', () => {
    const part = text.slice(1, 5);
    assert.equal(part.text, 'b cd');
    assert.deepEqual(part.spanOf(0, 1), { start: 11, end: 12 });
    assert.deepEqual(part.spanOf(2, 4), { start: 15, end: 17 });
  });
});
