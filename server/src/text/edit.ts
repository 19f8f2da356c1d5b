import { type Span } from './span';

/** Replaces the text of `span` by `newText`; an empty span inserts, an empty text deletes. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

export function replace(target: Span, newText: string): Edit {
  return { span: target, newText };
}

export function insert(offset: number, newText: string): Edit {
  return { span: { start: offset, end: offset }, newText };
}

export function remove(target: Span): Edit {
  return { span: target, newText: '' };
}

/** Whether two edits cannot both be made: their spans share text, or they insert at the same place. */
export function conflict(a: Edit, b: Edit): boolean {
  if (a.span.start === b.span.start) return true;
  return a.span.start < b.span.end && b.span.start < a.span.end;
}

/**
 * The text after all edits, whose spans count in the text before them. Edits that start at the same place are made
 * in the order given.
 * @throws RangeError where two edits overlap or one lies outside the text: a fix that does so is a defect.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start);
  let result = '';
  let done = 0;
  for (const edit of ordered) {
    if (edit.span.start < done || edit.span.end < edit.span.start || edit.span.end > text.length)
      throw new RangeError(
        `Edit at ${edit.span.start}-${edit.span.end} overlaps another or leaves the text.`,
      );
    result += text.slice(done, edit.span.start) + edit.newText;
    done = edit.span.end;
  }
  return result + text.slice(done);
}
