import { ABSENT, known, UNKNOWN, type Known } from '../text/known';
import { catalogImage, catalogSource } from './catalog/catalog';
import { likeTags } from './catalog/like-tags';
import { type CatalogFacts, type CatalogTag } from './catalog/model';
import { type ImageFacts, type ImageSettings, type Variant } from './facts';
import { hardenedRepository } from './hardened-name';
import { NOTHING_KNOWN } from './nothing-known';
import { type ImageReference } from './reference';
import { tagWords } from './tag-words';

/**
 * Facts of a hardened image from the catalogue; absent where the image is none. A tag that is not listed there is taken
 * for what all tags of its shape have in common, and said to be inferred.
 */
export function hardenedFacts(reference: ImageReference, settings: ImageSettings): ImageFacts | undefined {
  const repository = hardenedRepository(reference, settings);
  if (repository === undefined) return undefined;
  const { tag } = reference;
  const image = catalogImage(repository);
  const listed = tag === undefined ? undefined : image?.tags.get(tag);
  const alike = listed === undefined && image && tag ? likeTags(image, tag) : [];
  const variant = listed?.facts.variant ?? (tag === undefined ? undefined : variantByName(tag));
  return {
    ...NOTHING_KNOWN,
    ...(listed === undefined ? { ...commonFacts(alike), system: systemByName(tag) } : factsOf(listed)),
    hardened: {
      repository,
      variant: variant === undefined ? UNKNOWN : known(variant),
      inferred: listed === undefined,
      ...(listed !== undefined && { listed }),
    },
    source: sourceOf(repository, listed !== undefined),
  };
}

function sourceOf(repository: string, listed: boolean): string {
  const source = catalogSource();
  const origin =
    source === undefined
      ? 'https://docs.docker.com/dhi/'
      : `${source.repository} of ${source.date.slice(0, 10)}`;
  return `Docker Hardened Image ${repository}${listed ? '' : ', inferred from the shape of its tag'}: ${origin}`;
}

/** Nothing else tells a variant where the catalogue has no such tag. */
function variantByName(tag: string): Variant {
  return tagWords(tag).includes('dev') ? 'dev' : 'runtime';
}

/**
 * Distribution and release by the words of a tag, where none means Debian 13; unknown where the tag says no release.
 * @see https://docs.docker.com/dhi/core-concepts/
 */
function systemByName(tag: string | undefined): Known<string> {
  if (tag === undefined) return UNKNOWN;
  const named = tagWords(tag).find((word) => /^(?:debian|alpine)/.test(word));
  if (named === undefined || named === 'debian') return known('debian13');
  return /^(?:debian\d+|alpine\d+\.\d+)$/.test(named) ? known(named) : UNKNOWN;
}

type TagFacts = Partial<Omit<ImageFacts, 'source' | 'hardened'>>;

const factsOfTags = new WeakMap<CatalogTag, TagFacts>();

function factsOf(tag: CatalogTag): TagFacts {
  const before = factsOfTags.get(tag);
  if (before !== undefined) return before;
  const facts = commonFacts([tag]);
  factsOfTags.set(tag, facts);
  return facts;
}

/** What all of some tags have in common. */
function commonFacts(tags: readonly CatalogTag[]): TagFacts {
  const all = new Set(tags.map(({ facts }) => facts));
  if (all.size === 0) return {};
  const common = <T>(fact: (facts: CatalogFacts) => Known<T>): Known<T> => agreed([...all].map(fact));
  return {
    user: common(({ account }) => known(account.user)),
    isRoot: common(({ account }) => known(account.uid === 0)),
    uid: common(({ account }) => known(account.uid)),
    users: common(usersOf),
    shell: common(shellOf),
    packageManager: common(packageManagerOf),
    libc: common(({ libc }) => known(libc)),
    workdir: common(({ workdir }) => (workdir === undefined ? UNKNOWN : known(workdir))),
    entrypoint: common(({ entrypoint }) => (entrypoint === undefined ? ABSENT : known(entrypoint))),
    command: common(({ command }) => (command === undefined ? ABSENT : known(command))),
    ports: common(({ ports }) => known(ports)),
    system: agreed(tags.map(({ system }) => known(system))),
  };
}

function agreed<T>([first, ...others]: readonly Known<T>[]): Known<T> {
  if (first === undefined) return UNKNOWN;
  const text = JSON.stringify(first);
  return others.every((other) => JSON.stringify(other) === text) ? first : UNKNOWN;
}

/**
 * Runtime images have the accounts that they declare. Whether root has an entry is seldom declared; it is listed, so that
 * nobody is told that it is missing. The build variants' packages may bring others.
 */
function usersOf({ account, variant, packageManager }: CatalogFacts): Known<readonly string[]> {
  if (variant === 'dev' || packageManager !== 'none') return UNKNOWN;
  return known([...new Set(['root', account.user, ...account.users])]);
}

function shellOf({ shells, shellInferred, shellPossible }: CatalogFacts): Known<string> {
  if (shells.length > 0 || shellInferred !== undefined) return known('/bin/sh');
  return shellPossible === undefined ? ABSENT : UNKNOWN;
}

function packageManagerOf({ packageManager }: CatalogFacts): ImageFacts['packageManager'] {
  return packageManager === 'dpkg' ? UNKNOWN : known(packageManager);
}
