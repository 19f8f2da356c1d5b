import { addLineAfter, addLineBefore } from '../../../dockerfile/edits';
import { type Stage, type UserInstruction } from '../../../dockerfile/model';
import { replace } from '../../../text/edit';
import { valueOf } from '../../../text/known';
import { type DockerfileContext, type Fix } from '../../rule';
import { nonrootNumber } from './account-number';
import { spellAccounts, type SpelledAccount } from './spell-account';

/** Accounts that images bring for the application to run as, best first. */
const applicationAccounts = ['nonroot', 'node', 'app'];

/** Whom the stage could run as: accounts that it makes, the application's account of its image, a bare number. */
function candidates(stage: Stage, context: Pick<DockerfileContext, 'isOn'>): readonly SpelledAccount[] {
  const made = (valueOf(stage.effects.users) ?? []).map(({ name }) => name);
  const brought = valueOf(stage.base.facts.users) ?? [];
  const named = [...made, ...applicationAccounts.filter((name) => brought.includes(name))];
  return spellAccounts([...named.slice(0, 2), nonrootNumber], stage, context);
}

/** Offers to end the stage with a USER that is not root, before the command that it starts. */
export function addUser(
  context: Pick<DockerfileContext, 'dockerfile' | 'isOn'>,
  stage: Stage,
): readonly Fix[] {
  const { dockerfile } = context;
  const last = stage.instructions.findLastIndex(({ keyword }) => needsRoot.has(keyword));
  const command = stage.instructions
    .slice(last + 1)
    .find(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
  const isImagesOwn = stage.effective('CMD') === undefined && stage.effective('ENTRYPOINT') === undefined;
  return candidates(stage, context).map(({ word, shown }) => ({
    title: `Add USER ${shown}`,
    ...(isImagesOwn && { confirm: usedToRoot }),
    edits: [
      command === undefined
        ? addLineAfter(dockerfile, stage.instructions.at(-1) ?? stage.from, `USER ${word}`)
        : addLineBefore(dockerfile, command, `USER ${word}`),
    ],
  }));
}

/** As nginx does, whose configuration opens port 80 and keeps its process number in /run. */
const usedToRoot =
  'What the image starts by itself is used to being root: look whether it can still write its files and open its port.';

/** What may need root, so that a USER must come after it. */
const needsRoot = new Set(['RUN', 'COPY', 'ADD', 'WORKDIR']);

/** Offers to give an existing USER another user. */
export function changeUser(
  context: Pick<DockerfileContext, 'isOn'>,
  stage: Stage,
  { args }: UserInstruction,
): readonly Fix[] {
  const [user] = args;
  if (user === undefined) return [];
  return candidates(stage, context).map(({ word, shown }) => ({
    title: `Change to USER ${shown}`,
    edits: [replace(user.span, word)],
  }));
}
