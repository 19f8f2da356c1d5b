import { type DataReader } from './data-file';
import { firstRow, rowOf } from './data-lines';
import { readImage } from './image-row';
import { type CatalogImage } from './model';
import { type AccountRow, type HeaderRow, type ImageRow } from './rows';

/** So many characters hold the header and all accounts. */
export const headLength = 48_000;

/**
 * The facts about Docker Hardened Images that the product carries. One line of the data file holds one repository: only
 * those that somebody asks for are ever read.
 */
export class Catalog {
  readonly header: HeaderRow | undefined;
  readonly #head: string;
  readonly #images = new Map<string, CatalogImage | undefined>();
  readonly #accounts = new Map<number, AccountRow | undefined>();
  #names: readonly string[] | undefined;

  constructor(readonly read: DataReader) {
    this.#head = read('hardened-images.jsonl', 0, headLength);
    this.header = firstRow(this.#head) as HeaderRow | undefined;
  }

  /** Of all repositories, sorted. */
  get names(): readonly string[] {
    const places = this.header?.places.split(',') ?? [];
    return (this.#names ??= places.map((each) => each.slice(0, each.indexOf(':'))).filter(Boolean));
  }

  /** Absent where there is none of that name. */
  image(name: string): CatalogImage | undefined {
    const before = this.#images.get(name);
    if (before !== undefined || this.#images.has(name)) return before;
    const image = this.#read(name);
    this.#images.set(name, image);
    return image;
  }

  #read(name: string): CatalogImage | undefined {
    const place = this.#place(name);
    if (place === undefined || this.header === undefined) return undefined;
    const row = JSON.parse(this.read('hardened-images.jsonl', ...place)) as ImageRow;
    return readImage(row, this.header, (account) => this.#account(account));
  }

  #place(name: string): readonly [start: number, end: number] | undefined {
    const { header } = this;
    if (header === undefined || !/^[^,:]+$/.test(name)) return undefined;
    const { places, accounts } = header;
    const rows = this.#head.indexOf('\n') + 1 + accounts;
    const start = places.indexOf(`,${name}:`);
    if (start < 0) return undefined;
    const next = places.indexOf(',', start + 1);
    const from = Number(places.slice(start + name.length + 2, next));
    const to = Number.parseInt(places.slice(places.indexOf(':', next) + 1), 10);
    return [rows + from, rows + to];
  }

  #account(place: number): AccountRow | undefined {
    const before = this.#accounts.get(place);
    if (before !== undefined) return before;
    const account = rowOf(this.#head, 'account', place) as AccountRow | undefined;
    this.#accounts.set(place, account);
    return account;
  }
}
