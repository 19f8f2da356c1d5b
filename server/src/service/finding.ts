import { type Fix, type FixKind, type Lack, type Language, type Related, type Severity } from '../rules/rule';
import { type Span } from '../text/span';

/** What the product says about one place of a document. The LSP and CLI shapes are made from it at the very edge. */
export interface Finding {
  /** The rule's id, or `unused-suppression`, `too-large`. */
  readonly rule: string;
  /** Ids of the other rules that it speaks for, where a service lacks several things. */
  readonly also?: readonly string[];
  readonly language: Language;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  /** The best that can be done: a safe fix, an offer, nothing. */
  readonly fixKind: FixKind;
  /** Meaning-preserving; part of fix-all. */
  readonly fix?: Fix;
  readonly offers: readonly Fix[];
  /** In the document, or in the file that they name. */
  readonly related: readonly Related[];
  readonly tag?: 'unnecessary' | 'deprecated';
  /** The rule's page. */
  readonly url: string;
}

/** A finding before all that one service lacks is made one. */
export interface SingleFinding extends Finding {
  readonly lack?: Lack;
}

/** Every rule that a finding speaks for. */
export function rulesOf({ rule, also = [] }: Finding): readonly string[] {
  return [rule, ...also];
}

const weights: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 };

/** Orders findings, the gravest first. */
export function byWeight(a: Finding, b: Finding): number {
  return weights[a.severity] - weights[b.severity];
}
