import { type Dockerfile } from '../../../dockerfile/model';
import { lowerAscii } from '../../../text/lower-ascii';
import { type ContextTree } from '../../../workspace/context-tree';
import { readPattern } from '../../../workspace/ignore-pattern';
import { contextSources, type ContextSource } from '../context/context-copies';
import { secretFile, secretFolder } from './secret-files';

/** What a copy of a folder brings along unseen. */
export interface ContextSecrets {
  readonly source: ContextSource;
  /** Paths of secret files, from the context on. */
  readonly files: readonly string[];
  /** Whether the history of the repository comes along. */
  readonly history: boolean;
}

/** Folders of tests and examples: the keys that these come with are made up. */
const foldersOfMadeUp = new Set([
  ...['test', 'tests', '__tests__', 'spec', 'specs', 'e2e', 'testdata', 'mock', 'mocks', '__mocks__'],
  ...['fixture', 'fixtures', '__fixtures__', 'example', 'examples', 'sample', 'samples', 'doc', 'docs'],
  ...['vendor', 'third_party'],
]);

/** The copies of folders, and by patterns, that bring secrets of the build context along. */
export function contextSecrets(dockerfile: Dockerfile, tree: ContextTree): readonly ContextSecrets[] {
  const sources = contextSources(dockerfile);
  if (sources.length === 0) return [];
  const named = new Set(sources.map(({ path }) => path));
  const secrets = sentSecrets(tree).filter((path) => !named.has(path));
  const hasHistory = tree.exists('.git') === true && tree.ignored('.git') === false;
  return sources.flatMap((source) => {
    const { path, isPattern, instruction } = source;
    if (instruction.flags.some(({ name }) => name === 'exclude')) return [];
    // A folder that holds nothing else is a fault of its own, which secret-file-copied reports.
    if (secretFolder(path) !== undefined) return [];
    const files = isPattern ? fitting(secrets, path) : secrets.filter((secret) => liesIn(secret, path));
    const history = path === '' && hasHistory;
    return files.length > 0 || history ? [{ source, files, history }] : [];
  });
}

function liesIn(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

/** The paths that the pattern fits, or a folder that they lie in. */
function fitting(paths: readonly string[], text: string): readonly string[] {
  const pattern = text.includes('**') ? undefined : readPattern(text);
  if (pattern === undefined) return [];
  const depth = text.split('/').length;
  return paths.filter((path) => pattern.matches(path.split('/').slice(0, depth).join('/')));
}

function isMadeUp(path: string): boolean {
  return lowerAscii(path)
    .split('/')
    .slice(0, -1)
    .some((folder) => foldersOfMadeUp.has(folder));
}

const sent = new WeakMap<ContextTree, readonly string[]>();

/** The secret files that a build is given, found once for a tree. */
function sentSecrets(tree: ContextTree): readonly string[] {
  let secrets = sent.get(tree);
  if (secrets === undefined) {
    secrets = tree.entries
      .filter(({ path, isFolder }) => !isFolder && secretFile(path, tree.textOf(path)) !== undefined)
      .map(({ path }) => path)
      .filter((path) => !isMadeUp(path) && tree.ignored(path) === false);
    sent.set(tree, secrets);
  }
  return secrets;
}
