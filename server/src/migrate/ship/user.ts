import { isIn, lastPart } from '../../dockerfile/artefacts/places';
import { type CopyInstruction, type Dockerfile, type Instruction } from '../../dockerfile/model';
import { insert, replace, type Edit } from '../../text/edit';
import { removeWord } from '../../shell/edits';
import { valueOf } from '../../text/known';
import { blockOf, removeBlock } from '../blocks';
import { dropCommands } from '../drop-commands';
import { type Shipment } from '../languages/language';
import { type Unresolved } from '../plan';
import { type Change } from './change';
import { type Place } from './places';
import { type RunFate } from './runs';

export interface UserChanges {
  readonly changes: readonly Change[];
  readonly unresolved: readonly Unresolved[];
}

/**
 * Gives what ships to the account of the hardened image: accounts that the file makes go, USER and --chown name the
 * image's own.
 * @param user as `65532:65532`; absent where the image runs as root.
 */
export function userChanges(
  shipment: Shipment,
  fates: ReadonlyMap<Instruction, RunFate>,
  placeOf: (instruction: Instruction) => Place,
  user: string | undefined,
): UserChanges {
  const { dockerfile, chain } = shipment;
  const instructions = chain.toReversed().flatMap((each) => each.instructions);
  const account: Edit[] = [];
  const certificates: Edit[] = [];
  const owned: string[] = [];
  const unresolved: Unresolved[] = [];
  for (const { run, fate, dropped, meanings } of fates.values()) {
    if (placeOf(run) === 'build')
      for (const { present = [] } of meanings)
        certificates.push(...present.flatMap((word) => removeWord(dockerfile.source, word) ?? []));
    owned.push(...meanings.flatMap((meaning) => meaning.owned ?? []));
    if (dropped.size === 0 && placeOf(run) !== 'gone') continue;
    const target = meanings.every((meaning) => meaning.dropped !== 'account' && meaning.dropped !== 'owner')
      ? certificates
      : account;
    if (placeOf(run) === 'gone') target.push(removeBlock(dockerfile, blockOf(dockerfile, run)));
    else if (fate !== 'gone') {
      const edits = dropCommands(dockerfile, run, (command) => dropped.has(command));
      if (edits === undefined)
        unresolved.push({
          at: run.span,
          text: 'This command makes an account or gives files away among other things, and stays as it is in the builder.',
        });
      target.push(...(edits ?? []));
    }
  }
  for (const instruction of instructions) {
    if (instruction.keyword === 'USER')
      account.push(...userEdits(dockerfile, instruction, placeOf(instruction), user));
    if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD')
      account.push(...ownerEdits(instruction, owned, placeOf(instruction), user));
  }
  const changes: Change[] = [];
  if (account.length > 0) changes.push({ id: 'user', ...userReason(shipment, user), edits: account });
  if (certificates.length > 0)
    changes.push({
      id: 'certificates',
      title: 'Take out what every hardened image has',
      why: 'Hardened images bring the certificates of the public authorities and the time zones, and the runtime image has no package manager to install anything with.',
      edits: certificates,
    });
  return { changes, unresolved };
}

function userEdits(
  dockerfile: Dockerfile,
  instruction: Instruction,
  place: Place,
  user: string | undefined,
): readonly Edit[] {
  if (place === 'gone' || user === undefined)
    return [removeBlock(dockerfile, blockOf(dockerfile, instruction))];
  const [word] = instruction.args;
  return word === undefined || word.text === user ? [] : [replace(word.span, user)];
}

/** Names of accounts mean nothing in the hardened image: what they own goes to its own user, by number. */
function ownerEdits(
  copy: CopyInstruction,
  owned: readonly string[],
  place: Place,
  user: string | undefined,
): readonly Edit[] {
  if (user === undefined) return [];
  const flag = copy.flags.find(({ name }) => name === 'chown');
  if (flag?.valueSpan !== undefined)
    return /^(?:0|root)(?::(?:0|root))?$/.test(flag.value ?? '') || flag.value === user
      ? []
      : [replace(flag.valueSpan, user)];
  const target = valueOf(copy.destinationPath);
  if (target === undefined || (place !== 'ship' && place !== 'both')) return [];
  const isInto = /\/["']?$/.test(copy.destination?.text ?? '');
  const paths = isInto ? copy.sources.map(({ text }) => `${target}/${lastPart(text)}`) : [target];
  return owned.some((folder) => paths.every((path) => isIn(path, folder) || isIn(target, folder)))
    ? [insert(copy.keywordSpan.end, ` --chown=${user}`)]
    : [];
}

function userReason(
  { runtime }: Shipment,
  user = 'root',
): { readonly title: string; readonly why: string; readonly confirm: string } {
  const name = runtime?.listed.facts.account.user ?? user;
  return {
    title: `Run as \`${name}\`, the image's own user`,
    why: `The hardened image already has an account without rights, \`${name}\` (${user}), and runs as it. An account of your own needs programs that the runtime image does not have, so the commands that made one go, and files are given to ${user} where they are copied.`,
    confirm: `The program runs as ${user}. Volumes that another account has written need a \`chown\` once.`,
  };
}
