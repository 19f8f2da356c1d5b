import { type Pinning } from '../../image/pinning';
import { type EndOfLife, type ImageStanding, type Inventory } from '../inventory/model';
import { keyOfUse } from '../inventory/names';
import { type ReportedImage, type ReportedPlace } from './model';

const pinningWords: Readonly<Record<Pinning, string>> = {
  digest: 'by digest',
  tag: 'by tag',
  floating: 'by a tag that moves',
  none: 'no',
};

/**
 * The images of an inventory, each once, by name.
 * @param pathOf how a file is shown.
 */
export function reportedImages(
  { files }: Inventory,
  pathOf: (uri: string) => string,
): readonly ReportedImage[] {
  const images = new Map<string, ReportedImage & { readonly places: ReportedPlace[] }>();
  for (const { uri, uses } of files)
    for (const use of uses) {
      const { line, character } = use.range.start;
      const place = { path: pathOf(uri), uri, line: line + 1, column: character + 1 };
      const key = keyOfUse(use);
      const before = images.get(key);
      if (before === undefined)
        images.set(key, {
          name: use.reference ?? use.written,
          places: [place],
          ...standingWords(use.standing),
        });
      else before.places.push(place);
    }
  for (const { places } of images.values()) places.sort(byPlace);
  return [...images.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function standingWords(standing: ImageStanding | undefined): Omit<ReportedImage, 'name' | 'places'> {
  if (standing === undefined) return {};
  const { pinning, hardened, variant, user, endOfLife, counterpart } = standing;
  return {
    isHardened: hardened,
    pinned: pinningWords[pinning],
    ...(variant !== undefined && { variant }),
    ...(user !== undefined && { user }),
    ...(endOfLife !== undefined && { endOfLife: endWords(endOfLife) }),
    ...(counterpart !== undefined && 'reference' in counterpart && { counterpart: counterpart.reference }),
  };
}

function endWords({ line, date, hasEnded }: EndOfLife): string {
  return hasEnded ? `${line} ended on ${date}` : date;
}

function byPlace(a: ReportedPlace, b: ReportedPlace): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line || a.column - b.column;
}
