import { type ShellScript } from '../../shell/model';
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

const cache = new ModelMap<Stage, readonly UvCall[]>();

/** What the RUNs of a stage call uv for, in order; triggers left out. Read once for a stage, because many rules ask. */
export function uvCallsOf(stage: Stage): readonly UvCall[] {
  let calls = cache.get(stage);
  if (calls === undefined) {
    calls = instructionsOf(stage, 'RUN').flatMap((run) =>
      run.script === undefined ? [] : uvCommandsIn(run.script).map((call) => ({ ...call, stage, run })),
    );
    cache.set(stage, calls);
  }
  return calls;
}

const uvCommandsIn = factOf((script: ShellScript) =>
  script.commands.flatMap((command) => uvCommand(command) ?? []),
);

const upTo = new ModelMap<Stage, readonly UvCall[]>();

/** The same of all that a stage is made by: those of the stages that it stands on come first. */
export function uvCallsUpTo(stage: Stage): readonly UvCall[] {
  const above: Stage[] = [];
  let calls: readonly UvCall[] | undefined;
  for (const each of chainOf(stage)) {
    calls = upTo.get(each);
    if (calls !== undefined) break;
    above.push(each);
  }
  let all = calls ?? [];
  for (const each of above.toReversed()) {
    const own = uvCallsOf(each);
    if (own.length > 0) all = [...all, ...own];
    upTo.set(each, all);
  }
  return all;
}
