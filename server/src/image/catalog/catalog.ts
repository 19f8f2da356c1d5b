import { dataLines } from './data-file';
import { readImage } from './image-row';
import { type CatalogImage, type CatalogTag } from './model';
import { type CatalogSource, type HeaderRow, type ImageRow } from './rows';

/**
 * The facts about Docker Hardened Images that the product carries. One line of the data file holds one repository: only
 * those that somebody asks for are ever parsed.
 */
interface Catalog {
  readonly header: HeaderRow | undefined;
  /** Name → its line. */
  readonly rows: ReadonlyMap<string, string>;
  readonly images: Map<string, CatalogImage>;
}

let opened: { readonly lines: readonly string[]; readonly catalog: Catalog } | undefined;

/** A repository by its name, `python`; absent where the catalogue has none of that name. */
export function catalogImage(name: string): CatalogImage | undefined {
  const { header, rows, images } = catalog();
  const before = images.get(name);
  if (before !== undefined) return before;
  const row = rows.get(name);
  if (row === undefined || header === undefined) return undefined;
  const image = readImage(JSON.parse(row) as ImageRow, header);
  images.set(name, image);
  return image;
}

/** A tag of a repository; absent where today's definitions do not list it, which does not prove that it is missing. */
export function catalogTag(name: string, tag: string): CatalogTag | undefined {
  return catalogImage(name)?.tags.get(tag);
}

/** Names of all repositories, sorted. Empty where the data is not there: then nothing may be said about any name. */
export function catalogNames(): readonly string[] {
  return [...catalog().rows.keys()];
}

/** Where the facts are from; absent where the data is not there. */
export function catalogSource(): CatalogSource | undefined {
  return catalog().header?.source;
}

function catalog(): Catalog {
  const lines = dataLines('hardened-images.jsonl');
  if (opened?.lines !== lines) opened = { lines, catalog: open(lines) };
  return opened.catalog;
}

/** How a line of an image begins; its name has no character that JSON would escape. */
const start = '{"name":"';

function open([first, ...others]: readonly string[]): Catalog {
  const rows = new Map<string, string>();
  for (const line of others) rows.set(line.slice(start.length, line.indexOf('"', start.length)), line);
  return {
    header: first === undefined ? undefined : (JSON.parse(first) as HeaderRow),
    rows,
    images: new Map(),
  };
}
