import { type ShellCommand, type ShellScript, type ShellWord } from '../shell/model';
import { known, UNKNOWN, type Known } from '../text/known';
import { type RunInstruction, type Stage } from './model';
import { factOf } from './model-map';

/**
 * A variable of the environment that a command of a RUN gets: its own `NAME=value`, what the script exported before it,
 * ENV and ARG. Absent where none of them sets it; an image may still do so.
 */
export function environmentOf(
  stage: Stage,
  run: RunInstruction,
  command: ShellCommand,
  name: string,
): Known<string> {
  const own = command.assignments.findLast((each) => each.name === name);
  if (own !== undefined) return wordValue(own.value);
  const before = run.script && settersIn(run.script);
  const exported = before && exportedBefore(command, before, name);
  if (exported !== undefined) return exported;
  return run.onbuild === undefined ? stage.before(run).variable(name) : UNKNOWN;
}

/** The commands of a script that set variables for others, and where each command stands. */
interface Setters {
  readonly positions: ReadonlyMap<ShellCommand, number>;
  readonly setters: readonly ShellCommand[];
}

/** Absent where there are none, as in most scripts. */
const settersIn = factOf(({ commands }: ShellScript): Setters | undefined => {
  const setters = commands.filter(({ name, program }) => program === undefined || name === 'export');
  if (setters.length === 0) return undefined;
  return { positions: new Map(commands.map((command, at) => [command, at])), setters };
});

/** What the script last gave the variable before the command; absent where it did not. */
function exportedBefore(
  command: ShellCommand,
  { positions, setters }: Setters,
  name: string,
): Known<string> | undefined {
  const at = positions.get(command) ?? 0;
  for (const before of setters.toReversed()) {
    if ((positions.get(before) ?? 0) >= at) continue;
    const exported = exportedBy(before, name);
    if (exported !== undefined) return before.conditional ? UNKNOWN : exported;
  }
  return undefined;
}

/** Whether a switch is on; `undefined` where it may be. What is not set is off. */
export function isOn(value: Known<string>): boolean | undefined {
  if (value.state === 'unknown') return undefined;
  return value.state === 'known' && !/^(?:|0|false|f|no|n|off)$/i.test(value.value.trim());
}

function exportedBy(
  { name, program, args, assignments }: ShellCommand,
  wanted: string,
): Known<string> | undefined {
  if (program === undefined) {
    const assigned = assignments.find((each) => each.name === wanted);
    return assigned && wordValue(assigned.value);
  }
  if (name !== 'export') return undefined;
  const word = args.find(({ value }) => value.startsWith(`${wanted}=`));
  return word && (word.literal ? known(word.value.slice(wanted.length + 1)) : UNKNOWN);
}

function wordValue(word: ShellWord | undefined): Known<string> {
  return word?.literal === true ? known(word.value) : UNKNOWN;
}
