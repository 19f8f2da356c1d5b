import { describeChange } from '../../image/counterpart/describe';
import { type Stage } from '../../dockerfile/model';
import { type HardenedBase } from '../hardened-base';
import { type Reading, type Shipment } from '../languages/language';
import { type Reason } from '../plan';

/** The image of a stage is swapped. */
export function swapReason({ base, final }: Stage, hardened: HardenedBase): Reason {
  const { reference, changes, listed } = hardened;
  const isBuild = listed.facts.variant === 'dev';
  const kind = isBuild
    ? 'It has a shell and a package manager, runs as root, and does not ship.'
    : 'It holds what runs and little else: no package manager, as a rule no shell, and a user without rights.';
  const differences = [
    ...changes.map(describeChange),
    ...(isBuild || final.user.isRoot === false || listed.facts.account.uid === 0
      ? []
      : [noLongerRoot(hardened)]),
  ].join(' ');
  return {
    title: `Stand on \`${reference}\` instead of \`${base.text}\``,
    why: `This is the hardened image for ${isBuild ? 'building' : 'running'}. ${kind}`,
    ...(differences !== '' && { confirm: differences }),
  };
}

interface SplitWords {
  readonly shipment: Shipment;
  readonly reading: Reading;
  readonly builder: string;
  readonly runtime: HardenedBase;
  readonly build: HardenedBase | undefined;
  readonly isSplit: boolean;
}

export function splitReason({ shipment, reading, builder, runtime, build, isSplit }: SplitWords): Reason {
  const asRoot =
    shipment.stage.final.user.isRoot === false || runtime.listed.facts.account.uid === 0
      ? []
      : [noLongerRoot(runtime)];
  const differences = [...new Set([...runtime.changes.map(describeChange), ...asRoot])].join(' ');
  const confirm = differences === '' ? {} : { confirm: differences };
  const own = reading.why === undefined ? '' : ` ${reading.why}`;
  if (!isSplit)
    return {
      title: `Let what ships stand on \`${runtime.reference}\``,
      why: `It stood on the stage \`${shipment.stage.base.text}\`, which builds and now has tools. What it took from there (variables, the work directory) is written here again.${own}`,
      ...confirm,
    };
  return {
    title: `Build in \`${builder}\`, and ship only the result`,
    why: `${copiesFromStages(shipment) ? 'The stage that ships runs commands of its own.' : 'One stage did both.'} Everything that installs or compiles now runs in \`${builder}\`${build === undefined || shipment.chain.length > 1 ? '' : `, on \`${build.reference}\` with its shell and package manager`}; a second stage on \`${runtime.reference}\` gets the result, and nothing that only building needs.${own}`,
    ...confirm,
  };
}

function noLongerRoot({ listed }: HardenedBase): string {
  const { user, uid } = listed.facts.account;
  return `The program runs as \`${user}\` (${uid}) and no longer as root: it can write to \`/tmp\` and to what belongs to it, and to nothing else.`;
}

function copiesFromStages({ stage }: Shipment): boolean {
  return stage.uses.some((use) => use.stage !== undefined);
}
