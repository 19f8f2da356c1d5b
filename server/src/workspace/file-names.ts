import { lowerAscii } from '../text/lower-ascii';

/** Kinds of file that are read, as their names tell. */
export type FileLanguage = 'dockerfile' | 'compose';

/**
 * Names as VS Code's own extensions have them for the languages `dockerfile` and `dockercompose`; like VS Code, the
 * CLI compares without regard to case.
 * @see https://github.com/microsoft/vscode/blob/main/extensions/docker/package.json
 * @see https://github.com/microsoft/vscode/blob/main/extensions/yaml/package.json
 */
const dockerfileWords = new Set(['dockerfile', 'containerfile']);

/** Endings of data and pages about Dockerfiles, though their names fit as well: `dockerfile.json`, `dockerfile.tmLanguage.json`. */
const aboutEndings = new Set([
  ...['json', 'json5', 'jsonc', 'yml', 'yaml', 'xml', 'plist', 'tmlanguage', 'md', 'htm', 'html'],
  ...['snap', 'map', 'lock', 'log', 'diff', 'patch'],
]);

/** What stands before the ending of a script about Dockerfiles: `dockerfile.test.ts`. */
const aboutKinds = new Set(['test', 'spec', 'd']);

/** What stands behind the last dot of a name, in lower case; absent where it has no dot. */
export function endingOf(name: string): string | undefined {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? undefined : lowerAscii(name.slice(dot + 1));
}

/**
 * Whether the file says what is left out of a build context: `.dockerignore`. `Dockerfile.dockerignore` does as well, though
 * it fits VS Code's `Dockerfile.*`.
 */
export function isIgnoreFile(name: string): boolean {
  const ending = endingOf(name);
  return ending === 'dockerignore' || ending === 'containerignore';
}

/** What a file is by its name, folders left out; `undefined` where the name says nothing. */
export function languageOfName(name: string): FileLanguage | undefined {
  if (isIgnoreFile(name)) return undefined;
  const parts = lowerAscii(name).split('.');
  // `dockerfile.compose.yml` fits both; VS Code takes the longer pattern, which is that of Compose.
  if (isComposeName(parts)) return 'compose';
  return isDockerfileName(parts) && !isAbout(parts) ? 'dockerfile' : undefined;
}

/** `compose.*.yaml`, `*docker*compose*.yaml`. */
function isComposeName(parts: readonly string[]): boolean {
  const ending = parts.at(-1);
  if (parts.length < 2 || (ending !== 'yml' && ending !== 'yaml')) return false;
  const plain = parts.slice(0, -1).join('.');
  const docker = plain.indexOf('docker');
  return parts[0] === 'compose' || (docker >= 0 && plain.includes('compose', docker));
}

/** `Dockerfile`, `Dockerfile.*`, `*.Dockerfile`. */
function isDockerfileName(parts: readonly string[]): boolean {
  return [parts[0], parts.at(-1)].some((part) => part !== undefined && dockerfileWords.has(part));
}

function isAbout(parts: readonly string[]): boolean {
  const [kind = '', ending = ''] = parts.slice(-2);
  return aboutEndings.has(ending) || (aboutKinds.has(kind) && /^[cm]?[jt]sx?$/.test(ending));
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
