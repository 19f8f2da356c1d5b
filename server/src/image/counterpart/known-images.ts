import { dataLines } from '../catalog/data-file';
import {
  type CounterpartRow,
  type CounterpartsHeader,
  type FixedRow,
  type NoneRow,
  type RolesRow,
  type SystemWordRow,
  type WordRow,
} from './rows';

/** A row with the patterns of it that tags are held against. */
type Matching<T> = T & { readonly pattern: RegExp };

export interface UpstreamImage {
  readonly row: CounterpartRow;
  readonly pre: readonly (readonly [pattern: RegExp, by: string])[];
  readonly words: readonly Matching<WordRow>[];
  readonly fixed: readonly Matching<FixedRow>[];
  readonly perVersion: readonly Matching<RolesRow>[];
}

/** The upstream images that something is known of. A line of the data file is parsed when its image is asked for. */
interface KnownImages {
  readonly lines: readonly string[];
  readonly rows: ReadonlyMap<string, string>;
  /** Names with a `*`: none of those images has a counterpart. */
  readonly families: readonly Matching<NoneRow>[];
  readonly systemWords: readonly Matching<SystemWordRow>[];
  readonly read: Map<string, UpstreamImage | NoneRow>;
}

let opened: KnownImages | undefined;

/** What is known of an image, by its full name; absent where nothing is. */
export function knownImage(name: string): UpstreamImage | NoneRow | undefined {
  const { rows, families, read } = knownImages();
  const before = read.get(name);
  if (before !== undefined) return before;
  const line = rows.get(name);
  if (line === undefined) return families.find(({ pattern }) => pattern.test(name));
  const row = JSON.parse(line) as CounterpartRow | NoneRow;
  const image = row.none === true ? row : withPatterns(row);
  read.set(name, image);
  return image;
}

/** Words of upstream tags that name a distribution. */
export function systemWords(): readonly Matching<SystemWordRow>[] {
  return knownImages().systemWords;
}

function knownImages(): KnownImages {
  const lines = dataLines('counterparts.jsonl');
  if (opened?.lines !== lines) opened = open(lines);
  return opened;
}

/** How a line begins; a name has no character that JSON would escape. */
const start = '{"name":"';

function open(lines: readonly string[]): KnownImages {
  const [first, ...others] = lines;
  const rows = new Map<string, string>();
  for (const line of others) rows.set(line.slice(start.length, line.indexOf('"', start.length)), line);
  const families = [...rows]
    .filter(([name]) => name.includes('*'))
    .map(([, line]) => JSON.parse(line) as NoneRow);
  const header = first === undefined ? undefined : (JSON.parse(first) as CounterpartsHeader);
  return {
    lines,
    rows,
    families: families.map((row) => ({ ...row, pattern: patternOfFamily(row.name) })),
    systemWords: (header?.osWords ?? []).map(matching),
    read: new Map(),
  };
}

function withPatterns(row: CounterpartRow): UpstreamImage {
  return {
    row,
    pre: (row.pre ?? []).map(([pattern, by]) => [new RegExp(pattern), by]),
    words: (row.words ?? []).map(matching),
    fixed: (row.fixed ?? []).map(matching),
    perVersion: (row.perVersion ?? []).map(matching),
  };
}

function matching<T extends { readonly match: string }>(row: T): Matching<T> {
  return { ...row, pattern: new RegExp(row.match) };
}

function patternOfFamily(name: string): RegExp {
  const parts = name.split('*').map((part) => part.replace(/[.]/g, '\\.'));
  return new RegExp(`^${parts.join('[^/]*')}$`);
}
