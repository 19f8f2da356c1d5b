import { type ShellCommand } from '../shell/model';
import { type Dockerfile, type Instruction, type Stage } from './model';
import { ModelMap } from './model-map';

export type Keyword = Instruction['keyword'];
/** The instructions that may have one of these keywords. */
export type InstructionOf<K extends Keyword> = Instruction extends infer Each
  ? Each extends { readonly keyword: infer Own }
    ? Extract<Own, K> extends never
      ? never
      : Each
    : never
  : never;

/**
 * The instructions of a file or a stage with one of these keywords, in order. With `triggers`, what an ONBUILD
 * triggers is among them, in its place.
 */
export function instructionsOf<K extends Keyword>(
  where: Dockerfile | Stage,
  keywords: K | readonly K[],
  { triggers = false }: { readonly triggers?: boolean } = {},
): readonly InstructionOf<K>[] {
  let walk = walks.get(where);
  if (walk === undefined) walks.set(where, (walk = new Walk(where.instructions)));
  return walk.find(maskOf(keywords), triggers) as readonly InstructionOf<K>[];
}

/** What was found in a file or stage, by the bits of the keywords: many rules ask for the same. */
class Walk {
  /** The bit of each instruction's keyword. */
  readonly #bits: readonly number[];
  readonly #found = new Map<number, readonly Instruction[]>();

  constructor(private readonly instructions: readonly Instruction[]) {
    this.#bits = instructions.map(({ keyword }) => KEYWORDS[keyword]);
  }

  find(wanted: number, triggers: boolean): readonly Instruction[] {
    const key = triggers ? wanted | TRIGGERS : wanted;
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const found: Instruction[] = [];
    for (let at = 0; at < this.#bits.length; at++) {
      const bit = this.#bits[at] ?? 0;
      const isTrigger = triggers && bit === KEYWORDS.ONBUILD;
      if ((bit & wanted) === 0 && !isTrigger) continue;
      const instruction = this.instructions[at];
      if (instruction === undefined) break;
      if ((bit & wanted) !== 0) found.push(instruction);
      const trigger = isTrigger && instruction.keyword === 'ONBUILD' ? instruction.trigger : undefined;
      if (trigger !== undefined && (KEYWORDS[trigger.keyword] & wanted) !== 0) found.push(trigger);
    }
    this.#found.set(key, found);
    return found;
  }
}

const walks = new ModelMap<Dockerfile | Stage, Walk>();

const KEYWORDS: Readonly<Record<Keyword, number>> = {
  FROM: 1 << 0,
  RUN: 1 << 1,
  COPY: 1 << 2,
  ADD: 1 << 3,
  ENV: 1 << 4,
  LABEL: 1 << 5,
  ARG: 1 << 6,
  CMD: 1 << 7,
  ENTRYPOINT: 1 << 8,
  HEALTHCHECK: 1 << 9,
  USER: 1 << 10,
  WORKDIR: 1 << 11,
  SHELL: 1 << 12,
  ONBUILD: 1 << 13,
  EXPOSE: 1 << 14,
  VOLUME: 1 << 15,
  STOPSIGNAL: 1 << 16,
  MAINTAINER: 1 << 17,
  UNKNOWN: 1 << 18,
};
const TRIGGERS = 1 << 19;

function maskOf(keywords: Keyword | readonly Keyword[]): number {
  if (typeof keywords === 'string') return KEYWORDS[keywords];
  let mask = 0;
  for (const keyword of keywords) mask |= KEYWORDS[keyword];
  return mask;
}

/** The shell commands that the instruction runs; none where its text is no shell script, as in JSON form. */
export function commandsOf(instruction: Instruction): readonly ShellCommand[] {
  switch (instruction.keyword) {
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
      return instruction.script?.commands ?? [];
    case 'HEALTHCHECK':
      return instruction.command?.script?.commands ?? [];
    default:
      return [];
  }
}
