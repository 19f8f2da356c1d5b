import { ABSENT, known, type Known, UNKNOWN } from '../text/known';
import { type DockerfileTexts } from './dockerfile-texts';
import { languageOfName } from './file-names';
import { type Host } from './host';
import { type DockerfileText, type SeenDockerfiles } from './seen-dockerfiles';
import { nameOf, parentOf } from './uri';

/** How many Dockerfiles are read for one Compose file, and how long one may be, in UTF-16 code units. */
const most = { files: 100, length: 200_000 } as const;

/**
 * Reads the Dockerfiles at these URIs.
 * @param uris canonical.
 */
export async function fetchDockerfiles(
  host: Host,
  uris: readonly string[],
  texts: DockerfileTexts,
): Promise<SeenDockerfiles> {
  const wanted = [...new Set(uris)].slice(0, most.files);
  const found = await Promise.all(wanted.map((uri) => fetchOne(host, uri, texts)));
  const files = new Map(wanted.map((uri, index) => [uri, found[index] ?? UNKNOWN]));
  const missing = wanted.filter((uri) => files.get(uri)?.state === 'absent');
  const folders = new Set(missing.flatMap((uri) => parentOf(uri) ?? []));
  const names = new Map<string, readonly string[]>();
  for (const folder of folders)
    names.set(
      folder,
      ((await host.listFolder(folder)) ?? []).filter((name) => languageOfName(name) === 'dockerfile'),
    );
  return {
    at: (uri) => files.get(uri) ?? UNKNOWN,
    namesIn: (folder) => names.get(folder) ?? [],
  };
}

async function fetchOne(host: Host, uri: string, texts: DockerfileTexts): Promise<Known<DockerfileText>> {
  const text = await host.readFile(uri);
  if (text !== undefined) return text.length > most.length ? UNKNOWN : known(texts.of(uri, text));
  return (await isThere(host, uri)) === false ? ABSENT : UNKNOWN;
}

/** Folders that an installation or a build fills, so that they may be missing now and there when it is built. */
const filledLater = /^(?:vendor|node_modules|dist|build|out|target|bin|obj|tmp|generated|\..+)$/;

/**
 * Whether there is such a file or folder; `undefined` where nobody can tell. A name that differs in case alone may be the
 * same file, some builders take a Containerfile for a Dockerfile, and an empty folder may be a module of git that is not
 * checked out.
 */
async function isThere(host: Host, uri: string): Promise<boolean | undefined> {
  const parent = parentOf(uri);
  if (parent === undefined) return undefined;
  const names = await host.listFolder(parent);
  if (names === undefined) {
    if (filledLater.test(nameOf(parent))) return undefined;
    return (await isThere(host, parent)) === false ? false : undefined;
  }
  const own = nameOf(uri).toLowerCase();
  const present = names.map((name) => name.replace(/\/$/, '').toLowerCase());
  if (names.length === 0 || (own === 'dockerfile' && present.includes('containerfile'))) return undefined;
  return present.includes(own) ? undefined : false;
}
