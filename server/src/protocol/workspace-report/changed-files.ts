/** Collects files that have changed, until all is quiet for a while. Nothing before it is started. */
export class ChangedFiles {
  #isStarted = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #changed: Set<string> | 'all' = new Set();

  /**
   * @param delay in milliseconds.
   * @param tell is told the files; all where it is told none.
   */
  constructor(
    private readonly delay: number,
    private readonly tell: (uris: readonly string[] | undefined) => void,
  ) {}

  start(): void {
    this.#isStarted = true;
  }

  stop(): void {
    clearTimeout(this.#waiting);
  }

  add(uris: readonly string[]): void {
    if (this.#changed !== 'all') for (const uri of uris) this.#changed.add(uri);
    if (uris.length > 0) this.#wait();
  }

  all(): void {
    this.#changed = 'all';
    this.#wait();
  }

  #wait(): void {
    if (!this.#isStarted) {
      this.#changed = new Set();
      return;
    }
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      const changed = this.#changed;
      this.#changed = new Set();
      this.tell(changed === 'all' ? undefined : [...changed]);
    }, this.delay);
  }
}
