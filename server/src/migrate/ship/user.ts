import { isIn, lastPart } from '../../dockerfile/artefacts/places';
import { type CopyInstruction, type Instruction } from '../../dockerfile/model';
import { insert, replace, type Edit } from '../../text/edit';
import { removeWord } from '../../shell/edits';
import { valueOf } from '../../text/known';
import { blockOf, removeBlocks, type Block } from '../blocks';
import { dropCommands } from '../drop-commands';
import { ownUser, type HardenedBase } from '../hardened-base';
import { type Reading, type Shipment } from '../languages/language';
import { type Unresolved } from '../plan';
import { type Change } from './change';
import { redundantCopy } from './redundant-copy';
import { type Place } from './places';
import { type RunFate } from './runs';

export interface UserChanges {
  readonly changes: readonly Change[];
  readonly unresolved: readonly Unresolved[];
}

/**
 * Gives what ships to the account of the hardened image: accounts that the file makes go, USER and --chown name the
 * image's own.
 */
export function userChanges(
  shipment: Shipment,
  { commands, drops }: Reading,
  fates: ReadonlyMap<Instruction, RunFate>,
  placeOf: (instruction: Instruction) => Place,
  runtime: HardenedBase,
): UserChanges {
  const user = ownUser(runtime);
  const { dockerfile, chain } = shipment;
  const instructions = chain.toReversed().flatMap((each) => each.instructions);
  const account: Edit[] = [];
  const certificates: Edit[] = [];
  const ofLanguage: Edit[] = [];
  const gone = { account: [] as Block[], certificates: [] as Block[], language: [] as Block[] };
  /** Of lines that the builder has as well. */
  const shipped: Edit[] = [];
  const owned: string[] = [];
  const tools = new Set<string>();
  const unresolved: Unresolved[] = [];
  for (const { run, fate, dropped, meanings } of fates.values()) {
    if (placeOf(run) === 'build')
      for (const { present = [] } of meanings)
        certificates.push(...present.flatMap((word) => removeWord(dockerfile.source, word) ?? []));
    owned.push(...meanings.flatMap((meaning) => meaning.owned ?? []));
    if (dropped.size === 0 && placeOf(run) !== 'gone') continue;
    const isOfAccounts = meanings.some(({ dropped: what }) => what === 'account' || what === 'owner');
    const isOfLanguage = drops !== undefined && [...dropped].some((command) => commands?.has(command));
    if (placeOf(run) === 'gone')
      for (const { tools: own = [] } of meanings) for (const { value } of own) tools.add(value);
    if (placeOf(run) === 'gone')
      gone[isOfLanguage ? 'language' : isOfAccounts ? 'account' : 'certificates'].push(
        blockOf(dockerfile, run),
      );
    else if (fate !== 'gone') {
      const edits = dropCommands(dockerfile, run, (command) => dropped.has(command));
      if (edits === undefined)
        unresolved.push({
          at: run.span,
          text: 'This command makes an account or gives files away among other things, and stays as it is in the builder.',
        });
      (isOfLanguage ? ofLanguage : isOfAccounts ? account : certificates).push(...(edits ?? []));
    }
  }
  for (const instruction of instructions) {
    if (instruction.keyword === 'USER') {
      if (placeOf(instruction) === 'gone' || user === undefined)
        gone.account.push(blockOf(dockerfile, instruction));
      else account.push(...userEdits(instruction, user));
    }
    const redundant = redundantCopy(instruction);
    if (redundant !== undefined) {
      gone[redundant].push(blockOf(dockerfile, instruction));
      continue;
    }
    if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD')
      (placeOf(instruction) === 'both' ? shipped : account).push(
        ...ownerEdits(instruction, owned, placeOf(instruction), user),
      );
  }
  account.push(...removeBlocks(dockerfile, gone.account));
  certificates.push(...removeBlocks(dockerfile, gone.certificates));
  ofLanguage.push(...removeBlocks(dockerfile, gone.language));
  const changes: Change[] = [];
  if (account.length + shipped.length > 0)
    changes.push({
      id: 'user',
      ...userReason(runtime, user),
      edits: [...account, ...shipped],
      shipOnly: new Set(shipped),
    });
  if (certificates.length > 0)
    changes.push({
      id: 'certificates',
      title: 'Take out what the hardened image has or does not need',
      why: 'Hardened images bring the certificates of the public authorities and the time zones, and the runtime image has no package manager to install anything with.',
      ...(tools.size > 0 && {
        confirm: `${[...tools].map((name) => `\`${name}\``).join(', ')} ${tools.size > 1 ? 'are' : 'is'} no longer there. If the program itself calls ${tools.size > 1 ? 'them' : 'it'}, do not migrate yet.`,
      }),
      edits: certificates,
    });
  if (drops !== undefined && ofLanguage.length > 0)
    changes.push({ id: 'dropped', ...drops, edits: ofLanguage });
  return { changes, unresolved };
}

function userEdits({ args: [word] }: Instruction, user: string): readonly Edit[] {
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
  // A folder that a COPY finds keeps its owner, so one below cannot be given away by another COPY.
  const isGiven = (folder: string): boolean =>
    paths.every((path) => isIn(path, folder) || isIn(target, folder)) ||
    paths.some((path) => isIn(folder, path));
  return owned.some(isGiven) ? [insert(copy.keywordSpan.end, ` --chown=${user}`)] : [];
}

function userReason(
  runtime: HardenedBase,
  user = 'root',
): { readonly title: string; readonly why: string; readonly confirm: string } {
  const name = runtime.listed.facts.account.user;
  return {
    title: `Run as \`${name}\`, the image's own user`,
    why: `The hardened image already has an account without rights, \`${name}\` (${user}), and runs as it. An account of your own needs programs that the runtime image does not have, so the commands that made one go, and files are given to ${user} where they are copied.`,
    confirm: `The program runs as ${user}. Volumes that another account has written need a \`chown\` once.`,
  };
}
