import { milliseconds } from './clock';

/** The longest that a run goes on without a look at what happens outside, in milliseconds. */
const longest = 20;

let last = milliseconds();

/** Lets signals and timers have their turn where they have waited for long: files are read and checked without a pause. */
export async function breathe(): Promise<void> {
  if (milliseconds() - last < longest) return;
  await new Promise((resolve) => setImmediate(resolve));
  last = milliseconds();
}
