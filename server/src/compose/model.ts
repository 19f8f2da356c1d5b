import { type Known } from '../text/known';
import { type Source } from '../text/source';
import { type Span } from '../text/span';
import {
  type BuildConfig,
  type Command,
  type Extends,
  type Healthcheck,
  type Port,
  type Reference,
  type Variable,
  type Volume,
  type WatchRule,
} from './field';
import { type Style } from './style';
import { type SyntaxFault } from './syntax-fault';
import { type Entry, type MapValue, type ScalarValue } from './value';

/**
 * A parsed Compose file, with what the other files of its project add: read-only, built once per version of the text. Spans
 * are document offsets; those of what stands in another file lie beyond the document, `isOwn` tells them apart and `placeOf`
 * leads to the file.
 */
export interface Compose {
  /** The document that is looked at. `errors`, `documents`, `topLevel`, `includes` and `style` are its own. */
  readonly source: Source;
  /** Where the text is no valid YAML, in order. Everything else then holds what could be read. */
  readonly errors: readonly SyntaxFault[];
  /** The documents that `---` divides. Compose merges them, later over earlier. */
  readonly documents: readonly ComposeDocument[];
  /**
   * Every service of the project, in order, with what all its files give it; one that several documents write stands once.
   */
  readonly services: readonly Service[];
  service(name: string): Service | undefined;
  /** Entries of this top-level key in every document, weakest first: `version`, `name`, `x-common`. */
  topLevel(key: string): readonly Entry[];
  /** What a top-level `volumes`, `networks`, `secrets`, `configs` or `models` declares, in any file of the project. */
  declared(section: 'volumes' | 'networks' | 'secrets' | 'configs' | 'models'): readonly Entry[];
  /** Files that `include` names, as written, relative to this file. */
  readonly includes: readonly ScalarValue[];
  /** How the file is written, so that edits look like it. */
  readonly style: Style;
  /** The services that have this text among their values: several where it came through an anchor or `extends`. */
  usersOf(value: { readonly span: Span }): readonly Service[];
  /** Whether a text stands in the document that is looked at. What does not is marked and changed in its own file only. */
  isOwn(span: Span): boolean;
  placeOf(span: Span): ComposePlace;
  /** True where no other file is read: all places lie in the document. */
  readonly isAlone: boolean;
  /**
   * False where a file could not be read that takes part by `include` or otherwise: what is declared nowhere may then be
   * declared there.
   */
  readonly isWhole: boolean;
  /** What rules find out about the file and keep for each other. */
  readonly facts: Map<object, unknown>;
}

/** A text in the file that it stands in. */
export interface ComposePlace {
  /** Canonical; empty for a document of whose place nothing is known. */
  readonly uri: string;
  /** URI of the folder that relative paths in the file start at; empty where it is not known. */
  readonly folder: string;
  readonly source: Source;
  /** In offsets of that file. */
  readonly span: Span;
}

export interface ComposeOptions {
  /** Values that variables are known to have (`.env`). Others are unknown. */
  readonly variables?: ReadonlyMap<string, string>;
  /** Prefixes of image names that stand for `dhi.io/`. */
  readonly hardenedImageMirrors?: readonly string[];
}

export interface ComposeDocument {
  /** Absent where the document is empty or no map. */
  readonly root: MapValue | undefined;
}

/**
 * A service with what anchors, merges, `extends`, several documents and several files give it. What `!reset` takes away is
 * absent. Every value leads back to its own text.
 */
export interface Service {
  readonly name: string;
  /** In the weakest file that writes the service: an override file only adds to it. */
  readonly nameSpan: Span;
  /**
   * The service under `services`, in the last document that writes it; of several files the one that is looked at, and where
   * that does not write it, the strongest.
   */
  readonly declaration: Entry;
  /** The value of the declaration, where it is a map. */
  readonly map: MapValue | undefined;
  readonly extends: Extends | undefined;
  /**
   * True where keys may come from a place that is not read: a file that is not there, a merge that cannot be resolved.
   * Then a key that is not found is unknown, and not absent.
   */
  readonly inheritsUnknown: boolean;
  /**
   * True where the service has neither `image` nor `build` nor another source of them: it completes a service of another
   * file, which `docker compose -f` or an override file puts over it.
   */
  readonly isFragment: boolean;

  /** Prefixes of image names that stand for `dhi.io/`. */
  readonly hardenedImageMirrors: readonly string[];
  /** What rules find out about the service and keep for each other. */
  readonly facts: Map<object, unknown>;

  /**
   * The entry that counts for a key; absent where none is written, or it is reset. Maps of several layers are read as one,
   * which stands where the strongest stands; of lists it is the strongest, and `scalars` or `entries` give all.
   */
  entry(key: string): Entry | undefined;
  /** All entries of a key, weakest first: one for each layer that `extends` or another document lays on. */
  entries(key: string): readonly Entry[];
  /** The scalar that counts for a key; absent where it is none, or null. */
  scalar(key: string): ScalarValue | undefined;
  /** The scalars of a list key in every layer, or one that stands alone: `cap_add`, `security_opt`, `env_file`. */
  scalars(key: string): readonly ScalarValue[];

  readonly image: ScalarValue | undefined;
  readonly build: BuildConfig | undefined;
  readonly user: ScalarValue | undefined;
  readonly privileged: ScalarValue | undefined;
  readonly readOnly: ScalarValue | undefined;
  readonly networkMode: ScalarValue | undefined;
  readonly pid: ScalarValue | undefined;
  readonly ipc: ScalarValue | undefined;
  readonly uts: ScalarValue | undefined;
  readonly usernsMode: ScalarValue | undefined;
  readonly restart: ScalarValue | undefined;
  readonly capAdd: readonly ScalarValue[];
  readonly capDrop: readonly ScalarValue[];
  readonly securityOpt: readonly ScalarValue[];
  readonly groupAdd: readonly ScalarValue[];
  readonly devices: readonly ScalarValue[];
  readonly tmpfs: readonly ScalarValue[];
  readonly profiles: readonly ScalarValue[];
  /** Paths of `env_file`, short and long form. */
  readonly envFiles: readonly ScalarValue[];
  readonly ports: readonly Port[];
  readonly volumes: readonly Volume[];
  readonly environment: readonly Variable[];
  /** What a variable holds by `environment` and `env_file`; absent where neither sets it: the image's own then counts. */
  variable(name: string): Known<string>;
  readonly labels: readonly Variable[];
  readonly command: Command | undefined;
  readonly entrypoint: Command | undefined;
  readonly healthcheck: Healthcheck | undefined;
  readonly secrets: readonly Reference[];
  readonly configs: readonly Reference[];
  readonly networks: readonly Reference[];
  readonly dependsOn: readonly Reference[];
  readonly watch: readonly WatchRule[];
  /** `deploy.resources`. */
  readonly resources: MapValue | undefined;
  readonly logging: MapValue | undefined;
}
