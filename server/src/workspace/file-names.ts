/** Kinds of file that are read, as their names tell. */
export type FileLanguage = 'dockerfile' | 'compose';

/**
 * Names as VS Code's own extensions have them for the languages `dockerfile` and `dockercompose`; like VS Code, the
 * CLI compares without regard to case.
 * @see https://github.com/microsoft/vscode/blob/main/extensions/docker/package.json
 * @see https://github.com/microsoft/vscode/blob/main/extensions/yaml/package.json
 */
const dockerfileName = /^(?:dockerfile|containerfile)(?:\..*)?$|\.(?:dockerfile|containerfile)$/i;
const composeName = /^compose(?:\..*)?\.ya?ml$|docker.*compose.*\.ya?ml$/i;

/** `Dockerfile.dockerignore` holds ignore patterns, though it fits VS Code's `Dockerfile.*`. */
const ignoreFileName = /\.(?:docker|container)ignore$/i;

/** Data and pages about Dockerfiles, though they fit as well: `dockerfile.json`, `dockerfile.tmLanguage.json`, `dockerfile.test.ts`. */
const aboutName =
  /\.(?:json[c5]?|ya?ml|xml|plist|tmlanguage|md|html?|snap|map|lock|log|diff|patch|(?:test|spec|d)\.[cm]?[jt]sx?)$/i;

/** Whether the file says what is left out of a build context: `.dockerignore`, `Dockerfile.dockerignore`. */
export function isIgnoreFile(name: string): boolean {
  return ignoreFileName.test(name);
}

/** What a file is by its name, folders left out; `undefined` where the name says nothing. */
export function languageOfName(name: string): FileLanguage | undefined {
  if (ignoreFileName.test(name)) return undefined;
  // `dockerfile.compose.yml` fits both; VS Code takes the longer pattern, which is that of Compose.
  if (composeName.test(name)) return 'compose';
  return dockerfileName.test(name) && !aboutName.test(name) ? 'dockerfile' : undefined;
}

/** Folders that hold no files of the project's own: nobody looks for Dockerfiles and Compose files there. */
export const foldersOfOthers: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules']);

/** Names under which settings are kept beside or above a file; of several in one folder the first counts. */
export const configurationNames: readonly string[] = [
  'bulwark.json',
  '.bulwarkrc.json',
  '.bulwarkrc.yaml',
  '.bulwarkrc.yml',
  'package.json',
];
