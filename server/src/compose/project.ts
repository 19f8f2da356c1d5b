import { type Variables } from './interpolate';
import { type ComposeText } from './text';

/**
 * Files that Compose reads together, fetched before anything looks at them: what `-f`, an override file, `COMPOSE_FILE` and
 * `include` bring.
 * @see https://docs.docker.com/reference/compose-file/merge/
 * @see https://docs.docker.com/reference/compose-file/include/
 */
export interface ComposeProject {
  /** Weakest first; what a file includes stands before it. */
  readonly files: readonly ProjectFile[];
  /** False where one of them could not be read: what no file declares may be declared there. */
  readonly isWhole: boolean;
  /** False where one of the files that lie over the others could not be read: each service may have more keys. */
  readonly isClosed: boolean;
}

/** A Compose file in its project. */
export interface ProjectFile {
  /** Canonical. */
  readonly uri: string;
  readonly content: ComposeText;
  /** URI of the folder that relative paths of the file start at. */
  readonly folder: string;
  /** Values that its variables are known to have. */
  readonly variables: Variables;
  /** The files that its services extend, by the path that `extends` gives; one that cannot be read is missing. */
  readonly extended: ReadonlyMap<string, ProjectFile>;
  /** What the files of `env_file` set, by the path given there; one that cannot be read is missing. */
  readonly envFiles: ReadonlyMap<string, Variables>;
}

/** A file of whose surroundings nothing is known. */
export function loneFile(
  uri: string,
  content: ComposeText,
  variables: Variables = new Map<string, string>(),
): ProjectFile {
  return { uri, content, folder: '', variables, extended: new Map(), envFiles: new Map() };
}

/** The project of one file alone. */
export function loneProject(file: ProjectFile): ComposeProject {
  return { files: [file], isWhole: true, isClosed: true };
}
