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
  const wanted = maskOf(keywords);
  const key = triggers ? wanted | TRIGGERS : wanted;
  let known = walked.get(where);
  if (known === undefined) {
    known = new Map();
    walked.set(where, known);
  }
  let found = known.get(key);
  if (found === undefined) {
    found = find(where, wanted, triggers);
    known.set(key, found);
  }
  return found as readonly InstructionOf<K>[];
}

/** What was found before, by the bits of the keywords: many rules ask for the same of one file. */
const walked = new ModelMap<Dockerfile | Stage, Map<number, readonly Instruction[]>>();

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

function find(
  { instructions }: Dockerfile | Stage,
  wanted: number,
  triggers: boolean,
): readonly Instruction[] {
  const found: Instruction[] = [];
  for (const instruction of instructions) {
    const { keyword } = instruction;
    if ((KEYWORDS[keyword] & wanted) !== 0) found.push(instruction);
    if (!triggers || keyword !== 'ONBUILD') continue;
    const { trigger } = instruction;
    if (trigger !== undefined && (KEYWORDS[trigger.keyword] & wanted) !== 0) found.push(trigger);
  }
  return found;
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
