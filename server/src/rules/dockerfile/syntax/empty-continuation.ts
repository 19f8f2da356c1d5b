import { remove } from '../../../text/edit';
import { type Source } from '../../../text/source';
import { type Span } from '../../../text/span';
import { dockerfileRule } from '../../rule';

export const emptyContinuation = dockerfileRule({
  id: 'empty-continuation',
  summary: 'An instruction that goes on must not be broken by an empty line.',
  severity: 'hint',
  fix: 'safe',
  messages: {
    base: 'The line above goes on, and takes what follows this empty line for its own. A later release of Docker will refuse it.',
  },
  sameAs: { buildkit: ['NoEmptyContinuation'] },
  since: '0.1.0',
  check({ dockerfile, source, report }) {
    for (const { headSpan, written } of dockerfile.instructions) {
      const isOneLine = headSpan.end - headSpan.start === written.head.text.length;
      if (isOneLine) continue;
      for (const at of emptyLines(source, headSpan))
        report({
          message: 'base',
          at,
          fix: { title: 'Remove the empty line', edits: [remove(at)] },
          tag: 'deprecated',
        });
    }
  },
});

/** Each run of empty lines, their line ends included. */
function emptyLines(source: Source, head: Span): readonly Span[] {
  const found: Span[] = [];
  const last = source.lineAt(head.end);
  for (let line = source.lineAt(head.start) + 1; line < last; line++) {
    if (source.slice(source.lineSpan(line)).trim() !== '') continue;
    const own = source.fullLineSpan(line);
    const before = found.at(-1);
    if (before?.end === own.start) found[found.length - 1] = { start: before.start, end: own.end };
    else found.push(own);
  }
  return found;
}
