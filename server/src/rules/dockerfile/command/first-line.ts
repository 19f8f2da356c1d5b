import { type Source } from '../../../text/source';
import { type Span } from '../../../text/span';

/** The part of a span that stands on its first line, without the continuation behind it. */
export function firstLine(whole: Span, source: Source): Span {
  const line = source.lineSpan(source.lineAt(whole.start));
  if (whole.end <= line.end) return whole;
  const text = source.slice({ start: whole.start, end: line.end }).replace(/\s*[\\`]\s*$/, '');
  return { start: whole.start, end: whole.start + text.length };
}
