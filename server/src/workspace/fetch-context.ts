import { buildsOf, hostPaths } from './compose-builds';
import { readCompose } from './compose-reader';
import { type BuildContext, unknownContext } from './context';
import { dockerfileBuilds } from './dockerfile-builds';
import { type FileLanguage } from './file-names';
import { type Host } from './host';
import { type Listing, listingOf, lists } from './listing';
import { canonical, joinUri, parentOf } from './uri';

/** Reads what rules may ask about the surroundings of a document. Never throws; what cannot be read is unknown. */
export async function fetchContext(
  host: Host,
  documentUri: string,
  language: FileLanguage,
): Promise<BuildContext> {
  const uri = canonical(documentUri);
  const folder = parentOf(uri);
  if (folder === undefined) return unknownContext;
  return language === 'dockerfile' ? dockerfileContext(host, uri, folder) : composeContext(host, uri, folder);
}

async function composeContext(host: Host, uri: string, folder: string): Promise<BuildContext> {
  const compose = await readCompose(host, uri);
  const builds = compose === undefined ? [] : buildsOf(compose, folder).map((build) => build.context);
  const mounted = compose === undefined ? [] : hostPaths(compose, folder);
  const listings = await listAll(host, [folder, ...builds, ...mounted]);
  return {
    has: (name) => lists(listings.get(folder), name),
    hasIn: (path, name) => lists(listings.get(joinUri(folder, path)), name),
    targets: [],
    namedContexts: [],
  };
}

/**
 * The build context of a Dockerfile is what Compose files say that it is, else its own folder. A name that is missing
 * there but stands in a folder above may well be in the context (`docker build -f docker/Dockerfile .`): unknown.
 */
async function dockerfileContext(host: Host, uri: string, folder: string): Promise<BuildContext> {
  const { builds, above } = await dockerfileBuilds(host, uri, folder);
  const contexts = [...new Set(builds.map((build) => build.context))];
  const listings = await listAll(host, [folder, ...contexts, ...above]);
  const has = (name: string): boolean | undefined => {
    if (contexts.length > 0) return agreed(contexts.map((context) => lists(listings.get(context), name)));
    const own = lists(listings.get(folder), name);
    return own === false && above.some((place) => lists(listings.get(place), name) === true)
      ? undefined
      : own;
  };
  return {
    has,
    hasIn: (path, name) => lists(listings.get(joinUri(folder, path)), name),
    targets: [...new Set(builds.flatMap((build) => build.target ?? []))],
    namedContexts: [...new Set(builds.flatMap((build) => build.namedContexts))],
  };
}

/** What several build contexts say of one name, `undefined` where they differ. */
function agreed(answers: readonly (boolean | undefined)[]): boolean | undefined {
  const [first, ...others] = answers;
  return others.every((answer) => answer === first) ? first : undefined;
}

async function listAll(host: Host, folders: readonly string[]): Promise<ReadonlyMap<string, Listing>> {
  const unique = [...new Set(folders)];
  const listings = await Promise.all(unique.map((folder) => listingOf(host, folder)));
  return new Map(unique.map((folder, index) => [folder, listings[index]]));
}
