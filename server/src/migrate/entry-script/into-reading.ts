import { type HardenedBase } from '../hardened-base';
import { type Reading, type Shipment, type StartChange } from '../languages/language';
import { type Step, type Unresolved } from '../plan';
import { type Start } from '../start';
import { convertScript, type Conversion } from './convert';
import { type EntryScript } from './find';

/** A script whose work is done in other ways. */
export interface ReplacedScript {
  readonly script: EntryScript;
  readonly conversion: Conversion;
}

/** Why a script cannot be replaced, as a reason to leave the file as it is. */
export interface NeededScript {
  readonly reason: string;
}

export function replaceScript(
  { stage, workdir, runtime }: Shipment,
  { parts }: Start,
  script: EntryScript,
): ReplacedScript | NeededScript {
  const cannot = (what: string): NeededScript => ({
    reason: `The container starts \`${script.name}\`, a script for a shell, and the runtime image has none. ${what}`,
  });
  const advice =
    'Start the program itself, and do in the build, or in a job of its own, what the script does before it; then this file can be migrated.';
  if (script.text === undefined) return cannot(`The script could not be read here. ${advice}`);
  const given = [...script.args, ...(parts[1]?.words ?? [])];
  const conversion = convertScript(stage, workdir, script.text, given);
  if (!('words' in conversion)) {
    const [first = '', ...others] = conversion.text.trim().split('\n');
    const shown = `\`${first.trim()}${others.length > 0 ? ' …' : ''}\``;
    return cannot(
      conversion.line === undefined
        ? `It could not be understood. ${advice}`
        : `Line ${conversion.line} of it, ${shown}, is done at each start. ${advice}`,
    );
  }
  const isHandedOn = parts[1] !== undefined && conversion.words.join('\n') === given.join('\n');
  if (isHandedOn && (runtime?.listed.facts.entrypoint ?? []).length > 0)
    return cannot(
      `Without it CMD would be handed to the entry point of the hardened image, \`${runtime?.listed.facts.entrypoint?.join(' ') ?? ''}\`. Say in an ENTRYPOINT what is started; then this file can be migrated.`,
    );
  return { script, conversion };
}

/** What a language says, and how the work of a script is done beside it. */
export function withoutScript(
  reading: Reading,
  { script, conversion }: ReplacedScript,
  runtime: HardenedBase | undefined,
): Reading {
  const { folders, environment } = conversion;
  const owned = (reading.runtime ?? runtime)?.listed.facts.account.uid !== 0;
  return {
    ...reading,
    startAs: () => startChange(script, conversion, reading),
    lines: [...(reading.lines ?? []), ...(environment.length === 0 ? [] : [`ENV ${environment.join(' ')}`])],
    ...(folders.length > 0 && {
      finish: {
        title: [reading.finish?.title, folderTitle(script)].filter(Boolean).join(', and '),
        why: [reading.finish?.why, folderWhy].filter(Boolean).join(' '),
        lines: [...(reading.finish?.lines ?? []), `RUN mkdir -p ${folders.join(' ')}`],
      },
      artefacts: [...(reading.artefacts ?? []), ...folders.map((path) => ({ path, owned }))],
    }),
    unresolved: [...(reading.unresolved ?? []), ...leftOver(script)],
  };
}

const folderWhy =
  'They were made at each start, by a shell. Now they are made where a shell is, and copied with their owner.';

function folderTitle({ name }: EntryScript): string {
  return `Make the folders of \`${name}\` in the builder`;
}

/** Why the folders of a script are not made: a stage that builds nothing has no builder that could. */
export function lacksFolders(
  { script, conversion: { folders } }: ReplacedScript,
  steps: readonly Step[],
): string | undefined {
  const title = folderTitle(script);
  if (
    folders.length === 0 ||
    steps.some(({ parts = [] }) => parts.some((part) => part.title.endsWith(title)))
  )
    return undefined;
  return `The container starts \`${script.name}\`, a script for a shell, and the runtime image has none. It makes ${folders.map((path) => `\`${path}\``).join(', ')}: make that in a stage that builds, and copy it; then this file can be migrated.`;
}

function startChange(
  { name }: EntryScript,
  { words, environment, prints, variables }: Conversion,
  reading: Reading,
): StartChange {
  const own = reading.startAs?.(words);
  const [program = ''] = (own ?? { words }).words;
  const doings = [
    ...(environment.length > 0 ? [' What it exports stands in ENV.'] : []),
    ...(prints ? [' What it printed is no longer printed.'] : []),
    ...(own === undefined ? [] : [` ${own.why}`]),
  ];
  const names = variables.map((variable) => `\`${variable}\``).join(', ');
  const confirms = [
    ...(names === '' ? [] : [`Setting ${names} when the container starts no longer changes this command.`]),
    ...(own?.confirm === undefined ? [] : [own.confirm]),
  ];
  return {
    words: own?.words ?? words,
    title: `Start \`${program}\` itself instead of by \`${name}\``,
    why: `\`${name}\` is a script for a shell, which the runtime image does not have. What it does can be done without one.${doings.join('')}`,
    ...(confirms.length > 0 && { confirm: confirms.join(' ') }),
  };
}

/** The file itself may be meant for something else as well, so it stays. */
function leftOver({ copy, name }: EntryScript): readonly Unresolved[] {
  if (copy?.sources.length !== 1) return [];
  if (/^\.?\/?$/.test(copy.sources[0]?.text ?? '')) return [];
  return [
    {
      at: copy.span,
      text: `\`${name}\` is copied as before, and nothing starts it any more. Take the line out if nothing else needs the script.`,
      comment: `nothing starts ${name} any more; take this out if nothing else needs it.`,
    },
  ];
}
