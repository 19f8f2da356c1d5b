import { firstRow, rowOf, valuesOf } from './data-lines';
import { readImage } from './image-row';
import { type CatalogImage } from './model';
import { type AccountRow, type HeaderRow, type ImageRow } from './rows';

/**
 * The facts about Docker Hardened Images that the product carries. One line of the data file holds one repository: only
 * those that somebody asks for are ever parsed.
 */
export class Catalog {
  readonly header: HeaderRow | undefined;
  readonly #images = new Map<string, CatalogImage | undefined>();
  readonly #accounts = new Map<number, AccountRow | undefined>();
  #names: readonly string[] | undefined;

  constructor(readonly text: string) {
    this.header = firstRow(text) as HeaderRow | undefined;
  }

  /** Of all repositories, sorted. */
  get names(): readonly string[] {
    return (this.#names ??= valuesOf(this.text, 'name'));
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
    const { text, header } = this;
    const row = rowOf(text, 'name', name) as ImageRow | undefined;
    if (row === undefined || header === undefined) return undefined;
    return readImage(row, header, (place) => this.#account(place));
  }

  #account(place: number): AccountRow | undefined {
    const before = this.#accounts.get(place);
    if (before !== undefined) return before;
    const account = rowOf(this.text, 'account', place) as AccountRow | undefined;
    this.#accounts.set(place, account);
    return account;
  }
}
