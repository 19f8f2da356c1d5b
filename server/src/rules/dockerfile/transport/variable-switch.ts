import { type ArgInstruction, type Dockerfile, type VariableInstruction } from '../../../dockerfile/model';
import { removePair } from '../../../dockerfile/remove-pair';
import { instructionsOf } from '../../../dockerfile/walk';
import { removeSpan } from '../../../shell/edits';
import { type ShellCommand } from '../../../shell/model';
import { valueOf } from '../../../text/known';
import { type Source } from '../../../text/source';
import { commandSwitch, type OffSwitch, type SwitchedOff } from './off-switch';

/** A variable whose value switches a check off, in ENV, in ARG, before a command or exported by it. */
export function variableSwitch(name: string, isOff: (value: string) => boolean): OffSwitch {
  const inShell = commandSwitch((command, source) => assigned(command, source, name, isOff));
  return (dockerfile) => [
    ...instructionsOf(dockerfile, ['ENV', 'ARG']).flatMap((instruction) =>
      declared(instruction, dockerfile, name, isOff),
    ),
    ...inShell(dockerfile),
  ];
}

function declared(
  instruction: VariableInstruction | ArgInstruction,
  dockerfile: Dockerfile,
  name: string,
  isOff: (value: string) => boolean,
): readonly SwitchedOff[] {
  return instruction.pairs.flatMap((pair) => {
    const value = valueOf(pair.resolved);
    if (pair.name !== name || value === undefined || !isOff(value)) return [];
    const edits = [removePair(dockerfile, instruction, pair)];
    return [{ what: `${name}=${value}`, at: pair.span, offer: { title: `Remove ${name}`, edits } }];
  });
}

function assigned(
  command: ShellCommand,
  source: Source,
  name: string,
  isOff: (value: string) => boolean,
): readonly SwitchedOff[] {
  const before = command.assignments.flatMap((assignment): SwitchedOff[] => {
    const { value, span } = assignment;
    if (assignment.name !== name || value?.literal !== true || !isOff(value.value)) return [];
    // What only assigns would be an empty command without it.
    const offer = command.program && {
      title: `Remove ${name}`,
      edits: [removeSpan(source, span)],
    };
    return [{ what: `${name}=${value.value}`, at: span, offer }];
  });
  if (command.name !== 'export') return before;
  const exported = command.args.flatMap((word): SwitchedOff[] => {
    const [own, value] = splitAt(word.value, '=');
    if (own !== name || value === undefined || !word.literal || !isOff(value)) return [];
    return [{ what: word.value, at: word.span }];
  });
  return [...before, ...exported];
}

function splitAt(text: string, mark: string): readonly [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
