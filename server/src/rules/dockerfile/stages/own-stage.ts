import { type SourceReference } from '../../../dockerfile/model';
import { valueOf } from '../../../text/known';

/** Whether a stage copies from itself, by its name or its number. An earlier stage of the same name is meant instead. */
export function isOwnStage({ resolved, stage, image, byIndex, instruction }: SourceReference): boolean {
  if (stage !== undefined || image !== undefined) return false;
  const name = valueOf(resolved);
  const own = instruction.stage;
  if (name === undefined || own === undefined) return false;
  return byIndex ? Number(name) === own.index : own.name?.toLowerCase() === name.toLowerCase();
}
