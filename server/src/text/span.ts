/**
 * A half-open stretch `[start, end)` of a document, in UTF-16 code units from its first character
 * (the unit of JavaScript strings and of LSP).
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

/** Whether the two spans share at least one character. Two that only touch do not. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `offset` lies in the span or at its very end, where a caret would still belong to it. */
export function touches(target: Span, offset: number): boolean {
  return target.start <= offset && offset <= target.end;
}

/** Whether `inner` lies wholly inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The smallest span that holds both. */
export function cover(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** A number that no other span of the same document has: texts are far shorter than 2 ** 26. */
export function spanId({ start, end }: Span): number {
  return start * 2 ** 26 + end;
}
