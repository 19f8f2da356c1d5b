import { type Dockerignore } from './dockerignore';

/** A file or folder of a build context. */
export interface ContextEntry {
  /** Relative to the context, with forward slashes and none at the end. */
  readonly path: string;
  readonly isFolder: boolean;
}

/** The `.dockerignore` of a build context: the one in force, or the one that would be. */
export interface DockerignoreFile {
  readonly uri: string;
  readonly exists: boolean;
  /** Empty where it does not exist. */
  readonly text: string;
}

/** What lies in a build context, as far as it was looked at. All paths are relative to it, with forward slashes. */
export interface ContextTree {
  /** URI of the context's folder. */
  readonly folder: string;
  /** Folders before what they hold. */
  readonly entries: readonly ContextEntry[];
  /** Whether the file or folder is there; `undefined` where its folder was not looked at. */
  exists(path: string): boolean | undefined;
  /** Absent where it is not known whether there is one, or what it says. */
  readonly dockerignore: DockerignoreFile | undefined;
  /** Whether `.dockerignore` leaves the path out; `undefined` where that is not known. */
  ignored(path: string): boolean | undefined;
  /** What `.dockerignore` says; absent as it is. */
  readonly rules: Dockerignore | undefined;
  /** Whether a file may be executed; known for scripts only, and only where the file system has such a thing. */
  isExecutable(path: string): boolean | undefined;
  /**
   * Text of a few files: whose names do not say whether they hold a secret (`.npmrc`, `server.pem`), shell scripts, and
   * those that say how a project is built or a server set up (pyproject.toml, package.json, nginx.conf).
   */
  textOf(path: string): string | undefined;
}

/** What a tree is made of. */
export interface TreeParts {
  readonly folder: string;
  readonly entries: readonly ContextEntry[];
  /** Folders whose content is not, or not wholly, among the entries. */
  readonly closed: ReadonlySet<string>;
  readonly dockerignore: DockerignoreFile | undefined;
  readonly rules: Dockerignore | undefined;
  readonly executables: ReadonlyMap<string, boolean>;
  readonly texts: ReadonlyMap<string, string>;
}

export function treeOf({ closed, executables, texts, ...parts }: TreeParts): ContextTree {
  const known = new Set(parts.entries.map(({ path }) => path));
  return {
    ...parts,
    exists(path) {
      if (path === '' || known.has(path)) return true;
      return isClosed(closed, path) ? undefined : false;
    },
    ignored: (path) =>
      parts.rules !== undefined
        ? parts.rules.ignores(path)
        : parts.dockerignore?.exists === false
          ? false
          : undefined,
    isExecutable: (path) => executables.get(path),
    textOf: (path) => texts.get(path),
  };
}

function isClosed(closed: ReadonlySet<string>, path: string): boolean {
  for (let at = path.lastIndexOf('/'); at >= 0; at = path.lastIndexOf('/', at - 1))
    if (closed.has(path.slice(0, at))) return true;
  return closed.has('');
}
