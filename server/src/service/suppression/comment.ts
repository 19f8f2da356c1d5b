import { type Span } from '../../text/span';

/** A comment that may silence something, with the text that it would silence. */
export interface SuppressionComment {
  /** Without the `#`, trimmed. */
  readonly text: string;
  /** How many characters stand between the start of `span` and the text: the `#` and blanks. */
  readonly prefix: number;
  /** From `#` to the end of the line. */
  readonly span: Span;
  /** What "here" means for this comment: the next instruction, or its own YAML line (the next one if it stands alone). */
  readonly target: Span | undefined;
}

/** What one comment silences. */
export interface Suppression {
  readonly tool: 'bulwark' | 'other';
  readonly scope: 'file' | 'target';
  /** Ids of our rules; `all` where the comment names none and so means every rule that the tool has. */
  readonly ids: readonly SuppressedId[];
  readonly comment: SuppressionComment;
}

export interface SuppressedId {
  readonly id: string;
  /** Where the id, or the other tool's name for it, stands in the document. */
  readonly span: Span;
}
