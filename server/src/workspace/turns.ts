/** So long one piece of work may keep others waiting, in milliseconds. */
const longest = 10;

/**
 * For work of many small steps: what is awaited between two of them lets others have their turn, as soon as this one has
 * lasted long enough.
 */
export function takeTurns(): () => Promise<void> {
  let began = Date.now();
  return async () => {
    if (Date.now() - began < longest) return;
    await new Promise((resolve) => setTimeout(resolve));
    began = Date.now();
  };
}
