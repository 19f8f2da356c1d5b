import { type Language, type Severity } from '../../rules/rule';
import { type Source } from '../../text/source';
import { type Finding } from '../finding';
import { type Counts } from './counts';

/** A file that was looked at, and what was found in it. */
export interface LookedFile {
  /** As it is shown: relative to where the report starts, with forward slashes. */
  readonly path: string;
  readonly uri: string;
  readonly language: Language;
  readonly source: Source;
  readonly findings: readonly Finding[];
}

/** Everything that a report says, before it has a form. Texts are as they stand in the files: hostile. */
export interface WorkspaceReport {
  readonly counts: Counts;
  /** Packs in which something was found, the gravest first. */
  readonly packs: readonly ReportedPack[];
  /** Every file that was looked at, by path. */
  readonly files: readonly ReportedFile[];
  readonly images: readonly ReportedImage[];
  /** What has changed since a baseline was written; absent where there is none. */
  readonly trend?: ReportedTrend;
  /** What could not be read. */
  readonly unread: readonly Unread[];
}

export interface ReportedPack {
  /** In words: `Hardened runtime`. */
  readonly name: string;
  readonly counts: Counts;
}

export interface ReportedFile {
  readonly path: string;
  readonly uri: string;
  readonly language: Language;
  readonly counts: Counts;
  /** In the order of the text. */
  readonly findings: readonly ReportedFinding[];
}

export interface ReportedFinding {
  readonly rule: string;
  /** The rule's page. */
  readonly url: string;
  readonly severity: Severity;
  readonly message: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  /** Whether a baseline does not list it. */
  readonly isNew: boolean;
}

/** An image, and everywhere that it is named. What is not known is absent. */
export interface ReportedImage {
  /** As it is written, or with its variables resolved. */
  readonly name: string;
  readonly places: readonly ReportedPlace[];
  /** Whether it is a Docker Hardened Image; absent where it is not known which image that is. */
  readonly isHardened?: boolean;
  /** What holds it to one image, in words: `by digest`. */
  readonly pinned?: string;
  readonly variant?: string;
  readonly user?: string;
  /** A hardened image that can take its place. */
  readonly counterpart?: string;
  /** When its release ends or has ended, in words. */
  readonly endOfLife?: string;
}

export interface ReportedPlace {
  readonly path: string;
  readonly uri: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
}

export interface ReportedTrend {
  /** What was found and stands in the baseline. */
  readonly known: Counts;
  /** What was found and does not. */
  readonly fresh: Counts;
  /** What stands in the baseline and was not found any more, by path and rule. */
  readonly gone: readonly GoneFindings[];
}

export interface GoneFindings {
  readonly path: string;
  readonly rule: string;
  readonly count: number;
}

export interface Unread {
  readonly path: string;
  /** The end of a sentence that begins with the path. */
  readonly fault: string;
}
