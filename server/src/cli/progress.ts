import { milliseconds } from './clock';
import { columnsOf, type Output, type Terminal } from './terminal';

/** A line on a terminal that says how far a run is, until something else is to be said. */
export interface Progress {
  tell(text: string): void;
  /** Takes the line away. */
  clear(): void;
  /** The output, before each text of which the line goes away. */
  above(output: Output): Output;
}

/** Who waits no longer than this needs no comfort; then it is news so often. In milliseconds. */
const patience = 1000;
const pace = 100;

/** In columns, where the terminal does not say. */
const usualWidth = 80;

/** Back to the start of the line, and all of it deleted. */
const emptied = '\r\u001b[K';

/** Tells nothing where standard error is no terminal, or where nobody sits before it. */
export function progressOn({ stderr, env, now = milliseconds }: Terminal): Progress {
  const isWatched = stderr.isTTY === true && env['TERM'] !== 'dumb' && (env['CI'] ?? '') === '';
  const start = now();
  let last = start + patience - pace;
  let shown = false;
  const clear = (): void => {
    if (shown) stderr.write(emptied);
    shown = false;
  };
  return {
    tell(text) {
      if (!isWatched) return;
      const at = now();
      if (at - last < pace) return;
      last = at;
      shown = true;
      stderr.write(`${emptied}${text.slice(0, columnsOf(stderr, usualWidth) - 1)}`);
    },
    clear,
    above: (output) => ({
      write(text) {
        if (text !== '') clear();
        return output.write(text);
      },
      ...(output.isTTY === undefined ? {} : { isTTY: output.isTTY }),
      ...(output.columns === undefined ? {} : { columns: output.columns }),
    }),
  };
}
