import { type Edit } from '../text/edit';
import { type Span } from '../text/span';
import { type Fix, type Language } from '../rules/rule';
import { type Finding } from './finding';
import { type Settings } from './settings';

/** One version of a document. */
export interface TextDocument {
  readonly uri: string;
  readonly language: Language;
  readonly version: number;
  readonly text: string;
}

/** A code action as data; the protocol turns it into LSP. */
export interface Action {
  readonly fix: Fix;
  readonly kind: 'quickfix' | 'suppress' | 'fix-rule' | 'fix-all';
  /** The findings that it settles. */
  readonly findings: readonly Finding[];
  readonly preferred: boolean;
}

/** Open text in, findings and edits out. Pure but for its Host; never throws; results are cached by uri and version. */
export interface Service {
  findings(document: TextDocument, settings: Settings): Promise<readonly Finding[]>;
  /** Quick fixes, suppressions and "fix all of this rule" for the findings that touch `at`. */
  actions(document: TextDocument, settings: Settings, at: Span): Promise<readonly Action[]>;
  /** All safe fixes at once: those that conflict wait for the next round, repeated until nothing changes. */
  fixAll(document: TextDocument, settings: Settings): Promise<readonly Edit[]>;
  /** Forgets a document (closed) or what was read around it (files changed). */
  forget(uri: string): void;
  forgetSurroundings(): void;
}
