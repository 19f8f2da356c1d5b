import { ComposeView } from '../compose/view';
import { type ComposeBuild, buildsOf } from './compose-builds';
import { type ComposeFiles } from './compose-files';
import { workspaceFolder } from './compose-projects';
import { loadProject, type ProjectRoot } from './load-project';
import { rootOf, rootsIn } from './project-roots';
import { parentOf } from './uri';

/** How many folders above a Dockerfile are searched for the Compose files that build it. */
const heightSearched = 2;

/** Who builds a Dockerfile, as far as Compose files near it say. */
export interface DockerfileBuilds {
  readonly builds: readonly ComposeBuild[];
  /** The folders above the Dockerfile's own that were searched, nearest first. */
  readonly above: readonly string[];
}

/**
 * Finds the services that build the Dockerfile, in Compose files of its folder and of up to two folders above, and in those
 * that the settings name. Files that lie over each other, include or extend others count together.
 * @param paths of `-f` that the settings give, relative to the workspace folder.
 */
export async function dockerfileBuilds(
  files: ComposeFiles,
  uri: string,
  folder: string,
  paths: readonly string[] = [],
): Promise<DockerfileBuilds> {
  const places: string[] = [];
  const chosen = paths.length === 0 ? undefined : rootOf(paths, await workspaceFolder(files, folder));
  const builds = chosen === undefined ? [] : [...(await buildsIn(files, chosen, uri))];
  let place: string | undefined = folder;
  while (place !== undefined && places.length <= heightSearched) {
    const roots = await rootsIn(files, place);
    if (roots === undefined) break;
    places.push(place);
    const alone = roots.others.map((other): ProjectRoot => ({ files: [other], folder: place ?? folder }));
    for (const root of roots.main === undefined ? alone : [roots.main, ...alone])
      builds.push(...(await buildsIn(files, root, uri)));
    place = parentOf(place);
  }
  return { builds, above: places.slice(1) };
}

async function buildsIn(
  files: ComposeFiles,
  root: ProjectRoot,
  dockerfile: string,
): Promise<readonly ComposeBuild[]> {
  const project = await loadProject(files, root);
  const [file] = project.files;
  const builds = file === undefined ? [] : buildsOf(new ComposeView({ ...file, project }), root.folder);
  return builds.filter((build) => build.dockerfile === dockerfile);
}
