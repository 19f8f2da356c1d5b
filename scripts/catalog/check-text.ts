import { readImage } from '../../server/src/image/catalog/image-row';
import { type CatalogTag } from '../../server/src/image/catalog/model';
import { type HeaderRow, type ImageRow } from '../../server/src/image/catalog/rows';
import { type Definitions } from './read-folder';
import { DefinitionError } from './yaml-node';

/** Reads the text as the product does, and throws where its tags are not exactly those of the definitions. */
export function checkText(text: string, { definitions }: Definitions): void {
  const [first = '', ...others] = text.split('\n').filter(Boolean);
  const header = JSON.parse(first) as HeaderRow;
  const images = others.map((line) => readImage(JSON.parse(line) as ImageRow, header));
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
