/**
 * The only way to the world outside a document. Everything else in the server is pure. A host never reads outside the
 * workspace: it answers `undefined` there, as it does for what does not exist or cannot be read.
 */
export interface Host {
  /** Text of the file, an unsaved editor's before the disk's. */
  readFile(uri: string): Promise<string | undefined>;
  /** Names in the folder, those of folders with a trailing slash. */
  listFolder(uri: string): Promise<readonly string[] | undefined>;
  /** Whether somebody may execute the file; absent where the file system cannot tell, as on Windows or in a browser. */
  isExecutable?(uri: string): Promise<boolean | undefined>;
  /** Whether git tracks the file; absent where that cannot be told, as in a browser. */
  isTracked?(uri: string): Promise<boolean | undefined>;
  /** The canonical URI that symbolic links lead to; absent where that cannot be told, as in a browser. */
  realUri?(uri: string): Promise<string | undefined>;
}

/** A host for text that stands alone: standard input, a document without a folder. */
export const noHost: Host = {
  readFile: () => Promise.resolve(undefined),
  listFolder: () => Promise.resolve(undefined),
};
