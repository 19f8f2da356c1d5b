import { availableParallelism } from 'node:os';

const onTerminal = (text) => process.stdout.write(text);

/**
 * Does pieces of work, as many at once as the machine has cores. What a piece prints comes out in one piece at its end; where
 * only one runs at a time, at once.
 *
 * @template T
 * @param {readonly { name: string, work: (print: (text: string) => void) => Promise<T> }[]} pieces
 * @param {number} [lanes] how many run at once at the most
 * @returns {Promise<T[]>} their results, in the order given
 */
export async function sideBySide(pieces, lanes = availableParallelism()) {
  const results = [];
  const waiting = pieces.entries();
  const lane = async () => {
    for (const [index, { name, work }] of waiting) {
      const heading = `\n── ${name}\n`;
      if (lanes === 1) {
        onTerminal(heading);
        results[index] = await work(onTerminal);
        continue;
      }
      let printed = heading;
      results[index] = await work((text) => (printed += text));
      onTerminal(printed);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
