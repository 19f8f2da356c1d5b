import { type Origin } from '../../../dockerfile/artefacts/artefact';
import { originOf } from '../../../dockerfile/artefacts/trace';
import { type Stage } from '../../../dockerfile/model';
import { resolvePath } from '../../../dockerfile/paths';
import { commandsOf } from '../../../dockerfile/walk';
import { known, valueOf } from '../../../text/known';
import { type Span } from '../../../text/span';

/** What a container of a stage starts. */
export interface StartedProgram {
  readonly origin: Origin;
  /** Of the program's name in ENTRYPOINT or CMD. */
  readonly span: Span;
}

/** Where images look for programs. */
const searched = ['/usr/local/bin', '/usr/bin', '/bin', '/usr/local/cargo/bin', '/go/bin'];

/** Where the program that containers of the stage start comes from; absent where the file does not say which it is. */
export function startedProgram(stage: Stage): StartedProgram | undefined {
  const instruction = stage.effective('ENTRYPOINT') ?? stage.effective('CMD');
  if (instruction === undefined) return undefined;
  const [item] = instruction.json?.items ?? [];
  const [command] = commandsOf(instruction);
  const word =
    item ??
    (command?.program?.literal === true && command.wrappers.length === 0 ? command.program : undefined);
  if (word === undefined) return undefined;
  const folders = word.value.includes('/') ? [stage.final.workdir] : searched.map(known);
  for (const folder of folders) {
    const path = valueOf(resolvePath(word.value, folder));
    const origin = path === undefined ? undefined : originOf(stage, { path, exact: true });
    if (origin?.kind === 'built' && !origin.inFolder) return { origin, span: word.span };
  }
  return undefined;
}
