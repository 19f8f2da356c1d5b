import { Source } from '../text/source';

/** Keeps what was made of the texts of files, for as long as a text stays the same and there is room. */
export class KeptTexts<T extends { readonly source: Source }> {
  readonly #kept = new Map<string, T>();
  #size = 0;

  /**
   * @param make what is kept of a text.
   * @param most texts that are kept, in UTF-16 code units.
   */
  constructor(
    private readonly make: (source: Source) => T,
    private readonly most: number,
  ) {}

  /** @param uri canonical. */
  of(uri: string, text: string): T {
    const before = this.#kept.get(uri);
    const content = before?.source.text === text ? before : this.make(new Source(text));
    // The one used last goes last.
    this.#drop(uri);
    this.#kept.set(uri, content);
    this.#size += text.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= this.most) break;
      this.#drop(oldest);
    }
    return content;
  }

  #drop(uri: string): void {
    this.#size -= this.#kept.get(uri)?.source.text.length ?? 0;
    this.#kept.delete(uri);
  }
}
