import { type Instruction, type RunInstruction } from '../../dockerfile/model';
import { type ShellCommand } from '../../shell/model';
import { meaningOf, type CommandMeaning } from '../commands';
import { type HardenedBase } from '../hardened-base';
import { type Call, type Reading, type Shipment } from '../languages/language';

/** What becomes of a RUN where its stage is split. */
export interface RunFate {
  readonly run: RunInstruction;
  /**
   * `builds` and `installs` as of commands; `idle`: nothing in it is worth a stage of its own; `gone`: all that it does is
   * of no use.
   */
  readonly fate: 'builds' | 'installs' | 'idle' | 'gone';
  readonly dropped: ReadonlySet<ShellCommand>;
  readonly meanings: readonly CommandMeaning[];
  /** Commands of which nothing is known. */
  readonly unknown: readonly ShellCommand[];
  /** Whether a language knows one of its commands. */
  readonly isOfLanguage: boolean;
}

/** The RUNs of a stage and those below it. */
export function runFates(
  { calls, chain }: Pick<Shipment, 'calls' | 'chain'>,
  { commands }: Reading,
  runtime: HardenedBase,
): ReadonlyMap<Instruction, RunFate> {
  const byRun = new Map<RunInstruction, Call[]>();
  for (const stage of chain.toReversed())
    for (const instruction of stage.instructions)
      if (instruction.keyword === 'RUN') byRun.set(instruction, []);
  for (const call of calls) byRun.get(call.run)?.push(call);
  return new Map([...byRun].map(([run, own]) => [run, fateOf(run, own, commands, runtime)]));
}

function fateOf(
  run: RunInstruction,
  calls: readonly Call[],
  known: Reading['commands'],
  runtime: HardenedBase,
): RunFate {
  const dropped = new Set<ShellCommand>();
  const meanings: CommandMeaning[] = [];
  const unknown: ShellCommand[] = [];
  let isOfLanguage = false;
  for (const call of calls) {
    const { command } = call;
    if (command.substituted) continue;
    const role = known?.get(command);
    if (role !== undefined) isOfLanguage = true;
    const meaning = role === undefined ? meaningOf(call, runtime) : { role };
    if (meaning === undefined) unknown.push(command);
    else meanings.push(meaning);
    if (meaning?.role === 'drop') dropped.add(command);
  }
  const isReadable = run.script?.complete === true && calls.length > 0;
  const roles = new Set(meanings.map(({ role }) => role));
  const fate =
    !isReadable || unknown.length > 0 || roles.has('builds')
      ? 'builds'
      : roles.has('installs')
        ? 'installs'
        : roles.has('drop')
          ? 'gone'
          : 'idle';
  return { run, fate, dropped, meanings, unknown, isOfLanguage };
}
