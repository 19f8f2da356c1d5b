import { compareVersions } from '../../server/src/image/catalog/version-order';
import { type Definition } from './definition';
import { tagBlocks } from './tag-blocks';

/** Release line → its last day. The file name of a definition says which of its versions is the line. */
export function endOfLife(definitions: readonly Definition[]): Readonly<Record<string, string>> | undefined {
  const lines = new Map<string, string>();
  for (const definition of definitions) {
    if (definition.endOfLife !== undefined) lines.set(lineOf(definition), definition.endOfLife);
  }
  if (lines.size === 0) return undefined;
  return Object.fromEntries([...lines].sort(([one], [other]) => compareVersions(one, other)));
}

function lineOf({ file, tags, variant }: Definition): string {
  const name = file.slice(file.lastIndexOf('/') + 1, -'.yaml'.length);
  const parts = name.split('-');
  const versions = tagBlocks(tags, variant)
    .flatMap((block) => block.versions)
    .sort((one, other) => one.length - other.length);
  const named = versions.find(
    (version) => parts.includes(version) || version === name || name.startsWith(`${version}-`),
  );
  return named ?? versions[0] ?? name;
}
