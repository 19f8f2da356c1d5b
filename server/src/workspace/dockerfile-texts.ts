import { KeptTexts } from './kept-texts';
import { type DockerfileText } from './seen-dockerfiles';

/** Texts that are kept, in UTF-16 code units: those that one Compose file builds from, and some more. */
const mostKept = 1_000_000;

/** Keeps Dockerfiles, and with them what was made of them, for as long as their text stays the same. */
export class DockerfileTexts extends KeptTexts<DockerfileText> {
  constructor() {
    super((source) => ({ source }), mostKept);
  }
}
