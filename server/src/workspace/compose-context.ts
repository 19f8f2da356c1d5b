import { viewsOf } from '../compose/views';
import { buildsOf, hostPaths } from './compose-builds';
import { type ComposeFiles } from './compose-files';
import { projectsOf } from './compose-projects';
import { type BuildContext, type SeenCompose } from './context';
import { listAll, lists } from './listing';
import { joinUri } from './uri';

export interface ComposeOptions {
  /** Paths of `-f` that the settings give. */
  readonly composeFiles?: readonly string[];
  readonly hardenedImageMirrors?: readonly string[];
}

/**
 * What rules may ask about the surroundings of a Compose file.
 * @param uri canonical.
 */
export async function composeContext(
  files: ComposeFiles,
  uri: string,
  folder: string,
  { composeFiles = [], hardenedImageMirrors = [] }: ComposeOptions,
): Promise<BuildContext> {
  const compose = await seenCompose(files, uri, composeFiles, hardenedImageMirrors);
  const places = (compose?.views ?? []).flatMap((view) => [
    ...buildsOf(view, folder).map((build) => build.context),
    ...hostPaths(view, folder),
  ]);
  // Paths start at the project's folder, which need not be the document's own.
  const start = compose?.views[0].placeOf({ start: 0, end: 0 }).folder ?? '';
  const own = start === '' ? folder : start;
  const listings = await listAll(files.host, [own, ...places]);
  return {
    has: (name) => lists(listings.get(own), name),
    hasIn: (path, name) => lists(listings.get(joinUri(own, path)), name),
    targets: [],
    namedContexts: [],
    hadolintIgnored: [],
    ...(compose === undefined ? {} : { compose }),
  };
}

async function seenCompose(
  files: ComposeFiles,
  uri: string,
  composeFiles: readonly string[],
  hardenedImageMirrors: readonly string[],
): Promise<SeenCompose | undefined> {
  const content = await files.read(uri);
  if (content === undefined) return undefined;
  const projects = await projectsOf(files, uri, composeFiles);
  const document = { uri, content, projects, hardenedImageMirrors };
  return { ...document, views: viewsOf(document) };
}
