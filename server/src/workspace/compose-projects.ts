import { type ComposeProject, loneFile, type ProjectFile } from '../compose/project';
import { type ComposeText } from '../compose/text';
import { Unit } from '../compose/units';
import { type ComposeFiles } from './compose-files';
import { onceForNames } from './listing';
import { loadProject, type ProjectRoot } from './load-project';
import { type FolderRoots, rootOf, rootsIn } from './project-roots';
import { joinUri, parentOf } from './uri';

/** How far around a file others are looked for that include or extend it. */
const reach = { above: 2, folders: 30 } as const;

/**
 * The projects in which a Compose file takes part: those that list it, include it or have services that extend its own; by
 * itself where there are none.
 * @param uri canonical.
 * @param paths of `-f` that the settings give, relative to the workspace folder.
 */
export async function projectsOf(
  files: ComposeFiles,
  uri: string,
  paths: readonly string[] = [],
): Promise<readonly ComposeProject[]> {
  const folder = parentOf(uri);
  const content = folder === undefined ? undefined : await files.read(uri);
  if (folder === undefined || content === undefined) return [];
  const chosen = paths.length === 0 ? undefined : rootOf(paths, await workspaceFolder(files, folder));
  const around = await rootsAround(files, folder);
  const roots = [chosen, ...around.map(({ main }) => main)].filter((root) => root !== undefined);
  const listing = roots.filter((root) => root.files.includes(uri));
  // Who says which files belong together does not start what Compose would find by itself.
  const own = chosen !== undefined && listing.includes(chosen) ? [chosen] : listing;
  const others = roots.filter((root) => !listing.includes(root));
  // First what is the file's own: so many files are read and no more.
  const listed = await loadAll(files, unique(own));
  const users = await usersOf(files, uri, [...others, ...loneRoots(around, uri)]);
  const found = [...listed, ...users];
  if (found.length > 0) return found;
  const below = await usersOf(files, uri, await rootsBelow(files, folder, uri));
  if (below.length > 0) return below;
  return [await ownProject(files, { uri, folder, content }, around[0]?.main)];
}

/** The topmost folder that may be read. */
export async function workspaceFolder(files: ComposeFiles, folder: string): Promise<string> {
  let top = folder;
  for (let next = parentOf(top); next !== undefined; next = parentOf(top)) {
    if ((await files.host.listFolder(next)) === undefined) break;
    top = next;
  }
  return top;
}

/** What may start in the folder and in those above it, nearest first. */
async function rootsAround(files: ComposeFiles, folder: string): Promise<readonly FolderRoots[]> {
  const found: FolderRoots[] = [];
  for (let place: string | undefined = folder; place !== undefined; place = parentOf(place)) {
    const roots = found.length > reach.above ? undefined : await rootsIn(files, place);
    if (roots === undefined) break;
    found.push(roots);
  }
  return found;
}

/** What may start in folders beside the file, and in those beside its own folder. */
async function rootsBelow(files: ComposeFiles, folder: string, uri: string): Promise<readonly ProjectRoot[]> {
  const places: string[] = [];
  for (const place of [folder, parentOf(folder)]) {
    const names = place === undefined ? undefined : await files.host.listFolder(place);
    if (place !== undefined && names !== undefined)
      for (const name of foldersAmong(names)) places.push(joinUri(place, name));
  }
  const near = places.filter((place) => place !== folder).slice(0, reach.folders);
  const found = (await Promise.all(near.map((place) => rootsIn(files, place)))).filter(
    (roots) => roots !== undefined,
  );
  return [...found.flatMap(({ main }) => main ?? []), ...loneRoots(found, uri)];
}

const foldersAmong = onceForNames((names) =>
  names.filter((name) => /^(?!\.|node_modules\/).*\/$/.test(name)),
);

function loneRoots(around: readonly FolderRoots[], uri: string): readonly ProjectRoot[] {
  return around
    .flatMap(({ others }) => others)
    .filter((other) => other !== uri)
    .flatMap((other) => {
      const folder = parentOf(other);
      return folder === undefined ? [] : [{ files: [other], folder }];
    });
}

/** Those among the projects that include the file or extend what it has. */
async function usersOf(
  files: ComposeFiles,
  uri: string,
  roots: readonly ProjectRoot[],
): Promise<readonly ComposeProject[]> {
  const linking: ProjectRoot[] = [];
  for (const root of unique(roots)) {
    const texts = await Promise.all(root.files.map((file) => files.text(file)));
    if (texts.some((text) => text !== undefined && mayLink.test(text))) linking.push(root);
  }
  return (await loadAll(files, linking)).filter((project) => takesPart(project, uri));
}

/** Only what has one of these words names another Compose file; most do not, and their YAML need not be read. */
const mayLink = /\bextends\b|^["']?include\b/m;

function takesPart({ files }: ComposeProject, uri: string): boolean {
  const waiting = [...files];
  const seen = new Set<ProjectFile>(waiting);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (file.uri === uri) return true;
    for (const base of file.extended.values()) {
      if (seen.has(base)) continue;
      seen.add(base);
      waiting.push(base);
    }
  }
  return false;
}

/**
 * A file that nothing names. Beside a project's file it may be one to lay over that (`docker compose -f compose.yaml -f
 * compose.prod.yaml`): it does where it leaves to that file what a service runs, and else what it lacks may stand there.
 */
async function ownProject(
  files: ComposeFiles,
  { uri, folder, content }: { readonly uri: string; readonly folder: string; readonly content: ComposeText },
  beside: ProjectRoot | undefined,
): Promise<ComposeProject> {
  const [main] = beside?.files ?? [];
  const below = main === undefined ? undefined : await files.read(main);
  if (beside !== undefined && main !== undefined && below !== undefined && completes(content, below))
    return loadProject(files, { files: [main, uri], folder: beside.folder });
  const { files: all, isClosed, isWhole } = await loadProject(files, { files: [uri], folder });
  return { files: all, isClosed, isWhole: isWhole && beside === undefined };
}

function completes(content: ComposeText, below: ComposeText): boolean {
  const [over, base] = [content, below].map((each) => new Unit(loneFile('', each), each, 0));
  return [...(over?.declarations ?? [])].some(([name, entries]) => {
    const runs = entries.some(
      ({ value }) => value.kind !== 'map' || ['image', 'build', 'extends'].some((key) => value.get(key)),
    );
    return !runs && base?.declarations.has(name) === true;
  });
}

function loadAll(files: ComposeFiles, roots: readonly ProjectRoot[]): Promise<readonly ComposeProject[]> {
  return Promise.all(roots.map((root) => loadProject(files, root)));
}

function unique(roots: readonly ProjectRoot[]): readonly ProjectRoot[] {
  return [...new Map(roots.map((root) => [root.files.join(' '), root])).values()];
}
