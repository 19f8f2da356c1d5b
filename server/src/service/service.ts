import { type Plan, type Refusal } from '../migrate/plan';
import { type Edit } from '../text/edit';
import { type Span } from '../text/span';
import { type Fix, type Language } from '../rules/rule';
import { type ComposeScene } from './compose/scene';
import { type Spot } from './compose/spot';
import { type Finding } from './finding';
import { type CommandFacts } from './images/command-subjects';
import { type ImageCompletion } from './images/completions';
import { type IgnoreFile } from './images/ignore-file';
import { type ImageSite } from './images/sites';
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
  /** What comments in the document silence. */
  silenced(document: TextDocument, settings: Settings): Promise<readonly Finding[]>;
  /** Quick fixes, suppressions and "fix all of this rule" for the findings that touch `at`. */
  actions(document: TextDocument, settings: Settings, at: Span): Promise<readonly Action[]>;
  /** All safe fixes at once: those that conflict wait for the next round, repeated until nothing changes. */
  fixAll(document: TextDocument, settings: Settings): Promise<readonly Edit[]>;
  /** How the document gets to hardened, multi-stage images; absent where it is no Dockerfile. */
  migration(document: TextDocument, settings: Settings): Promise<Plan | Refusal | undefined>;
  /** Every place that names an image, with what is known of it, in the order of the text. */
  images(document: TextDocument, settings: Settings): Promise<readonly ImageSite[]>;
  /** Proposals for the image reference that ends at an offset, best first. */
  imageCompletions(
    document: TextDocument,
    settings: Settings,
    offset: number,
  ): Promise<readonly ImageCompletion[]>;
  /** A Compose file for its language features; absent where it is too large, or no Compose file. */
  composeScene(document: TextDocument, settings: Settings): Promise<ComposeScene | undefined>;
  /** The stage that is named at an offset of a Dockerfile, everywhere that it stands: in Compose files too. */
  stageSpots(document: TextDocument, settings: Settings, offset: number): Promise<readonly Spot[]>;
  /** What commands can be about; absent for a document that is too large. */
  commandFacts(document: TextDocument, settings: Settings): Promise<CommandFacts | undefined>;
  /** Edits that put a service with a shell beside another one; absent where there is none of that name. */
  debugSidecar(
    document: TextDocument,
    settings: Settings,
    service: string,
    image: string,
  ): Promise<readonly Edit[] | undefined>;
  /** Absent where it is not certain which file that is. */
  ignoreFile(document: TextDocument, settings: Settings): Promise<IgnoreFile | undefined>;
  /** Forgets a document that was closed. */
  forget(uri: string): void;
  /**
   * Forgets what was read around documents, as files have changed.
   * @param uri canonical; only where this file was read whose text has changed. All where absent.
   * @returns URIs of the documents that are to be looked at again.
   */
  forgetSurroundings(uri?: string): readonly string[];
}
