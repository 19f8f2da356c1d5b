import { type Language } from '../../rules/rule';
import { type Source } from '../../text/source';
import { type Span } from '../../text/span';

/** An image reference that is being written: the part before the caret. */
export interface TypedReference {
  readonly text: string;
  readonly span: Span;
  readonly place: 'base' | 'source' | 'service';
}

const places: Readonly<Record<Language, readonly (readonly [RegExp, TypedReference['place']])[]>> = {
  dockerfile: [
    [/^\s*FROM\s+(?:--\S+\s+)*([^\s$]*)$/i, 'base'],
    [/^\s*COPY\s+(?:--\S+\s+)*--from=([^\s$]*)$/i, 'source'],
    [/(?:^|\s)--mount=(?:[^\s,]+,)*from=([^\s,$]*)$/i, 'source'],
  ],
  compose: [[/^\s*image:\s+["']?([^\s"'#$]*)$/, 'service']],
};

/**
 * The reference that ends at the caret. Read from the line alone, because half-written text has no certain model yet;
 * absent where the caret stands elsewhere, or where a variable is part of it.
 */
export function typedReference(
  source: Source,
  language: Language,
  offset: number,
): TypedReference | undefined {
  const { start } = source.lineSpan(source.lineAt(offset));
  const line = source.slice({ start, end: offset });
  for (const [pattern, place] of places[language]) {
    const text = pattern.exec(line)?.[1];
    if (text !== undefined) return { text, span: { start: offset - text.length, end: offset }, place };
  }
  return undefined;
}
