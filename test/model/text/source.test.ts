import assert from 'node:assert/strict';
import { Source } from '../../../server/src/text/source';

describe('Source', () => {
  it('finds the line and character of an offset under every line ending', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const source = new Source(`ab${end}cd${end}`);
      assert.equal(source.lineCount, 3);
      assert.deepEqual(source.positionAt(3 + end.length), { line: 1, character: 1 });
      assert.equal(source.offsetAt({ line: 1, character: 1 }), 3 + end.length);
    }
  });

  it('clamps what lies outside', () => {
    const source = new Source('ab\ncd');
    assert.deepEqual(source.positionAt(99), { line: 1, character: 2 });
    assert.deepEqual(source.positionAt(-1), { line: 0, character: 0 });
    assert.equal(source.offsetAt({ line: 0, character: 99 }), 2);
    assert.equal(source.offsetAt({ line: 9, character: 0 }), 5);
  });

  it('keeps the line ending out of a line and in a full line', () => {
    const source = new Source('ab\r\ncd');
    assert.deepEqual(source.lineSpan(0), { start: 0, end: 2 });
    assert.deepEqual(source.fullLineSpan(0), { start: 0, end: 4 });
    assert.deepEqual(source.fullLineSpan(1), { start: 4, end: 6 });
    assert.deepEqual(source.lineSpan(7), { start: 6, end: 6 });
  });

  it('leaves a byte order mark out of the first line, but counts it', () => {
    const source = new Source('\uFEFFab\ncd');
    assert.deepEqual(source.lineSpan(0), { start: 1, end: 3 });
    assert.deepEqual(source.positionAt(1), { line: 0, character: 1 });
    assert.equal(source.offsetAt({ line: 0, character: 1 }), 1);
    assert.equal(source.offsetAt({ line: 0, character: 9 }), 3);
  });

  it('writes new lines as the document does', () => {
    assert.equal(new Source('a\r\nb\n').eol, '\r\n');
    assert.equal(new Source('a\nb\r\n').eol, '\n');
    assert.equal(new Source('a').eol, '\n');
  });

  it('has one empty line in an empty document', () => {
    const source = new Source('');
    assert.equal(source.lineCount, 1);
    assert.deepEqual(source.rangeOf({ start: 0, end: 0 }), {
      start: { line: 0, character: 0 },
      end: { line: 0, character: 0 },
    });
  });

  it('says whether one of some words stands in it, in any case', () => {
    const source = new Source('RUN cUrl -k x\n');
    assert.equal(source.mentions(['wget', 'curl']), true);
    assert.equal(source.mentions(['wget']), false);
    assert.equal(source.mentions([]), false);
  });

  it('knows the indentation of a line', () => {
    assert.equal(new Source('a\n \t b').indentAt(1), ' \t ');
  });
});
