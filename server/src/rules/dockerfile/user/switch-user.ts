import { addLineAfter, addLineBefore } from '../../../dockerfile/edits';
import { type Dockerfile, type Stage, type UserInstruction } from '../../../dockerfile/model';
import { replace } from '../../../text/edit';
import { valueOf } from '../../../text/known';
import { type Fix } from '../../rule';

/** A uid and gid that hardened images use for their nonroot account; a number needs no account to exist. */
export const nonrootNumber = '65532:65532';

/** Accounts that images bring for the application to run as, best first. */
const applicationAccounts = ['nonroot', 'node', 'app'];

/** Whom the stage could run as: accounts that it makes, the application's account of its image, a bare number. */
function candidates(stage: Stage): readonly string[] {
  const made = (valueOf(stage.effects.users) ?? []).map(({ name }) => name);
  const brought = valueOf(stage.base.facts.users) ?? [];
  const named = [...made, ...applicationAccounts.filter((name) => brought.includes(name))];
  return [...new Set([...named.slice(0, 2), nonrootNumber])];
}

/** Offers to end the stage with a USER that is not root, before the command that it starts. */
export function addUser(dockerfile: Dockerfile, stage: Stage): readonly Fix[] {
  const last = stage.instructions.findLastIndex(({ keyword }) => needsRoot.has(keyword));
  const command = stage.instructions
    .slice(last + 1)
    .find(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
  const isImagesOwn = stage.effective('CMD') === undefined && stage.effective('ENTRYPOINT') === undefined;
  return candidates(stage).map((user) => ({
    title: `Add USER ${user}`,
    ...(isImagesOwn && { confirm: usedToRoot }),
    edits: [
      command === undefined
        ? addLineAfter(dockerfile, stage.instructions.at(-1) ?? stage.from, `USER ${user}`)
        : addLineBefore(dockerfile, command, `USER ${user}`),
    ],
  }));
}

/** As nginx does, whose configuration opens port 80 and keeps its process number in /run. */
const usedToRoot =
  'What the image starts by itself is used to being root: look whether it can still write its files and open its port.';

/** What may need root, so that a USER must come after it. */
const needsRoot = new Set(['RUN', 'COPY', 'ADD', 'WORKDIR']);

/** Offers to give an existing USER another user. */
export function changeUser(stage: Stage, { args }: UserInstruction): readonly Fix[] {
  const [user] = args;
  if (user === undefined) return [];
  return candidates(stage).map((name) => ({
    title: `Change to USER ${name}`,
    edits: [replace(user.span, name)],
  }));
}
