import { programOf } from '../../../dockerfile/interpreters';
import { resolvePath } from '../../../dockerfile/paths';
import { known, valueOf } from '../../../text/known';
import { folderOfPath } from '../../../dockerfile/artefacts/places';
import { type Shipment, type StartChange } from '../language';
import { withOwnEntrypoint } from '../own-entrypoint';

/** Options whose value is the next word: https://docs.oracle.com/en/java/javase/21/docs/specs/man/java.html */
const withValue =
  /^(?:--add-(?:modules|exports|opens|reads)|--limit-modules|--upgrade-module-path|--patch-module|-d)$/;
const classPaths = /^(?:-cp|-classpath|--class-path|-p|--module-path)$/;

/** Absolute paths that `java` is told to load; absent where they are not known, or are all of the work directory. */
export function loadedPaths({ start, workdir }: Shipment): readonly string[] | undefined {
  const words = start?.words ?? [];
  if (programOf(words[0] ?? '') !== 'java') return undefined;
  const named = namedPaths(words.slice(1));
  const folder = workdir === undefined ? { state: 'unknown' as const } : known(workdir);
  const paths = named?.map((path) => valueOf(resolvePath(path, folder)));
  if (paths === undefined || paths.length === 0) return undefined;
  const all = paths.filter((path): path is string => path !== undefined && path !== workdir && path !== '/');
  return all.length === paths.length ? all.map(withCompanions) : undefined;
}

function namedPaths(words: readonly string[]): readonly string[] | undefined {
  const paths: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const next = words[at + 1];
    if (word === '-jar') return next === undefined || next.includes('*') ? undefined : [next];
    if (classPaths.test(word) && next !== undefined) {
      paths.push(...next.split(':').map((path) => path.replace(/\/?\*$/, '') || '.'));
      at++;
    } else if (withValue.test(word)) at++;
    else if (!word.startsWith('-')) break;
  }
  return paths.some((path) => path.includes('*')) ? undefined : paths;
}

/** Quarkus starts from a jar that loads what lies beside it: https://quarkus.io/guides/maven-tooling */
function withCompanions(path: string): string {
  return path.endsWith('/quarkus-run.jar') ? folderOfPath(path) : path;
}

/** How to start the same where the image below was told of `java` by its own entry point, or keeps it elsewhere. */
export function javaStart(shipment: Shipment): StartChange | undefined {
  const [first] = shipment.start?.parts ?? [];
  if (first === undefined) return undefined;
  const [program = '', ...others] = first.words;
  const own = withOwnEntrypoint(shipment);
  if (own !== undefined) return own;
  if (!program.endsWith('/bin/java')) return undefined;
  return {
    words: ['java', ...others],
    title: 'Start `java` by its name',
    why: `The hardened image keeps Java in another folder than \`${program}\`; \`java\` is found in both.`,
  };
}
