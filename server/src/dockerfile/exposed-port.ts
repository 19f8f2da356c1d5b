import { hasAnyOf } from '../text/has-any-of';
import { unquoted } from '../text/unquoted';
import { type InstructionLine } from './instruction-line';
import { type Argument, type Dockerfile, type Stage } from './model';
import { factOf } from './model-map';
import { instructionsOf } from './walk';

/** A word of EXPOSE, taken apart. What a variable holds is not among them. */
export interface ExposedPort {
  readonly word: Argument;
  /** All before the last colon. */
  readonly host: string | undefined;
  /** First and last port as written; they are one where no range is given. */
  readonly from: string;
  readonly to: string | undefined;
  readonly protocol: string | undefined;
}

/** @see https://docs.docker.com/reference/dockerfile/#expose */
export function exposedPorts(where: Dockerfile | Stage): readonly ExposedPort[] {
  const found: ExposedPort[] = [];
  for (const { written } of instructionsOf(where, 'EXPOSE', { triggers: true }))
    found.push(...portsIn(written));
  return found;
}

const portsIn = factOf(({ args }: InstructionLine): readonly ExposedPort[] =>
  args.flatMap((word) => read(word) ?? []),
);

function read(word: Argument): ExposedPort | undefined {
  const text = unquoted(word.text);
  if (text === '' || hasAnyOf(text, '$\\`')) return undefined;
  const slash = text.indexOf('/');
  const port = slash < 0 ? text : text.slice(0, slash);
  const colon = port.lastIndexOf(':');
  const range = port.slice(colon + 1);
  const dash = range.indexOf('-');
  return {
    word,
    host: colon < 0 ? undefined : port.slice(0, colon),
    from: dash < 0 ? range : range.slice(0, dash),
    to: dash < 0 ? undefined : range.slice(dash + 1),
    protocol: slash < 0 ? undefined : text.slice(slash + 1),
  };
}
