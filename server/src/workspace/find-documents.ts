import { type FileLanguage, foldersOfOthers, languageOfName } from './file-names';
import { type Host } from './host';
import { IgnoreLayers } from './ignore-layers';
import { canonical, joinUri, relativePath } from './uri';

/** A Dockerfile or Compose file of a workspace, as its name tells. */
export interface FoundDocument {
  /** Canonical. */
  readonly uri: string;
  readonly language: FileLanguage;
  /** The workspace folder that it was found in, canonical. */
  readonly folder: string;
}

/** So far down and no further, should links that the host cannot tell from folders lead round in a circle. */
const deepest = 40;

/**
 * The Dockerfiles and Compose files of workspace folders, each once, those of a folder sorted by path. What `.gitignore`
 * names is left out, and so is what other tools fill; links to folders are not followed.
 * @param folders URIs.
 * @param isOver asked now and then: whether nobody waits any more. Then what was found so far is returned.
 */
export async function findDocuments(
  host: Host,
  folders: readonly string[],
  isOver: () => boolean = () => false,
): Promise<readonly FoundDocument[]> {
  const found = new Map<string, FoundDocument>();
  for (const folder of folders.map(canonical)) {
    const walk: Walk = { host, folder, isOver, found };
    await visit(walk, folder, IgnoreLayers.none(relativePath), 0);
  }
  return [...found.values()];
}

interface Walk {
  readonly host: Host;
  readonly folder: string;
  readonly isOver: () => boolean;
  /** By the place that links lead to. */
  readonly found: Map<string, FoundDocument>;
}

async function visit(walk: Walk, folder: string, above: IgnoreLayers, depth: number): Promise<void> {
  const { host, isOver, found } = walk;
  const names = isOver() || depth > deepest ? undefined : await host.listFolder(folder);
  if (names === undefined) return;
  const ignored = names.includes('.gitignore') ? await ignoredIn(host, above, folder) : above;
  const real = await host.realUri?.(folder);
  for (const written of [...names].sort()) {
    const isFolder = written.endsWith('/');
    const name = isFolder ? written.slice(0, -1) : written;
    const language = isFolder ? undefined : languageOfName(name);
    if (isFolder ? foldersOfOthers.has(name) : language === undefined) continue;
    const uri = joinUri(folder, name);
    if (ignored.has(uri, isFolder)) continue;
    // A host that cannot tell where links lead has, as a rule, none.
    const target = real === undefined ? uri : await host.realUri?.(uri);
    if (language === undefined) {
      const isLink = real !== undefined && target !== joinUri(real, name);
      if (!isLink) await visit(walk, uri, ignored, depth + 1);
    } else if (target !== undefined && !found.has(target))
      found.set(target, { uri, language, folder: walk.folder });
  }
}

async function ignoredIn(host: Host, above: IgnoreLayers, folder: string): Promise<IgnoreLayers> {
  const text = await host.readFile(joinUri(folder, '.gitignore'));
  return text === undefined ? above : above.with(folder, text);
}
