import { Source } from '../text/source';
import { type DockerfileText } from './seen-dockerfiles';

/** Texts that are kept, in UTF-16 code units: those that one Compose file builds from, and some more. */
const mostKept = 1_000_000;

/** Keeps Dockerfiles, and with them what was made of them, for as long as their text stays the same. */
export class DockerfileTexts {
  readonly #kept = new Map<string, DockerfileText>();
  #size = 0;

  /** @param uri canonical. */
  of(uri: string, text: string): DockerfileText {
    const before = this.#kept.get(uri);
    const content = before?.source.text === text ? before : { source: new Source(text) };
    // The one used last goes last.
    this.#drop(uri);
    this.#kept.set(uri, content);
    this.#size += text.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= mostKept) break;
      this.#drop(oldest);
    }
    return content;
  }

  #drop(uri: string): void {
    this.#size -= this.#kept.get(uri)?.source.text.length ?? 0;
    this.#kept.delete(uri);
  }
}
