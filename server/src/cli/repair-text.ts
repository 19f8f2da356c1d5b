import { type Finding } from '../service/finding';
import { withoutConflicts } from '../service/fix-all';
import { applyEdits } from '../text/edit';
import { type Checked } from './lint-text';
import { isRepairable } from './reporters/report';

/** What repairs are made with. */
export interface RepairTools {
  readonly check: (text: string) => Promise<Checked>;
  /** The text after all safe repairs of the one that was checked last. */
  readonly fixAll: (text: string) => Promise<string>;
  /** Ids of rules whose first offer is taken. */
  readonly fixOffers: readonly string[];
}

/** Offers may lay bare what other offers settle. */
const mostRounds = 10;

/** Makes all safe repairs and the offers that are asked for, until nothing changes. Gives `before` where nothing has. */
export async function repairText(before: Checked, tools: RepairTools): Promise<Checked> {
  let present = await repairSafely(before, tools);
  for (let round = 0; round < mostRounds; round++) {
    const next = await takeOffers(present, tools);
    if (next === present) break;
    present = await repairSafely(next, tools);
  }
  return present.text === before.text ? before : present;
}

async function repairSafely(present: Checked, { check, fixAll }: RepairTools): Promise<Checked> {
  if (!present.findings.some(isRepairable)) return present;
  const text = await fixAll(present.text);
  return text === present.text ? present : check(text);
}

/** Takes all offers at once; where that settles nothing, the first one that alone does. */
async function takeOffers(present: Checked, { check, fixOffers }: RepairTools): Promise<Checked> {
  const offers = present.findings.flatMap((finding) => offerOf(finding, fixOffers));
  const attempts = [offers, ...(offers.length > 1 ? offers.map((offer) => [offer]) : [])];
  for (const attempt of attempts) {
    const edits = withoutConflicts(attempt);
    if (edits.length === 0) continue;
    const next = await check(applyEdits(present.text, edits));
    // An offer that leaves its finding would be taken again and again.
    if (count(next, fixOffers) < count(present, fixOffers)) return next;
  }
  return present;
}

function offerOf({ rule, offers }: Finding, fixOffers: readonly string[]) {
  if (!fixOffers.includes(rule)) return [];
  const offer = offers.find(({ others, edits }) => others === undefined && edits.length > 0);
  return offer === undefined ? [] : [offer];
}

function count({ findings }: Checked, fixOffers: readonly string[]): number {
  return findings.filter(({ rule }) => fixOffers.includes(rule)).length;
}
