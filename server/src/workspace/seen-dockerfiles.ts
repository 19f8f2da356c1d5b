import { type Known } from '../text/known';
import { type Source } from '../text/source';

/** The Dockerfiles that the services of a Compose file build from, as they stood when they were read. */
export interface SeenDockerfiles {
  /**
   * The file at a canonical URI: absent where there certainly is none, unknown where it was not looked for, lies outside the
   * workspace or is too large.
   */
  at(uri: string): Known<DockerfileText>;
  /** Names of the Dockerfiles in a folder that one was looked for in. */
  namesIn(folder: string): readonly string[];
}

/** One version of a Dockerfile: the same object as long as the text is the same. */
export interface DockerfileText {
  readonly source: Source;
}
