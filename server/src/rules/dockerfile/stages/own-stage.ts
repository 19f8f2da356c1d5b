import { type SourceReference } from '../../../dockerfile/model';
import { valueOf } from '../../../text/known';

/** Whether a stage copies from itself, by its name or its number. An earlier stage of the same name is meant instead. */
export function isOwnStage({ resolved, stage, byIndex, instruction }: SourceReference): boolean {
  const name = valueOf(resolved);
  const own = instruction.stage;
  if (name === undefined || own === undefined || stage !== undefined) return false;
  return byIndex ? Number(name) === own.index : own.name?.toLowerCase() === name.toLowerCase();
}
