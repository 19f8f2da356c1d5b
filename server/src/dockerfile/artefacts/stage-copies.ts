import { type CopyInstruction, type Stage } from '../model';
import { ModelMap } from '../model-map';
import { instructionsOf } from '../walk';

/** A COPY that takes files from another stage of the file. */
export interface StageCopy {
  readonly copy: CopyInstruction;
  readonly from: Stage;
}

const cache = new ModelMap<Stage, readonly StageCopy[]>();

/** What a stage itself takes from others, in order. Many rules are about nothing else, and most stages take nothing. */
export function stageCopiesOf(stage: Stage): readonly StageCopy[] {
  const known = cache.get(stage);
  if (known !== undefined) return known;
  const copies: StageCopy[] = [];
  for (const copy of instructionsOf(stage, 'COPY')) {
    const from = copy.from?.stage;
    if (from !== undefined) copies.push({ copy, from });
  }
  cache.set(stage, copies);
  return copies;
}
