import { tagWords } from '../tag-words';
import { likeTags } from './like-tags';
import { type CatalogImage } from './model';
import { releaseLines, splitVersion } from './release-lines';

/** What of a tag that today's definitions do not list is in none of those that they do. */
export type Unlisted =
  /** A release line: `3.7` of python. */
  | { readonly what: 'line'; readonly name: string }
  /** A release of a distribution, or a distribution: `debian11`. */
  | { readonly what: 'system'; readonly name: string }
  /** Another word, or words that never go together: `slim`. */
  | { readonly what: 'words'; readonly name: string };

/**
 * Why a tag is not listed, where that says something: the older releases of a line are never listed, although they were
 * published and may still be pulled, and neither are FIPS and STIG variants. Absent for those, and for what is listed.
 */
export function unlistedPart(image: CatalogImage, tag: string): Unlisted | undefined {
  const words = tagWords(tag);
  const [version = '', ...others] = words;
  if (image.tags.has(tag) || others.some((word) => word === 'fips' || word === 'stig')) return undefined;
  // Names that move, and digests: what they stand for is not in the tag.
  if (!/^v?\d/.test(version)) return undefined;
  const system = others.find((word) => /^(?:alpine|debian)[\d.]*$/.test(word));
  const systems = [...image.tags.values()].map((each) => each.system);
  if (
    system !== undefined &&
    !systems.some((each) => each === system || (/^[a-z]+$/.test(system) && each.startsWith(system)))
  )
    return { what: 'system', name: system };
  const alike = likeTags(image, tag);
  if (alike.length === 0) return { what: 'words', name: others.join('-') };
  const inSystem = alike.filter((each) => system === undefined || each.system.startsWith(system));
  const [number] = splitVersion(version.replace(/^v/, ''));
  // Tags that are days come one after another.
  if (/^\d{8}$/.test(number)) return undefined;
  const lines = releaseLines(image).map((line) => splitVersion(line)[0]);
  const isThere = inSystem.some(({ version: listed }) => {
    const [own] = splitVersion(listed);
    return (
      own === number ||
      isSameLine(own, number) ||
      isBelow(own, number) ||
      lines.some((line) => isOn(own, line) && isOn(number, line))
    );
  });
  return isThere ? undefined : { what: 'line', name: number };
}

/** Of one minor version, where the catalogue names releases only. */
function isSameLine(one: string, other: string): boolean {
  const [first, second] = [one, other].map((each) => /^\d+\.\d+(?=\.)/.exec(each)?.[0]);
  return first !== undefined && first === second;
}

function isBelow(version: string, line: string): boolean {
  return version.startsWith(`${line}.`);
}

function isOn(version: string, line: string): boolean {
  return version === line || isBelow(version, line);
}
