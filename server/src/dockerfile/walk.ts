import { type ShellCommand } from '../shell/model';
import { type Dockerfile, type Instruction, type Stage } from './model';

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
  const names = typeof keywords === 'string' ? keywords : keywords.join();
  const key = triggers ? `${names}+` : names;
  let known = walked.get(where);
  if (known === undefined) {
    known = new Map();
    walked.set(where, known);
  }
  let found = known.get(key);
  if (found === undefined) {
    found = find(where, typeof keywords === 'string' ? [keywords] : keywords, triggers);
    known.set(key, found);
  }
  return found as readonly InstructionOf<K>[];
}

/** What was found before: many rules ask for the same of one file. */
const walked = new WeakMap<Dockerfile | Stage, Map<string, readonly Instruction[]>>();

function find(
  { instructions }: Dockerfile | Stage,
  wanted: readonly Keyword[],
  triggers: boolean,
): readonly Instruction[] {
  const found: Instruction[] = [];
  for (const instruction of instructions) {
    if (wanted.includes(instruction.keyword)) found.push(instruction);
    if (!triggers || instruction.keyword !== 'ONBUILD') continue;
    const { trigger } = instruction;
    if (trigger !== undefined && wanted.includes(trigger.keyword)) found.push(trigger);
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
