import { type Machine } from '../machine';
import { type ServerFacts } from '../server-facts';

/** What the commands work with. */
export interface CommandTools {
  readonly facts: ServerFacts;
  /** Absent in a browser, where nothing can be run. */
  readonly machine: Machine | undefined;
}
