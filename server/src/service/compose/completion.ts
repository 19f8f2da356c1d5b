import { type Span } from '../../text/span';
import { type Caret } from './caret';
import { type ComposeScene } from './scene';

/** A proposal at a place of a Compose file. The first of a list is the best. */
export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'name' | 'alias';
  readonly detail?: string | undefined;
  /** Markdown. */
  readonly documentation?: string | undefined;
  readonly span: Span;
  /** New lines are indented as they have to stand. */
  readonly newText: string;
  readonly deprecated?: boolean;
  /** True where something can be proposed behind it. */
  readonly goesOn?: boolean;
}

/** A caret and the path of its place as the specification counts it. */
export interface CompletionPlace {
  readonly scene: ComposeScene;
  readonly caret: Caret;
  readonly path: readonly string[];
}
