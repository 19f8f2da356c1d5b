import { type ImageStanding } from '../../service/inventory/model';
import { type ImageReport, placedUses, type PlacedUse } from './report';

/** For other programs: docs/images.md describes it. What is not known is `null`. */
export const imagesAsJson: ImageReport = (inventory, context) => {
  const images = placedUses(inventory, context).map(entry);
  return `${JSON.stringify({ version: 1, counts: inventory.counts, images }, undefined, 2)}\n`;
};

function entry(use: PlacedUse): unknown {
  const { path, range, kind, role, owner, written, reference, repository, tag, digest, isInvalid } = use;
  return {
    path,
    range,
    kind,
    role,
    owner: owner ?? null,
    written,
    valid: !isInvalid,
    reference: reference ?? null,
    repository: repository ?? null,
    tag: tag ?? null,
    digest: digest ?? null,
    ...known(use.standing),
  };
}

function known(standing: ImageStanding | undefined): object {
  return {
    pinning: standing?.pinning ?? null,
    hardened: standing?.hardened ?? null,
    variant: standing?.variant ?? null,
    user: standing?.user ?? null,
    system: standing?.system ?? null,
    endOfLife: standing?.endOfLife ?? null,
    counterpart: standing?.counterpart ?? null,
  };
}
