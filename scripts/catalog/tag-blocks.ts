/** Tags of one definition that are *versions × suffixes + one tail*. */
export interface TagBlock {
  readonly versions: readonly string[];
  readonly suffixes: readonly string[];
  readonly tail: string;
}

const distribution = /-(?:debian|alpine)(?:\d+(?:\.\d+)?)?(?=-|$)/;

/** Takes the tags of a definition apart. Nearly all are one block; a few have an odd tag, which is a second one. */
export function tagBlocks(tags: readonly string[], variant: 'runtime' | 'dev'): readonly TagBlock[] {
  const tails = tailsOf(tags, variant);
  const suffixesOf = new Map<string, { version: string; tail: string; suffixes: string[] }>();
  for (const tag of tags) {
    const { version, suffix, tail } = partsOf(tag, tails);
    const key = JSON.stringify([version, tail]);
    const each = suffixesOf.get(key) ?? { version, tail, suffixes: [] };
    each.suffixes.push(suffix);
    suffixesOf.set(key, each);
  }
  const blocks = new Map<string, { versions: string[]; suffixes: readonly string[]; tail: string }>();
  for (const { version, tail, suffixes } of suffixesOf.values()) {
    suffixes.sort();
    const key = JSON.stringify([suffixes, tail]);
    const block = blocks.get(key) ?? { versions: [], suffixes, tail };
    block.versions.push(version);
    blocks.set(key, block);
  }
  return [...blocks.values()];
}

/** What stands behind the distribution says what the tail is; tags without a distribution have the same one. */
function tailsOf(tags: readonly string[], variant: 'runtime' | 'dev'): readonly string[] {
  const tails = new Set(tags.map((tag) => partsOf(tag, []).tail).filter((tail) => tail !== ''));
  if (variant === 'dev') tails.add('-dev');
  return [...tails].sort((one, other) => other.length - one.length);
}

function partsOf(
  tag: string,
  tails: readonly string[],
): { readonly version: string; readonly suffix: string; readonly tail: string } {
  const match = distribution.exec(tag);
  if (match !== null)
    return {
      version: tag.slice(0, match.index),
      suffix: match[0],
      tail: tag.slice(match.index + match[0].length),
    };
  const tail = tails.find((each) => tag.endsWith(each)) ?? '';
  return { version: tag.slice(0, tag.length - tail.length), suffix: '', tail };
}
