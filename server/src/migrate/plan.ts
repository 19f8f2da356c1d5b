import { type Edit } from '../text/edit';
import { type Source } from '../text/source';
import { type Span } from '../text/span';

/** A way from a Dockerfile to one on hardened images, in steps that a person can read and leave out. */
export interface Plan {
  readonly kind: 'plan';
  /** Empty where nothing is left to do. No two edits of all of them touch. */
  readonly steps: readonly Step[];
  readonly newFiles: readonly NewFile[];
  /** What has to change elsewhere in the workspace, one step a file. */
  readonly others: readonly OtherStep[];
  /** What stays as it was, and why. */
  readonly unresolved: readonly Unresolved[];
}

/** The file stays as it is. */
export interface Refusal {
  readonly kind: 'refusal';
  /** Why, as sentences. Never empty. */
  readonly reasons: readonly string[];
}

/** What a step does and why, in words. */
export interface Reason {
  /** Starts with a verb, no full stop: `Split the stage in two`. */
  readonly title: string;
  /** Sentences for somebody who has not done this before. Names and code stand in back-ticks. */
  readonly why: string;
  /** What a person has to agree to, because it changes what the image does. */
  readonly confirm?: string | undefined;
}

/** Edits that belong together. */
export interface Step extends Reason {
  /** Unique in its plan: `split`, `base-build`, `exec-form`. */
  readonly id: string;
  /** Over the original document. */
  readonly edits: readonly Edit[];
  /** Smaller changes that are part of its text, because they change lines that it moves. */
  readonly parts?: readonly Reason[];
}

/** A file that does not exist yet. */
export interface NewFile extends Reason {
  /** Absolute URI. */
  readonly uri: string;
  /** Relative to the build context, for people: `.dockerignore`. */
  readonly path: string;
  readonly text: string;
}

/** A step in another file that exists. */
export interface OtherStep extends Reason {
  /** Unique among all steps of the plan. */
  readonly id: string;
  /** Canonical. */
  readonly uri: string;
  /** Its name, for people: `compose.yaml`. */
  readonly path: string;
  /** Its text when the plan was made. */
  readonly source: Source;
  /** Over that text. */
  readonly edits: readonly Edit[];
}

export interface Unresolved {
  /** Where it stands in the original document. */
  readonly at: Span;
  /** One sentence, or two. */
  readonly text: string;
  /** What the comment at the place says, behind `# bulwark:`; none is written where absent. */
  readonly comment?: string;
}
