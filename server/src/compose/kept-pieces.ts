import { isMap, isNode, isScalar, Pair, YAMLMap } from 'yaml';
import { type Cut, type CutMap, cutsOf, type KeyPlace } from './cuts';
import { faultsOf, readWithLibrary } from './library';
import { movedNode, movedPair } from './moved';
import { type RawFault } from './syntax-fault';

/** A document put together from its pieces. */
export interface PiecedDocument {
  readonly contents: YAMLMap;
  readonly faults: readonly RawFault[];
}

/** A key of a map with its value, as the library reads it. */
interface Piece {
  /** Where it stands in the text that it was last part of. */
  readonly start: number;
  readonly pair: Pair;
  readonly faults: readonly RawFault[];
  /** Of the outermost map; its start counts where the piece is the first of the text, its end where it is the last. */
  readonly outer: Range;
  /** The key of the map that the piece stands in, and the place of that map: likewise. */
  readonly holder: { readonly key: unknown; readonly range: Range } | undefined;
}

type Range = readonly [start: number, valueEnd: number, nodeEnd: number];

/** A piece as it is parsed by itself. */
interface Setting {
  readonly cut: Cut;
  /** What is parsed in front of it: the key of a map around it, where that is not its own. */
  readonly head: string;
  /** What is parsed behind it: a key in the column of the next one; nothing at the end of the text. */
  readonly closer: string;
  readonly isInner: boolean;
}

/** Texts, in UTF-16 code units, whose pieces are kept; longer ones are not cut. */
const mostKept = 300_000;

/**
 * Parses texts piece by piece and keeps the pieces: of a text in which somebody types, only the piece with the caret is parsed
 * again. Each is parsed with another key behind it. Where the library finds that key in its place, nothing that the piece opens
 * reaches over its end, and what follows is read as it would be without it. Where it does not, the pieces say nothing.
 */
export class KeptPieces {
  /** By the text that is parsed for a piece alone; the one used last goes last. */
  readonly #kept = new Map<string, Piece>();
  #size = 0;

  /** @param least how long a text or a map must be to be cut; as `cutsOf` finds good where absent. */
  constructor(private readonly least?: number) {}

  /** Undefined for a text that cannot be cut, or whose pieces are not what they look like. */
  documentOf(text: string): PiecedDocument | undefined {
    const cuts = text.length > mostKept ? undefined : cutsOf(text, this.least);
    if (cuts === undefined) return undefined;
    const pieces = this.#outerPieces(text, cuts);
    this.#forgetOldest();
    const [first] = pieces ?? [];
    const last = pieces?.at(-1);
    if (pieces === undefined || first === undefined || last === undefined) return undefined;
    const contents = mapOf(pieces, [first.outer[0], last.outer[1], last.outer[2]]);
    return { contents, faults: pieces.flatMap(({ faults }) => faults) };
  }

  #outerPieces(text: string, { pieces: cuts }: CutMap): readonly Piece[] | undefined {
    const settings = cuts.map((cut, index) => ({
      cut,
      head: cut.start === 0 ? '' : '\n',
      closer: index === cuts.length - 1 ? '' : 'x:',
      isInner: false,
    }));
    const result: Piece[] = [];
    let alike: Setting[] = [];
    for (const setting of settings) {
      const { inner } = setting.cut;
      if (inner === undefined) {
        alike.push(setting);
        continue;
      }
      const before = this.#read(text, alike);
      const held = before && this.#held(text, inner, setting);
      if (held === undefined) return undefined;
      result.push(...(before ?? []), held);
      alike = [];
    }
    const rest = this.#read(text, alike);
    return rest && [...result, ...rest];
  }

  /** A key whose map is read in pieces of its own. */
  #held(text: string, { indent, pieces: cuts }: CutMap, around: Setting): Piece | undefined {
    const settings = cuts.map((cut, index) => ({
      cut,
      head: index === 0 ? around.head : 'x:\n',
      closer: index === cuts.length - 1 ? around.closer : `${' '.repeat(indent)}x:`,
      isInner: true,
    }));
    const pieces = this.#read(text, settings);
    const [first] = pieces ?? [];
    const last = pieces?.at(-1);
    if (pieces === undefined || first?.holder === undefined || last?.holder === undefined) return undefined;
    const map = mapOf(pieces, [first.holder.range[0], last.holder.range[1], last.holder.range[2]]);
    return {
      start: around.cut.start,
      pair: new Pair(first.holder.key, map),
      faults: pieces.flatMap(({ faults }) => faults),
      outer: [first.outer[0], last.outer[1], last.outer[2]],
      holder: undefined,
    };
  }

  /** Pieces that follow each other in one map. Those that are not known and stand together are parsed together. */
  #read(text: string, settings: readonly Setting[]): readonly Piece[] | undefined {
    const pieces: Piece[] = [];
    let unknown: Setting[] = [];
    let keys: string[] = [];
    const parse = (): boolean => {
      const parsed = unknown.length === 0 ? [] : parseRun(text, unknown);
      if (parsed === undefined) return false;
      pieces.push(...parsed);
      // Of several pieces it is not certain to which one a fault belongs.
      if (parsed.length === 1 || parsed[0]?.faults.length === 0)
        parsed.forEach((piece, index) => this.#keep(keys[index] ?? '', piece));
      unknown = [];
      keys = [];
      return true;
    };
    for (const setting of settings) {
      const key = keyOf(text, setting);
      const before = this.#kept.get(key);
      if (before === undefined) {
        unknown.push(setting);
        keys.push(key);
      } else {
        if (!parse()) return undefined;
        const piece = moved(before, setting.cut.start - before.start);
        this.#keep(key, piece);
        pieces.push(piece);
      }
    }
    return parse() ? pieces : undefined;
  }

  #keep(key: string, piece: Piece): void {
    if (!this.#kept.delete(key)) this.#size += key.length;
    this.#kept.set(key, piece);
  }

  #forgetOldest(): void {
    for (const key of this.#kept.keys()) {
      if (this.#size <= mostKept) break;
      this.#kept.delete(key);
      this.#size -= key.length;
    }
  }
}

