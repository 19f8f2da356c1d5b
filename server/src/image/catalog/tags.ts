import { type Variant } from '../facts';
import { type CatalogImage, type CatalogTag } from './model';
import { lineOf, splitVersion } from './release-lines';
import { compareVersions } from './version-order';

/** Whether a tag is made to build with. The definitions call .NET's SDK a runtime variant, although it is one of these. */
export function isBuildTag({ facts, version }: CatalogTag): boolean {
  return facts.variant === 'dev' || version.endsWith('-sdk');
}

/** All tags of a repository, those first that a stage of this variant most probably wants. */
export function tagsInOrder(image: CatalogImage, variant: Variant): readonly CatalogTag[] {
  const tags = [...image.tags.values()].map((tag) => ({ tag, line: lineOf(image, tag) }));
  const numbers = ranks(tags.map(({ line }) => splitVersion(line)[0]));
  const flavours = ranks(tags.map(({ line }) => splitVersion(line)[1]));
  const systems = ranks(tags.map(({ tag }) => tag.system));
  const weights = ({ tag, line }: (typeof tags)[number]): readonly number[] => {
    const [number, flavour] = splitVersion(line);
    return [
      Number(!isOf(variant, tag)),
      numbers.get(number) ?? 0,
      Number(!isFullName(tag)),
      flavourRank(flavour, variant),
      flavours.get(flavour) ?? 0,
      tag.tail.length,
      // The line itself, its releases, and last what moves from line to line.
      Number(tag.version.length < line.length),
      tag.version.length,
      systems.get(tag.system) ?? 0,
    ];
  };
  return tags
    .map((each) => ({ tag: each.tag, weights: weights(each) }))
    .sort((one, other) => compareWeights(one.weights, other.weights))
    .map(({ tag }) => tag);
}

/** Place of each name, the newest first. */
function ranks(names: readonly string[]): ReadonlyMap<string, number> {
  const inOrder = [...new Set(names)].sort((one, other) => compareVersions(other, one));
  return new Map(inOrder.map((name, place) => [name, place]));
}

function compareWeights(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((weight, index) => weight !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

/**
 * One tag for each distribution of a repository, in its plain flavour and newest release line: `3.14-debian13`,
 * `3.14-debian12`, `3.14-alpine3.24`. Empty where there is no such variant.
 */
export function newestTags(image: CatalogImage, variant: Variant): readonly CatalogTag[] {
  const newest = new Map<string, CatalogTag>();
  for (const tag of tagsInOrder(image, variant)) {
    if (!isOf(variant, tag) || !isFullName(tag)) continue;
    if (!newest.has(tag.system)) newest.set(tag.system, tag);
  }
  return [...newest.values()].sort((one, other) => compareVersions(other.system, one.system));
}

/** Tags of the same version as another one: its other variants, flavours and distributions, by their full names and in order. */
export function siblingTags(image: CatalogImage, tag: CatalogTag): readonly CatalogTag[] {
  return tagsInOrder(image, isBuildTag(tag) ? 'dev' : 'runtime').filter(
    (other) =>
      other.version === tag.version &&
      isFullName(other) &&
      (other.system !== tag.system || other.tail !== tag.tail),
  );
}

/** `3.12-debian13` and not its shorter names `3.12` and `3.12-debian`: the one that no new distribution moves. */
export function isFullName({ suffix, system }: CatalogTag): boolean {
  return suffix === `-${system}`;
}

function isOf(variant: Variant, tag: CatalogTag): boolean {
  return isBuildTag(tag) === (variant === 'dev');
}

/** Flavours that stand in the version: who builds wants a JDK, and everybody else what is plain. */
function flavourRank(flavour: string, variant: Variant): number {
  if (flavour === '-jdk') return variant === 'dev' ? -1 : 2;
  return flavour === '' ? 0 : 1;
}
