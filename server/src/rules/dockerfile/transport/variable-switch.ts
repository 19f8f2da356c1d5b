import { type Dockerfile, type Pair } from '../../../dockerfile/model';
import { removePair } from '../../../dockerfile/remove-pair';
import { variableUses } from '../../../dockerfile/variables';
import { instructionsOf } from '../../../dockerfile/walk';
import { removeSpan, removeWord, replaceWord } from '../../../shell/edits';
import { type ShellCommand, type ShellWord } from '../../../shell/model';
import { valueOf } from '../../../text/known';
import { type Source } from '../../../text/source';
import { type Fix } from '../../rule';
import { inCommands, mentioning, type OffSwitch, type SwitchedOff } from './off-switch';

/** A variable whose value switches a check off. */
interface Switch {
  readonly name: string;
  readonly isOff: (value: string) => boolean;
  /** The value that switches the check on again; absent where the variable must go. */
  readonly on?: string | undefined;
}

/** A variable whose value switches a check off, in ENV, in ARG, before a command or exported by it. */
export function variableSwitch(name: string, isOff: (value: string) => boolean, on?: string): OffSwitch {
  const own: Switch = { name, isOff, on };
  const inShell = inCommands((command, source) => [
    ...assigned(command, source, own),
    ...exported(command, source, own),
  ]);
  return mentioning([name], (dockerfile) => [...declared(dockerfile, own), ...inShell(dockerfile)]);
}

function declared(dockerfile: Dockerfile, { name, isOff }: Switch): readonly SwitchedOff[] {
  const found = instructionsOf(dockerfile, ['ENV', 'ARG'], { triggers: true }).flatMap((instruction) =>
    instruction.pairs.flatMap((pair) => {
      if (pair.name !== name || passesOn(pair)) return [];
      const value = valueOf(pair.resolved);
      return value !== undefined && isOff(value) ? [{ instruction, pair, value }] : [];
    }),
  );
  if (found.length === 0) return [];
  const users = new Set(usersOf(dockerfile, name));
  return found.map(({ instruction, pair, value }) => {
    const others = users.has(instruction.index) ? users.size - 1 : users.size;
    const what = `${name}=${value}`;
    // What else uses it would be left with nothing.
    if (others > 0) return { what, at: pair.span };
    const edits = [removePair(dockerfile, instruction, pair)];
    return { what, at: pair.span, offer: { title: `Remove ${name}`, edits } };
  });
}

/** Whether the value is that of a variable of the same name, which is reported where it gets the value. */
function passesOn({ name, value }: Pair): boolean {
  return value === undefined || value === `$${name}` || value.startsWith(`\${${name}}`);
}

/** Positions of the instructions that BuildKit puts the variable into. */
function usersOf({ instructions }: Dockerfile, name: string): readonly number[] {
  return instructions
    .filter((each) => variableUses(each).some((use) => use.name === name))
    .map(({ index }) => index);
}

/** `NAME=0 program`. Without a program it is a variable of the shell, which no program sees. */
function assigned(command: ShellCommand, source: Source, { name, isOff }: Switch): readonly SwitchedOff[] {
  if (command.program === undefined) return [];
  return command.assignments.flatMap((assignment): SwitchedOff[] => {
    const { value, span } = assignment;
    if (assignment.name !== name || value?.literal !== true || !isOff(value.value)) return [];
    // In a script that is written with escapes the span is that of the whole script.
    const offer = source.slice(span).startsWith(`${name}=`)
      ? { title: `Remove ${name}`, edits: [removeSpan(source, span)] }
      : undefined;
    return [{ what: `${name}=${value.value}`, at: span, offer }];
  });
}

function exported(command: ShellCommand, source: Source, own: Switch): readonly SwitchedOff[] {
  if (command.name !== 'export') return [];
  const { name, isOff } = own;
  return command.args.flatMap((word): SwitchedOff[] => {
    const value = word.value.startsWith(`${name}=`) ? word.value.slice(name.length + 1) : undefined;
    if (value === undefined || !word.literal || !isOff(value)) return [];
    return [{ what: word.value, at: word.span, offer: withoutExport(command, word, source, own) }];
  });
}

/** What only exports this variable would be another command without it. */
function withoutExport(
  { args }: ShellCommand,
  word: ShellWord,
  source: Source,
  { name, on }: Switch,
): Fix | undefined {
  const edit = args.length > 1 ? removeWord(source, word) : on && replaceWord(source, word, `${name}=${on}`);
  if (edit === undefined || edit === '') return undefined;
  return { title: args.length > 1 ? `Remove ${name}` : `Set ${name} to ${on ?? ''}`, edits: [edit] };
}
