import { ComposeView } from '../compose/view';
import { type ComposeBuild, buildsOf } from './compose-builds';
import { type ComposeFiles } from './compose-files';
import { loadProject, type ProjectRoot } from './load-project';
import { rootsIn } from './project-roots';
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
 * Finds the services that build the Dockerfile, in Compose files of its folder and of up to two folders above. An override
 * file counts together with the file that it lies over.
 */
export async function dockerfileBuilds(
  files: ComposeFiles,
  uri: string,
  folder: string,
): Promise<DockerfileBuilds> {
  const places: string[] = [];
  const builds: ComposeBuild[] = [];
  let place: string | undefined = folder;
  while (place !== undefined && places.length <= heightSearched) {
    const roots = await rootsIn(files, place);
    if (roots === undefined) break;
    places.push(place);
    const alone = roots.others.map((other): ProjectRoot => ({ files: [other], folder: place ?? folder }));
    for (const root of roots.main === undefined ? alone : [roots.main, ...alone])
      builds.push(...(await buildsIn(files, root)).filter((build) => build.dockerfile === uri));
    place = parentOf(place);
  }
  return { builds, above: places.slice(1) };
}

async function buildsIn(files: ComposeFiles, root: ProjectRoot): Promise<readonly ComposeBuild[]> {
  const project = await loadProject(files, root);
  const [file] = project.files;
  return file === undefined ? [] : buildsOf(new ComposeView({ ...file, project }), root.folder);
}
