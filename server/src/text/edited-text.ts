import { type Edit } from './edit';

type Piece = { readonly start: number; readonly end: number } | { readonly text: string };

/**
 * A text under several rounds of edits, each counting in the result of the one before, that can still say what has
 * changed against the text it began with.
 */
export class EditedText {
  #pieces: readonly Piece[];

  constructor(private readonly original: string) {
    this.#pieces = [{ start: 0, end: original.length }];
  }

  get text(): string {
    return this.#pieces.map((piece) => this.#textOf(piece)).join('');
  }

  /** Makes edits that count in the present text, are sorted by place and do not overlap. */
  apply(edits: readonly Edit[]): void {
    const result: Piece[] = [];
    const waiting = [...this.#pieces].reverse();
    let at = 0;
    const take = (until: number, keep: boolean): void => {
      while (at < until) {
        const piece = waiting.pop();
        if (piece === undefined) return;
        const length = lengthOf(piece);
        const wanted = Math.min(length, until - at);
        const [head, tail] = split(piece, wanted);
        if (tail !== undefined) waiting.push(tail);
        if (keep) result.push(head);
        at += wanted;
      }
    };
    for (const edit of edits) {
      take(edit.span.start, true);
      if (edit.newText !== '') result.push({ text: edit.newText });
      take(edit.span.end, false);
    }
    this.#pieces = [...result, ...waiting.reverse()];
  }

  /** The edits that lead from the first text to the present one, sorted, none touching another. */
  edits(): readonly Edit[] {
    const edits: Edit[] = [];
    let done = 0;
    let inserted = '';
    const flush = (until: number): void => {
      if (inserted !== '' || until > done)
        edits.push({ span: { start: done, end: until }, newText: inserted });
      inserted = '';
    };
    for (const piece of this.#pieces) {
      if ('text' in piece) {
        inserted += piece.text;
      } else if (piece.end > piece.start) {
        flush(piece.start);
        done = piece.end;
      }
    }
    flush(this.original.length);
    return edits.filter((edit) => this.original.slice(edit.span.start, edit.span.end) !== edit.newText);
  }

  #textOf(piece: Piece): string {
    return 'text' in piece ? piece.text : this.original.slice(piece.start, piece.end);
  }
}

function lengthOf(piece: Piece): number {
  return 'text' in piece ? piece.text.length : piece.end - piece.start;
}

function split(piece: Piece, at: number): [Piece, Piece | undefined] {
  if (at >= lengthOf(piece)) return [piece, undefined];
  if ('text' in piece) return [{ text: piece.text.slice(0, at) }, { text: piece.text.slice(at) }];
  return [
    { start: piece.start, end: piece.start + at },
    { start: piece.start + at, end: piece.end },
  ];
}
