import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isAlias, isMap, isPair, isScalar, isSeq } from 'yaml';
import { KeptPieces } from '../../server/src/compose/kept-pieces';
import { faultsOf, readWithLibrary } from '../../server/src/compose/library';
import { type RawFault } from '../../server/src/compose/syntax-fault';
import { composeOf } from '../bench/documents';
import { budget } from './budget';
import { composeFiles } from './compose-files';
import { documents } from './inputs';

/** All that is read of a node. */
function seen(node: unknown): unknown {
  if (isPair(node)) return { key: seen(node.key), value: seen(node.value) };
  if (isAlias(node)) return { alias: node.source, range: node.range };
  if (isScalar(node)) {
    const { source, type, tag, anchor, range } = node;
    return { source, type, tag, anchor, range };
  }
  if (!isMap(node) && !isSeq(node)) return node;
  const { tag, anchor, range, flow } = node;
  return { map: isMap(node), tag, anchor, range, flow, items: (node.items as unknown[]).map(seen) };
}

/** In the order of their places, as they are shown; what is found at one place keeps its order. */
function sorted(faults: readonly RawFault[]): readonly RawFault[] {
  return [...faults].sort((a, b) => a.at[0] - b.at[0]);
}

/** @returns whether the text was read in pieces. */
function readsAsWhole(kept: KeptPieces, text: string): boolean {
  const pieced = kept.documentOf(text);
  if (pieced === undefined) return false;
  const { documents: whole } = readWithLibrary(text);
  assert.equal(whole.length, 1);
  assert.deepEqual(
    seen(pieced.contents),
    whole.map(({ contents }) => seen(contents))[0],
    JSON.stringify(text),
  );
  assert.deepEqual(sorted(pieced.faults), sorted(whole.flatMap(faultsOf)), JSON.stringify(text));
  return true;
}

/** Somebody cuts a stretch out and writes another in its place. */
const edit = fc.record({
  at: fc.nat(),
  length: fc.nat(12),
  word: fc.constantFrom(
    ...['', ' ', '  ', '\n', '\r\n', '\t', ':', ': ', '- ', '#', '# a\n', '"', "'", '|', '>', '|\n', '[', ']', '{', '}'],
    ...['x', 'image: a', '\n  web:\n', '\nvolumes:\n', '&a ', '*a', '!reset ', '<<: *a', '---\n', '...', '%', '\uFEFF', '? ', 'é'],
  ),
}); // prettier-ignore

const texts = fc.oneof(composeFiles, documents('compose'), fc.nat(3).map(composeOf));

describe('a text that is parsed in pieces', () => {
  it('is what it is as a whole, after each of many edits', () => {
    let pieced = 0;
    let all = 0;
    fc.assert(
      fc.property(texts, fc.boolean(), fc.array(edit, { maxLength: 12 }), (start, crlf, edits) => {
        const kept = new KeptPieces(0);
        let text = crlf ? start.replace(/\r?\n/g, '\r\n') : start;
        const look = (): void => {
          all++;
          if (readsAsWhole(kept, text)) pieced++;
        };
        look();
        for (const { at, length, word } of edits) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + word + text.slice(from + length);
          look();
        }
      }),
      budget,
    );
    assert.ok(pieced > all / 5, `${pieced} of ${all}`);
  });
});
