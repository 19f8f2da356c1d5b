import { type Compose, type ComposePlace } from '../compose/model';
import { type ViewedDocument } from '../compose/views';
import { type ComposeBuild } from './compose-builds';
import { type ContextTree } from './context-tree';
import { type SeenDockerfiles } from './seen-dockerfiles';

/** What is known of the world around one document, fetched before rules run, so that rules do no I/O. */
export interface BuildContext {
  /**
   * Whether a file or folder of this name lies at the root of the build context of a Dockerfile, or in the folder of a
   * Compose project; `undefined` where the folder cannot be read, or where it is not certain which folder the context is.
   */
  has(name: string): boolean | undefined;
  /**
   * Whether such a name lies in the folder, given relative to the document's own (`./web`), or the Compose project's. Known for the document's
   * folder, the build contexts, and the folders that a Compose file builds from or mounts.
   */
  hasIn(folder: string, name: string): boolean | undefined;
  /** Stages of this Dockerfile that Compose files of the workspace build. */
  readonly targets: readonly string[];
  /** Where they stand; absent for Compose files. */
  readonly targetPlaces?: readonly ComposePlace[];
  /** The services that build this Dockerfile; absent for Compose files. */
  readonly builds?: readonly ComposeBuild[];
  /** Names of additional build contexts that Compose files of the workspace hand to this Dockerfile. */
  readonly namedContexts: readonly string[];
  /** Rules of hadolint that its own configuration beside this Dockerfile ignores: `DL3008`. */
  readonly hadolintIgnored: readonly string[];
  /**
   * The build context of a Dockerfile that copies from it; absent where it is not certain which folder that is, where it
   * cannot be read, and for Compose files.
   */
  readonly tree?: ContextTree | undefined;
  /** The name of a secret in each file of `env_file` that git is known to track, by the file's URI; for Compose files. */
  readonly trackedSecrets?: ReadonlyMap<string, string>;
  /** The projects in which a Compose file takes part; absent for Dockerfiles, and where it cannot be read. */
  readonly compose?: SeenCompose;
  /** What the services of a Compose file build from; absent for Dockerfiles, and where nothing can be read. */
  readonly dockerfiles?: SeenDockerfiles;
}

/** A Compose file in its projects, as it stood when they were read. */
export interface SeenCompose extends ViewedDocument {
  readonly views: readonly [Compose, ...Compose[]];
}

/** The context of a document about whose surroundings nothing is known. */
export const unknownContext: BuildContext = {
  has: () => undefined,
  hasIn: () => undefined,
  targets: [],
  namedContexts: [],
  hadolintIgnored: [],
};
