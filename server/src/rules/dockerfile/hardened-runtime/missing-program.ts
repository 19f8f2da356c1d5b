import { chainOf } from '../../../dockerfile/chain';
import { execCommand } from '../../../dockerfile/exec-command';
import { type CommandInstruction, type Stage } from '../../../dockerfile/model';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { MISSING_PROGRAMS } from '../../../image/entrypoint-differences';
import { type ShellWord } from '../../../shell/model';
import { valueOf } from '../../../text/known';
import { mayHaveGainedShell } from '../hardened/gained-shell';
import { startedBy } from './started';

/** A program that the container starts and the hardened runtime variant does not have. */
export interface MissingProgram {
  readonly program: ShellWord;
  readonly name: string;
  readonly instruction: CommandInstruction;
  /** All words of the call, where it is nothing but plain words. */
  readonly words: readonly string[];
}

export function missingProgram(stage: Stage): MissingProgram | undefined {
  const { hardened } = stage.base.facts;
  if (hardened === undefined || valueOf(hardened.variant) !== 'runtime') return undefined;
  const missing = MISSING_PROGRAMS.get(hardened.repository);
  if (missing === undefined || mayHave(stage)) return undefined;
  const { entrypoint, command, commandGoes } = startedBy(stage);
  for (const instruction of [entrypoint, commandGoes === 'started' ? command : undefined]) {
    if (instruction === undefined) continue;
    const exec = instruction.json && execCommand(instruction.json);
    const commands = exec === undefined ? commandsOf(instruction) : [exec];
    for (const { program, name, args, conditional } of commands) {
      const isThere = (hardened.listed?.facts.paths ?? []).some((path) => path.endsWith(`/${name}`));
      if (program === undefined || conditional || isThere || !missing.includes(name)) continue;
      return {
        program,
        name,
        instruction,
        words: commands.length === 1 ? [name, ...args.map(({ value }) => value)] : [],
      };
    }
  }
  return undefined;
}

/** Whether something may have brought the program: programs that are copied, a RUN, another PATH. */
function mayHave(stage: Stage): boolean {
  if (mayHaveGainedShell(stage) || stage.final.variables.has('PATH')) return true;
  return chainOf(stage).some((each) =>
    instructionsOf(each, ['RUN', 'COPY', 'ADD']).some(
      (instruction) =>
        instruction.keyword === 'RUN' ||
        /^\/(?:usr(?!\/(?:src|app)(?:\/|$))|opt)(?:\/|$)/.test(
          valueOf(instruction.destinationPath) ?? '/usr',
        ),
    ),
  );
}
