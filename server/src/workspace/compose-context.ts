import { viewsOf } from '../compose/views';
import { buildsOf, hostPaths } from './compose-builds';
import { type ComposeFiles } from './compose-files';
import { projectsOf } from './compose-projects';
import { type BuildContext, type SeenCompose } from './context';
import { DockerfileTexts } from './dockerfile-texts';
import { fetchDockerfiles } from './fetch-dockerfiles';
import { listAll, lists } from './listing';
import { trackedSecrets } from './tracked-secrets';
import { joinUri } from './uri';

export interface ComposeOptions {
  /** What was read before, for other documents or other versions of this one. */
  readonly dockerfileTexts?: DockerfileTexts;
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
  { composeFiles = [], hardenedImageMirrors = [], dockerfileTexts = new DockerfileTexts() }: ComposeOptions,
): Promise<BuildContext> {
  const compose = await seenCompose(files, uri, composeFiles, hardenedImageMirrors);
  const views = compose?.views ?? [];
  const builds = views.flatMap((view) => buildsOf(view, folder));
  const places = [
    ...builds.map(({ context }) => context),
    ...views.flatMap((view) => hostPaths(view, folder)),
  ];
  // Paths start at the project's folder, which need not be the document's own.
  const start = compose?.views[0].placeOf({ start: 0, end: 0 }).folder ?? '';
  const own = start === '' ? folder : start;
  const [listings, dockerfiles] = await Promise.all([
    listAll(files.host, [own, ...places]),
    fetchDockerfiles(
      files.host,
      builds.flatMap(({ dockerfile }) => dockerfile ?? []),
      dockerfileTexts,
    ),
  ]);
  return {
    has: (name) => lists(listings.get(own), name),
    hasIn: (path, name) => lists(listings.get(joinUri(own, path)), name),
    targets: [],
    namedContexts: [],
    hadolintIgnored: [],
    dockerfiles,
    trackedSecrets: await trackedSecrets(files, views),
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
