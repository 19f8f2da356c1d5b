import { dataText } from '../catalog/data-file';
import { firstRow, rowOf } from '../catalog/data-lines';
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

/** So many names are remembered: more than any workspace has, and names are typed letter by letter. */
const mostImages = 1000;

/** The upstream images that something is known of. A line of the data file is parsed when its image is asked for. */
class KnownImages {
  readonly header: CounterpartsHeader | undefined;
  /** Those that nothing is known of are among them: to find that out takes a search through all of the text. */
  readonly #images = new Map<string, UpstreamImage | NoneRow | undefined>();
  #families: readonly RegExp[] | undefined;
  #systemWords: readonly Matching<SystemWordRow>[] | undefined;

  constructor(readonly text: string) {
    this.header = firstRow(text) as CounterpartsHeader | undefined;
  }

  image(name: string): UpstreamImage | NoneRow | undefined {
    const before = this.#images.get(name);
    if (before !== undefined || this.#images.has(name)) return before;
    const image = this.#read(name);
    if (this.#images.size >= mostImages) this.#images.clear();
    this.#images.set(name, image);
    return image;
  }

  #read(name: string): UpstreamImage | NoneRow | undefined {
    const row = rowOf(this.text, 'name', name) as CounterpartRow | NoneRow | undefined;
    if (row === undefined) return this.#isOfFamily(name) ? { name, none: true } : undefined;
    return row.none === true ? row : withPatterns(row);
  }

  get systemWords(): readonly Matching<SystemWordRow>[] {
    return (this.#systemWords ??= (this.header?.osWords ?? []).map(matching));
  }

  #isOfFamily(name: string): boolean {
    this.#families ??= (this.header?.noneOf ?? []).map(patternOfFamily);
    return this.#families.some((pattern) => pattern.test(name));
  }
}

let opened: KnownImages | undefined;

/** What is known of an image, by its full name; absent where nothing is. */
export function knownImage(name: string): UpstreamImage | NoneRow | undefined {
  return knownImages().image(name);
}

/** Words of upstream tags that name a distribution. */
export function systemWords(): readonly Matching<SystemWordRow>[] {
  return knownImages().systemWords;
}

function knownImages(): KnownImages {
  const text = dataText('counterparts.jsonl');
  if (opened?.text !== text) opened = new KnownImages(text);
  return opened;
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
