/**
 * Flags of Node for the server's process, which keep it small: together they save about 25 MB with 100 documents. A small
 * young generation makes V8 collect more often what each look at a document leaves behind, for some tenths of a
 * millisecond a look; one thread in place of four compiles in the background.
 */
const smallFlags: readonly string[] = ['--max-semi-space-size=4', '--v8-pool-size=1'];

/**
 * The flags that the server is started with. Desktop VS Codes start it with the Node that is in Electron, and each has its
 * own: where a server ends before it has answered once, the next one is started without flags.
 */
export class ServerFlags {
  #flags = smallFlags;
  #hasRun = false;

  get execArgv(): string[] {
    return [...this.#flags];
  }

  /** The server answers. */
  running(): void {
    this.#hasRun = true;
  }

  /** The server's process has gone, wanted or not. */
  ended(): void {
    if (!this.#hasRun) this.#flags = [];
  }
}
