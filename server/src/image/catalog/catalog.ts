import { dataReader } from './data-file';
import { type CatalogImage, type CatalogTag } from './model';
import { Catalog } from './read-catalog';
import { type CatalogSource } from './rows';

let opened: Catalog | undefined;

/** A repository by its name, `python`; absent where the catalogue has none of that name. */
export function catalogImage(name: string): CatalogImage | undefined {
  return catalog().image(name);
}

/** A tag of a repository; absent where today's definitions do not list it, which does not prove that it is missing. */
export function catalogTag(name: string, tag: string): CatalogTag | undefined {
  return catalogImage(name)?.tags.get(tag);
}

/** Names of all repositories, sorted. Empty where the data is not there: then nothing may be said about any name. */
export function catalogNames(): readonly string[] {
  return catalog().names;
}

/** Where the facts are from; absent where the data is not there. */
export function catalogSource(): CatalogSource | undefined {
  return catalog().header?.source;
}

function catalog(): Catalog {
  const read = dataReader();
  if (opened?.read !== read) opened = new Catalog(read);
  return opened;
}
