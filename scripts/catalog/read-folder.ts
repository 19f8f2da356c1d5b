import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Definition, readDefinition } from './definition';
import { DefinitionError, YamlNode } from './yaml-node';

/** All that is read of a checkout of the definitions. */
export interface Definitions {
  /** By repository, then distribution, then file; each in the order of its name. */
  readonly definitions: readonly Definition[];
  /** Repository → what is known of it as a whole. */
  readonly repositories: ReadonlyMap<string, RepositoryInfo>;
}

export interface RepositoryInfo {
  readonly title: string;
  /** Its guide speaks of `-fips` tags. */
  readonly fips: boolean;
}

/** Reads `image/<repository>/<distribution>/<name>.yaml` below a folder; throws a DefinitionError at the first fault. */
export function readFolder(folder: string): Definitions {
  const images = join(folder, 'image');
  if (!existsSync(images)) throw new DefinitionError(folder, '', 'has no folder "image"');
  const definitions: Definition[] = [];
  const repositories = new Map<string, RepositoryInfo>();
  for (const repository of names(images)) {
    const own = readRepository(images, repository);
    if (own.length === 0) continue;
    definitions.push(...own);
    repositories.set(repository, readInfo(images, repository));
  }
  if (definitions.length === 0) throw new DefinitionError(images, '', 'holds no definition');
  return { definitions, repositories };
}

function readRepository(images: string, repository: string): readonly Definition[] {
  const folder = join(images, repository);
  if (!statSync(folder).isDirectory()) return [];
  const systems = names(folder).filter(
    (name) => /^(?:alpine|debian)-/.test(name) && statSync(join(folder, name)).isDirectory(),
  );
  return systems.flatMap((system) =>
    names(join(folder, system))
      .filter((name) => name.endsWith('.yaml'))
      .flatMap((name) => {
        const file = `image/${repository}/${system}/${name}`;
        const root = YamlNode.parse(file, readFileSync(join(folder, system, name), 'utf8'));
        return isDefinition(root) ? [readDefinition(file, repository, root)] : [];
      }),
  );
}

/** Configuration files of programs lie there too; they have none of these keys. */
function isDefinition(root: YamlNode): boolean {
  if (!root.exists) root.fail('is empty');
  const keys = root.keys();
  return ['image', 'variant', 'tags'].some((key) => keys.includes(key));
}

function readInfo(images: string, repository: string): RepositoryInfo {
  const file = `image/${repository}/info.yaml`;
  const text = textOf(join(images, repository, 'info.yaml'));
  if (text === undefined) throw new DefinitionError(file, '', 'is missing');
  const guide = textOf(join(images, repository, 'guides.md')) ?? '';
  return {
    title: YamlNode.parse(file, text).at('metadata').at('display-name').text(),
    fips: /[\w>]-fips\b/.test(guide),
  };
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** By code units, so that the order is the same everywhere. */
function names(folder: string): readonly string[] {
  return readdirSync(folder).sort();
}