function keyOf(text: string, { cut: { start, end }, head, closer, isInner }: Setting): string {
  return `${isInner ? 'inner' : 'outer'} ${head}${text.slice(start, end)}${closer}`;
}

/** Undefined where the library does not find each key in its place, and no others. */
function parseRun(text: string, settings: readonly Setting[]): readonly Piece[] | undefined {
  const first = settings[0];
  const last = settings.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const { head, isInner, cut } = first;
  const { closer } = last;
  const { end } = last.cut;
  const { documents } = readWithLibrary(
    `${head}${text.slice(cut.start, end)}${closer}`,
    cut.start - head.length,
  );
  const [document, more] = documents;
  const root = document?.contents;
  if (document === undefined || more !== undefined || !isBlockMap(root)) return undefined;
  const [outside] = root.items;
  const map = isInner ? outside?.value : root;
  if (!isBlockMap(map)) return undefined;
  const closed = closer === '' ? [] : [{ start: end + closer.length - 'x:'.length, name: 'x' }];
  const closesOuter = closer === 'x:';
  const keys = settings.map((setting) => setting.cut.key);
  if (!hasKeys(map, isInner && closesOuter ? keys : [...keys, ...closed])) return undefined;
  if (isInner && !hasKeys(root, closesOuter ? closed : [], 1)) return undefined;
  const faults = faultsOf(document);
  // What is wrong with the key behind is wrong with the one that stands there in the text, and differs with it.
  if (closer !== '' && faults.some(({ at }) => at[1] > end)) return undefined;
  return settings.map((setting, index): Piece => {
    const pair = map.items[index];
    if (pair === undefined) throw new Error('A key that was found is gone.');
    return {
      start: setting.cut.start,
      pair,
      faults: index === 0 ? faults : [],
      outer: rangeOf(root),
      holder: isInner ? { key: outside?.key, range: rangeOf(map) } : undefined,
    };
  });
}

/** A map as a document or a key has it that nothing is said of: no brackets, no anchor, no tag. */
function isBlockMap(node: unknown): node is YAMLMap {
  return isMap(node) && node.flow !== true && node.anchor === undefined && node.tag === undefined;
}

/** Whether a map has these keys in these places, and no others behind those that stand before them. */
function hasKeys({ items }: YAMLMap, keys: readonly KeyPlace[], before = 0): boolean {
  return (
    items.length === before + keys.length &&
    keys.every(({ start, name }, index) => {
      const { key, value } = items[before + index] ?? {};
      return isScalar(key) && key.source === name && key.range?.[0] === start && isNode(value);
    })
  );
}

function rangeOf({ range }: YAMLMap): Range {
  return range ?? [0, 0, 0];
}

function mapOf(pieces: readonly Piece[], range: Range): YAMLMap {
  const map = new YAMLMap();
  map.items = pieces.map(({ pair }) => pair);
  map.range = [...range];
  return map;
}

/** A piece that stands so many characters further on. */
function moved(piece: Piece, by: number): Piece {
  if (by === 0) return piece;
  const { start, pair, faults, outer, holder } = piece;
  const range = ([from, valueEnd, nodeEnd]: Range): Range => [from + by, valueEnd + by, nodeEnd + by];
  return {
    start: start + by,
    pair: movedPair(pair, by),
    faults: faults.map(({ code, detail, at: [from, to] }) => ({ code, detail, at: [from + by, to + by] })),
    outer: range(outer),
    holder: holder && { key: movedNode(holder.key, by), range: range(holder.range) },
  };
}
