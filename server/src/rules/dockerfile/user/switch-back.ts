import { addLineAfter } from '../../../dockerfile/edits';
import { type Stage } from '../../../dockerfile/model';
import { type DockerfileContext, type Fix } from '../../rule';
import { spellAccount } from './spell-account';

/** Offers to end a stage as the user of its image; absent where that cannot be written without another fault. */
export function switchBack(
  context: Pick<DockerfileContext, 'dockerfile' | 'isOn'>,
  stage: Stage,
  user: string,
): Fix | undefined {
  const account = spellAccount(user, stage, context);
  if (account === undefined) return undefined;
  const last =
    stage.instructions.findLast(({ keyword }) => needsRoot.has(keyword)) ?? stage.instructions.at(-1);
  return {
    title: `Switch back by USER ${account.shown}`,
    edits: [addLineAfter(context.dockerfile, last ?? stage.from, `USER ${account.word}`)],
  };
}

/** What may have to run as root, or is the switch itself. */
const needsRoot = new Set(['RUN', 'COPY', 'ADD', 'WORKDIR', 'USER']);
