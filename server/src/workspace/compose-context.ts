import { viewsOf } from '../compose/views';
import { buildsOf, hostPaths } from './compose-builds';
import { type ComposeFiles } from './compose-files';
import { projectsOf } from './compose-projects';
import { type BuildContext } from './context';
import { listAll, lists } from './listing';
import { joinUri } from './uri';

/**
 * What rules may ask about the surroundings of a Compose file.
 * @param uri canonical.
 * @param listed paths of `-f` that the settings give.
 */
export async function composeContext(
  files: ComposeFiles,
  uri: string,
  folder: string,
  listed: readonly string[],
): Promise<BuildContext> {
  const content = await files.read(uri);
  const projects = content === undefined ? [] : await projectsOf(files, uri, listed);
  const views = content === undefined ? [] : viewsOf({ uri, content, projects });
  const places = views.flatMap((view) => [
    ...buildsOf(view, folder).map((build) => build.context),
    ...hostPaths(view, folder),
  ]);
  const listings = await listAll(files.host, [folder, ...places]);
  return {
    has: (name) => lists(listings.get(folder), name),
    hasIn: (path, name) => lists(listings.get(joinUri(folder, path)), name),
    targets: [],
    namedContexts: [],
    hadolintIgnored: [],
    ...(content === undefined ? {} : { compose: { uri, content, projects } }),
  };
}
