import type { ImageInventoryAnswer } from '../../../server/src/protocol/inventory/messages';
import type { ImageUse, UseKind } from '../../../server/src/service/inventory/model';
import { keyOfUse } from '../../../server/src/service/inventory/names';
import { kindWords } from '../../../server/src/service/inventory/words';
import { counted } from '../../../server/src/text/counted';
import { printable } from '../../../server/src/text/printable';
import { type ImageNode } from './node';
import { standingIcon, standingTooltip, standingWords } from './standing';

export type Grouping = 'image' | 'file';

/** A use with the file that it stands in. */
interface PlacedUse {
  readonly uri: string;
  /** As it is shown: relative to its workspace folder. */
  readonly path: string;
  readonly use: ImageUse;
}

const kindIcons: Readonly<Record<UseKind, string>> = {
  from: 'layers',
  copy: 'copy',
  mount: 'plug',
  service: 'server-process',
  context: 'package',
  volume: 'database',
};

/**
 * The rows of the view, by images or by files.
 * @param pathOf how a file is shown.
 */
export function nodesOf(
  { files }: ImageInventoryAnswer,
  grouping: Grouping,
  pathOf: (uri: string) => string,
): readonly ImageNode[] {
  const all = files.map(({ uri, uses }) => uses.map((use): PlacedUse => ({ uri, path: pathOf(uri), use })));
  if (grouping === 'file') return all.flatMap((uses) => fileNode(uses) ?? []).sort(byLabel);
  const images = new Map<string, PlacedUse[]>();
  for (const placed of all.flat()) {
    const key = keyOfUse(placed.use);
    images.set(key, [...(images.get(key) ?? []), placed]);
  }
  return [...images].flatMap(([key, uses]) => imageNode(key, uses) ?? []).sort(byLabel);
}

function imageNode(key: string, uses: readonly PlacedUse[]): ImageNode | undefined {
  const [first] = uses;
  if (first === undefined) return undefined;
  const label = nameOf(first.use);
  const words = [...standingWords(first.use), ...(uses.length > 1 ? [counted(uses.length, 'use')] : [])];
  return {
    id: `image ${key}`,
    kind: 'image',
    label,
    description: words.join(' · '),
    tooltip: standingTooltip(first.use, false),
    icon: standingIcon(first.use),
    spoken: `${label}, ${[...standingWords(first.use), counted(uses.length, 'use')].join(', ')}`,
    abilities: abilitiesOf(first.use).filter((ability) => ability !== 'replaceable'),
    children: uses.map((placed, at) =>
      useNode(`use ${key} ${at}`, placed, `${placed.path}:${lineOf(placed.use)}`, [kindWords(placed.use)]),
    ),
    ...placeOf(first),
  };
}

function fileNode(uses: readonly PlacedUse[]): ImageNode | undefined {
  const [first] = uses;
  if (first === undefined) return undefined;
  const { path, uri } = first;
  const label = printable(path);
  const unhardened = uses.filter(({ use }) => use.standing?.hardened === false).length;
  const words = [counted(uses.length, 'image'), ...(unhardened > 0 ? [`${unhardened} not hardened`] : [])];
  return {
    id: `file ${uri}`,
    kind: 'file',
    label,
    description: words.join(' · '),
    tooltip: '',
    icon: { id: 'file' },
    spoken: `${label}, ${words.join(', ')}`,
    abilities: [],
    children: uses.map((placed, at) =>
      useNode(`use ${uri} ${at}`, placed, nameOf(placed.use), [
        `line ${lineOf(placed.use)}`,
        kindWords(placed.use),
        ...standingWords(placed.use),
      ]),
    ),
    uri,
  };
}

function useNode(id: string, placed: PlacedUse, label: string, words: readonly string[]): ImageNode {
  const { use } = placed;
  const shown = words.map(printable);
  return {
    id,
    kind: 'use',
    label: printable(label),
    description: shown.join(' · '),
    tooltip: standingTooltip(use, true),
    icon: { ...standingIcon(use), id: kindIcons[use.kind] },
    spoken: `${printable(label)}, ${shown.join(', ')}`,
    abilities: abilitiesOf(use),
    children: [],
    ...placeOf(placed),
  };
}

function placeOf({ uri, use }: PlacedUse): Partial<ImageNode> {
  const { reference, written, range, standing } = use;
  const counterpart = standing?.counterpart;
  return {
    uri,
    range,
    position: range.start,
    reference: reference ?? written,
    ...(counterpart !== undefined && 'reference' in counterpart && { counterpart: counterpart.reference }),
  };
}

/** What the server has an answer or a repair for. */
function abilitiesOf({ kind, reference, standing }: ImageUse): readonly string[] {
  const isOwn = kind !== 'context' && kind !== 'volume';
  const counterpart = standing?.counterpart;
  return [
    'reference',
    ...(isOwn && reference !== undefined ? ['facts'] : []),
    ...((kind === 'from' || kind === 'service') && counterpart !== undefined && 'reference' in counterpart
      ? ['replaceable']
      : []),
  ];
}

/** With a digest that can be read. */
function nameOf({ reference, written }: ImageUse): string {
  return printable((reference ?? written).replace(/(@sha\d+:\w{12})\w+$/, '$1…'));
}

function lineOf({ range }: ImageUse): number {
  return range.start.line + 1;
}

function byLabel(one: ImageNode, other: ImageNode): number {
  return one.label < other.label ? -1 : one.label > other.label ? 1 : 0;
}
