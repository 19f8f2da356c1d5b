import { type ShellCommand, type ShellScript, type ShellWord } from '../../shell/model';
import { type Span } from '../../text/span';
import { chainOf } from '../chain';
import { type RunInstruction, type Stage } from '../model';
import { factOf, ModelMap } from '../model-map';
import { instructionsOf } from '../walk';
import { uvCommand, type UvCommand } from './uv-command';

/** A call of uv, and where it stands. */
export interface UvCall extends UvCommand {
  readonly stage: Stage;
  readonly run: RunInstruction;
}

export class PlacedUvCall implements UvCall {
  readonly command: ShellCommand;
  readonly verb: string;
  readonly verbWord: ShellWord;
  readonly span: Span;

  constructor(
    { command, verb, verbWord, span }: UvCommand,
    readonly stage: Stage,
    readonly run: RunInstruction,
  ) {
    this.command = command;
    this.verb = verb;
    this.verbWord = verbWord;
    this.span = span;
  }
}

const NONE: readonly UvCommand[] = [];

const uvCommandsIn = factOf((script: ShellScript): readonly UvCommand[] => {
  let found: UvCommand[] | undefined;
  for (const command of script.commands) {
    const call = uvCommand(command);
    if (call !== undefined) (found ??= []).push(call);
  }
  return found ?? NONE;
});

/** What a RUN calls uv for, in order. */
export function uvCommandsOf({ script }: RunInstruction): readonly UvCommand[] {
  return script === undefined ? NONE : uvCommandsIn(script);
}

/** What the RUNs of a stage call uv for, in order; triggers left out. Read once for a stage, because many rules ask. */
export const uvCallsOf = factOf((stage: Stage): readonly UvCall[] => {
  const calls: UvCall[] = [];
  for (const run of instructionsOf(stage, 'RUN'))
    for (const command of uvCommandsOf(run)) calls.push(new PlacedUvCall(command, stage, run));
  return calls;
});

const upTo = new ModelMap<Stage, readonly UvCall[]>();

/** The same of all that a stage is made by: those of the stages that it stands on come first. */
export function uvCallsUpTo(stage: Stage): readonly UvCall[] {
  let all = upTo.get(stage);
  if (all !== undefined) return all;
  all = [];
  for (const each of chainOf(stage).toReversed()) {
    all = upTo.get(each) ?? joined(all, uvCallsOf(each));
    upTo.set(each, all);
  }
  return all;
}

/** Neither is copied where the other is empty, as it mostly is. */
function joined(above: readonly UvCall[], own: readonly UvCall[]): readonly UvCall[] {
  if (above.length === 0) return own;
  return own.length === 0 ? above : [...above, ...own];
}
