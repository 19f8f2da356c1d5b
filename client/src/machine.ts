/** What runs the commands that a person chooses to run. */
export interface Machine {
  readonly isWindows: boolean;
  /** Who files in a container should belong to, `1000:1000`; absent where the engine sees to it by itself. */
  readonly account?: string;
}
