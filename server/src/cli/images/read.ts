import { dirname } from 'node:path';
import { URI } from 'vscode-uri';
import { resolveSettings } from '../../service/configuration';
import { type FileImages } from '../../service/inventory/model';
import { type WantedFile, WorkspaceImages } from '../../service/inventory/workspace-images';
import { defaultSettings, type Settings } from '../../service/settings';
import { cacheHost } from '../../workspace/cached-host';
import { type Host } from '../../workspace/host';
import { boundaryOf } from '../boundary';
import { type Failed, findFiles, type FoundFile, shownPath } from '../find-files';
import { createNodeHost } from '../node-host';
import { readText } from '../read-text';
import { sniffLanguage } from '../sniff';

/** Gives the settings for a file of the host. */
type SettingsOf = (host: Host, uri: string) => Promise<Settings>;

/**
 * The images of the files that paths mean, in their order.
 * @param settingsFor gives the settings of a file; those of its configuration where absent.
 */
export async function readImages(
  paths: readonly string[],
  cwd: string,
  failed: Failed,
  settingsFor: SettingsOf = configured,
): Promise<readonly FileImages[]> {
  const texts = new Map<string, string>();
  const byBoundary = new Map<string, WantedFile[]>();
  for (const file of await findFiles(paths, cwd, failed)) {
    const wanted = await readable(file, texts, (fault) => failed(shownPath(file.path, cwd), fault));
    if (wanted === undefined) continue;
    const boundary = boundaryOf(dirname(file.path), cwd);
    byBoundary.set(boundary, [...(byBoundary.get(boundary) ?? []), wanted]);
  }
  const all: FileImages[] = [];
  for (const [boundary, files] of byBoundary) {
    const disk = cacheHost(createNodeHost(boundary));
    // A file that was named may well lie behind a link that leads out of the boundary.
    const host: Host = { ...disk, readFile: async (uri) => texts.get(uri) ?? disk.readFile(uri) };
    const images = new WorkspaceImages(host, (uri) => settingsFor(host, uri));
    all.push(...(await images.filesOf(files)));
  }
  return all;
}

const configured: SettingsOf = async (host, uri) =>
  (await resolveSettings(host, uri, defaultSettings)).settings;

async function readable(
  { path, language }: FoundFile,
  texts: Map<string, string>,
  fails: (fault: string) => void,
): Promise<WantedFile | undefined> {
  const file = await readText(path);
  if ('fault' in file) {
    fails(file.fault);
    return undefined;
  }
  const kind = language ?? sniffLanguage(path, file.text);
  if (kind === undefined) {
    fails('is neither a Dockerfile nor a Compose file, by its name and by its first instruction');
    return undefined;
  }
  const uri = URI.file(path).toString();
  texts.set(uri, file.text);
  return { uri, language: kind };
}
