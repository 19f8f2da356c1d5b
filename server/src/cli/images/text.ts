import { kindWords, pinningWords } from '../../service/inventory/words';
import { type ImageStanding, type InventoryCounts } from '../../service/inventory/model';
import { counted } from '../../text/counted';
import { printable } from '../../text/printable';
import { type ImageReport, placedUses, type PlacedUse } from './report';

const columns = ['image', 'where', 'use', 'pinned by', 'hardened', 'user', 'end of life', 'counterpart'];

/** Twelve digits are enough to tell images apart; all of them stand in the file. */
const longDigest = /(@sha\d+:\w{12})\w+$/;

/** A table with a row for each use. */
export const imagesAsText: ImageReport = (inventory, context) => {
  const uses = placedUses(inventory, context);
  const { counts, files } = inventory;
  if (uses.length === 0) return 'No images.\n';
  const rows = uses.map((use) => cells(use).map(printable));
  const titles = columns.map((title) => title.toUpperCase());
  const widths = titles.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  return `${[context.style.bold(line(titles)), ...rows.map(line)].join('\n')}\n\n${summary(counts, files.length)}\n`;
};

function cells(use: PlacedUse): readonly string[] {
  const { path, range, standing, reference, written, isInvalid } = use;
  const unknown = isInvalid ? 'not valid' : 'unknown';
  return [
    (reference ?? written).replace(longDigest, '$1…'),
    `${path}:${range.start.line + 1}`,
    kindWords(use),
    standing === undefined ? unknown : pinningWords(standing.pinning),
    standing === undefined ? unknown : hardened(standing),
    standing?.user ?? 'unknown',
    endOfLife(standing),
    counterpart(standing),
  ];
}

function hardened({ hardened: is, variant }: ImageStanding): string {
  if (!is) return 'no';
  return variant === undefined ? 'yes' : `yes, ${variant}`;
}

function endOfLife(standing: ImageStanding | undefined): string {
  if (standing?.endOfLife === undefined) return 'unknown';
  const { date, hasEnded } = standing.endOfLife;
  return hasEnded ? `${date} (over)` : date;
}

function counterpart(standing: ImageStanding | undefined): string {
  if (standing?.hardened === true) return '';
  if (standing?.counterpart === undefined) return 'unknown';
  return 'reference' in standing.counterpart ? standing.counterpart.reference : 'none';
}

function summary({ images, hardened: are, notHardened, unknown }: InventoryCounts, files: number): string {
  const parts = [`${are} hardened`, `${notHardened} not`, ...(unknown > 0 ? [`${unknown} unknown`] : [])];
  return `${counted(images, 'image')} in ${counted(files, 'file')}: ${parts.join(', ')}.`;
}
