import { type ComposeBuild, buildsOf } from './compose-builds';
import { languageOfName } from './file-names';
import { readCompose } from './compose-reader';
import { type Host } from './host';
import { joinUri, parentOf } from './uri';

/** How many folders above a Dockerfile are searched for the Compose files that build it. */
const heightSearched = 2;

/** Who builds a Dockerfile, as far as Compose files near it say. */
export interface DockerfileBuilds {
  readonly builds: readonly ComposeBuild[];
  /** The folders above the Dockerfile's own that were searched, nearest first. */
  readonly above: readonly string[];
}

/** Finds the services that build the Dockerfile, in Compose files of its folder and of up to two folders above. */
export async function dockerfileBuilds(host: Host, uri: string, folder: string): Promise<DockerfileBuilds> {
  const places: string[] = [];
  const builds: ComposeBuild[] = [];
  let place: string | undefined = folder;
  while (place !== undefined && places.length <= heightSearched) {
    const names = await host.listFolder(place);
    if (names === undefined) break;
    places.push(place);
    for (const name of names) {
      if (languageOfName(name) !== 'compose') continue;
      const compose = await readCompose(host, joinUri(place, name));
      if (compose === undefined) continue;
      builds.push(...buildsOf(compose, place).filter((build) => build.dockerfile === uri));
    }
    place = parentOf(place);
  }
  return { builds, above: places.slice(1) };
}
