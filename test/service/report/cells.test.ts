import assert from 'node:assert/strict';
import { name, nameInCell, prose, proseInCell } from '../../../server/src/service/report/markdown-text';
import { cellsOfRow } from '../../support/markdown-row';

/** What a code span shows. */
function shown(markdown: string): string | undefined {
  const [, , inside] = /^(`+)(.*[^`])\1$/.exec(markdown) ?? [];
  return inside?.replace(/^ (.*) $/, '$1');
}

const names: readonly (readonly [text: string, shown?: string])[] = [
  ['a|b'],
  ['a | b || c'],
  ['|'],
  ['`|`'],
  ['a\\\\|b'],
  ['C:\\a'],
  // A table cannot say it: the backslash would belong to the pipe.
  ['a\\|b', 'a\\\\|b'],
  ['\\` \\| \\<b\\>', '\\` \\\\| \\<b\\>'],
];

describe('code in a table', () => {
  for (const [text, seen = text] of names) {
    it(`shows ${JSON.stringify(text)} in one cell`, () => {
      const cells = cellsOfRow(`| ${nameInCell(text)} | behind |`);
      assert.deepEqual(cells.map(shown), [seen, undefined]);
      assert.equal(cells[1], 'behind');
    });

    it(`shows ${JSON.stringify(text)} as it is outside`, () => {
      assert.equal(shown(name(text)), text);
    });
  }

  it('is escaped in a sentence as well, and only there', () => {
    const message = 'Run `curl x | sh` a | b.';
    assert.deepEqual(cellsOfRow(`| ${proseInCell(message)} |`), ['Run `curl x | sh` a | b.']);
    assert.equal(prose(message), 'Run `curl x | sh` a \\| b.');
  });
});
