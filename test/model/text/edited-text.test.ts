import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, insert, remove, replace, type Edit } from '../../../server/src/text/edit';
import { EditedText } from '../../../server/src/text/edited-text';

describe('EditedText', () => {
  it('turns rounds of edits into edits of the first text', () => {
    const edited = new EditedText('one two three');
    edited.apply([replace({ start: 4, end: 7 }, '2'), insert(13, '!')]);
    edited.apply([replace({ start: 0, end: 3 }, '1'), remove({ start: 5, end: 6 })]);
    assert.equal(edited.text, '1 2three!');
    assert.deepEqual(edited.edits(), [
      replace({ start: 0, end: 3 }, '1'),
      replace({ start: 4, end: 8 }, '2'),
      insert(13, '!'),
    ]);
  });

  it('says nothing where nothing changed in the end', () => {
    const edited = new EditedText('abc');
    edited.apply([replace({ start: 0, end: 1 }, 'x')]);
    edited.apply([replace({ start: 0, end: 1 }, 'a')]);
    assert.deepEqual(edited.edits(), []);
  });

  it('leads from the first text to the last, whatever the rounds', () => {
    const round = fc.array(fc.tuple(fc.nat(30), fc.nat(5), fc.string({ maxLength: 4 })), { maxLength: 4 });
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(round, { maxLength: 4 }), (text, rounds) => {
        const edited = new EditedText(text);
        for (const given of rounds) edited.apply(fitting(given, edited.text.length));
        assert.equal(applyEdits(text, edited.edits()), edited.text);
      }),
    );
  });
});

/** Sorted edits that lie in a text of this length and do not overlap. */
function fitting(given: readonly (readonly [number, number, string])[], length: number): Edit[] {
  const edits: Edit[] = [];
  for (const [start, size, newText] of [...given].sort((a, b) => a[0] - b[0])) {
    const from = edits.at(-1)?.span.end ?? -1;
    if (start <= from || start > length) continue;
    edits.push(replace({ start, end: Math.min(length, start + size) }, newText));
  }
  return edits;
}
