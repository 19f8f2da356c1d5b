import { type CopyInstruction, type Stage } from '../model';
import { factOf } from '../model-map';
import { instructionsOf } from '../walk';

/** A COPY that takes files from another stage of the file. */
export interface StageCopy {
  readonly copy: CopyInstruction;
  readonly from: Stage;
}

/** What a stage itself takes from others, in order. Many rules are about nothing else, and most stages take nothing. */
export const stageCopiesOf = factOf((stage: Stage): readonly StageCopy[] => {
  const copies: StageCopy[] = [];
  for (const copy of instructionsOf(stage, 'COPY')) {
    const from = copy.from?.stage;
    if (from !== undefined) copies.push({ copy, from });
  }
  return copies;
});
