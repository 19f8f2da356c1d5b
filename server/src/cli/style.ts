import { type Severity } from '../rules/rule';
import { type Terminal } from './terminal';

/** Marks text for a terminal; each function gives the text back as it is where colours are off. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly severity: (severity: Severity, text: string) => string;
}

const colours: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36, hint: 90 };

export function styleFor(coloured: boolean): Style {
  const mark = (code: number, text: string, end = 39): string =>
    coloured ? `\u001b[${code}m${text}\u001b[${end}m` : text;
  return {
    bold: (text) => mark(1, text, 22),
    dim: (text) => mark(2, text, 22),
    severity: (severity, text) => mark(colours[severity], text),
  };
}

/**
 * Whether an output is coloured: `FORCE_COLOR` and `NO_COLOR` decide where they are set, else whether it is a terminal.
 * @see https://no-color.org and https://force-color.org
 */
export function isColoured({ env }: Pick<Terminal, 'env'>, output: { readonly isTTY?: boolean }): boolean {
  const force = env['FORCE_COLOR'];
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  const no = env['NO_COLOR'];
  if (no !== undefined && no !== '') return false;
  return output.isTTY === true && env['TERM'] !== 'dumb';
}
