import { type CatalogTag } from '../../server/src/image/catalog/model';
import { Catalog } from '../../server/src/image/catalog/read-catalog';
import { type Definitions } from './read-folder';
import { DefinitionError } from './yaml-node';

/** Reads the text as the product does, and throws where its tags are not exactly those of the definitions. */
export function checkText(text: string, { definitions }: Definitions): void {
  const catalog = new Catalog((_, start, end) => text.slice(start, end));
  const images = catalog.names.flatMap((name) => catalog.image(name) ?? []);
  const tags = new Map<string, CatalogTag>(
    images.flatMap((image) => [...image.tags].map(([tag, each]) => [`${image.name}:${tag}`, each] as const)),
  );
  const seen = new Map<string, string>();
  for (const { file, repository, tags: own, variant, system } of definitions) {
    for (const tag of own) {
      const name = `${repository}:${tag}`;
      const other = seen.get(name);
      if (other !== undefined) throw new DefinitionError(file, 'tags', `${tag} is a tag of ${other} already`);
      seen.set(name, file);
      const written = tags.get(name);
      if (written === undefined) throw new DefinitionError(file, 'tags', `${tag} was lost`);
      if (written.facts.variant !== variant || written.system !== system)
        throw new DefinitionError(file, 'tags', `${tag} was mixed up with another definition`);
    }
  }
  const invented = [...tags.keys()].filter((name) => !seen.has(name));
  if (invented.length > 0) throw new Error(`No definition has ${invented.slice(0, 5).join(', ')}.`);
}
