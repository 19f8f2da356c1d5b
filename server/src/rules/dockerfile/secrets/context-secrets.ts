import { type Dockerfile } from '../../../dockerfile/model';
import { type ContextTree } from '../../../workspace/context-tree';
import { contextSources, type ContextSource } from '../context/context-copies';
import { secretFile } from './secret-files';

/** What a copy of a folder brings along unseen. */
export interface ContextSecrets {
  readonly source: ContextSource;
  /** Paths of secret files, from the context on. */
  readonly files: readonly string[];
  /** Whether the history of the repository comes along. */
  readonly history: boolean;
}

/** Keys that tests and examples come with are made up. */
const madeUp =
  /(?:^|\/)(?:tests?|__tests__|specs?|e2e|fixtures?|__fixtures__|testdata|mocks?|__mocks__|examples?|samples?|docs?|vendor|third_party)\//i;

/** The copies of folders that bring secrets of the build context along; each secret counts for the first of them. */
export function contextSecrets(dockerfile: Dockerfile, tree: ContextTree): readonly ContextSecrets[] {
  const sources = contextSources(dockerfile);
  const named = new Set(sources.map(({ path }) => path));
  const secrets = tree.entries
    .filter(({ path, isFolder }) => !isFolder && !madeUp.test(path) && !named.has(path))
    .map(({ path }) => path)
    .filter((path) => secretFile(path, tree.textOf(path)) !== undefined && tree.ignored(path) === false);
  const hasHistory = tree.exists('.git') === true && tree.ignored('.git') === false;
  return sources.flatMap((source) => {
    const { path, isPattern, instruction } = source;
    if (isPattern || instruction.flags.some(({ name }) => name === 'exclude')) return [];
    const files = path === '' ? secrets : secrets.filter((secret) => secret.startsWith(`${path}/`));
    const history = path === '' && hasHistory;
    return files.length > 0 || history ? [{ source, files, history }] : [];
  });
}
