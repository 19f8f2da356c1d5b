import { type CatalogImage, type CatalogTag } from '../catalog/model';
import { compareVersions } from '../catalog/version-order';
import { type ImageChange } from '../image-change';
import { inGroups, shelvesOf, type Shelf } from './shelves';
import { type Refusal, type Wish } from './wish';

/** A tag, and what it changes against the wish. */
export interface Choice {
  readonly tag: CatalogTag;
  readonly changes: readonly ImageChange[];
}

/** The tag of a repository that comes closest to a wish. It never leaves the wished release line. */
export function choose(image: CatalogImage, wish: Wish): Choice | Refusal {
  const shelves = shelvesOf(image, wish.tail);
  if (shelves.length === 0)
    return { reason: wish.tail.endsWith('-dev') ? 'no-build-variant' : 'no-such-variant' };
  for (const group of inGroups(shelves, wish.systems)) {
    const found = chooseFrom(group, image, wish);
    if (found === undefined) continue;
    const { tag } = found;
    return { tag, changes: [...wish.changes, ...found.changes, ...systemChanges(tag, wish)] };
  }
  return { reason: 'version-not-in-catalogue' };
}

function chooseFrom(group: readonly Shelf[], image: CatalogImage, wish: Wish): Choice | undefined {
  if (wish.newestDay) return asIs(newestDay(group, wish));
  if (wish.version === '') return asIs(newest(group, image, wish));
  return release(group, wish) ?? newestOfLine(group, wish);
}

function asIs(tag: CatalogTag | undefined): Choice | undefined {
  return tag && { tag, changes: [] };
}

/** The version itself, or cut down part by part, but not below its release line. */
function release(group: readonly Shelf[], { version, line, versionSuffix }: Wish): Choice | undefined {
  const parts = version.split('.');
  for (let count = parts.length; count >= Math.min(line, parts.length); count -= 1) {
    const cut = parts.slice(0, count).join('.');
    const tag = first(group, cut + versionSuffix);
    if (tag !== undefined) return moved(tag, version, cut);
  }
  return undefined;
}

/** `3` where the catalogue only names 3.22, 3.23 and so on: the newest of them. */
function newestOfLine(group: readonly Shelf[], { version, versionSuffix }: Wish): Choice | undefined {
  if (version.split('.').length >= 3) return undefined;
  const inLine = group
    .flatMap((shelf) => versionsOf(shelf, versionSuffix))
    .filter((each) => each.startsWith(`${version}.`));
  const shortest = Math.min(...inLine.map(partsOf));
  const top = maximum(inLine.filter((each) => partsOf(each) === shortest));
  const tag = top === undefined ? undefined : first(group, top + versionSuffix);
  return tag && moved(tag, version, top ?? '');
}

function moved(tag: CatalogTag, from: string, to: string): Choice {
  return { tag, changes: from === to ? [] : [{ kind: 'version', from, to }] };
}

/** The newest version, as short as its release line is written. */
function newest(group: readonly Shelf[], image: CatalogImage, wish: Wish): CatalogTag | undefined {
  const [shelf] = group;
  if (shelf === undefined) return undefined;
  const top = maximum(leading(shelf, image, wish));
  const parts = top?.split('.') ?? [];
  for (let count = Math.min(wish.line, parts.length); count <= parts.length; count += 1) {
    const tag = shelf.tags.get(parts.slice(0, count).join('.') + wish.versionSuffix);
    if (tag !== undefined) return tag;
  }
  return undefined;
}

/** A build stage follows the newest runtime version: awscli 2 has no build variant, awscli 1 has. */
function leading(shelf: Shelf, image: CatalogImage, { tail, versionSuffix }: Wish): readonly string[] {
  const runtime =
    tail.endsWith('-dev') && versionSuffix === ''
      ? shelvesOf(image, tail.slice(0, -'-dev'.length)).find(({ system }) => system === shelf.system)
      : undefined;
  return versionsOf(runtime ?? shelf, versionSuffix);
}

function newestDay(group: readonly Shelf[], { versionSuffix }: Wish): CatalogTag | undefined {
  const [shelf] = group;
  const days = [...(shelf?.tags.keys() ?? [])].filter((version) =>
    versionSuffix === '' ? !version.includes('-') : version.endsWith(versionSuffix),
  );
  return shelf?.tags.get(maximum(days) ?? '');
}

/** Versions of a shelf without their ending; only those that are numbers. */
function versionsOf({ tags }: Shelf, ending: string): readonly string[] {
  return [...tags.keys()]
    .filter((version) => version.endsWith(ending))
    .map((version) => version.slice(0, version.length - ending.length))
    .filter((version) => /^[\d.]+$/.test(version));
}

function maximum(versions: readonly string[]): string | undefined {
  return versions.reduce<string | undefined>(
    (top, version) => (top === undefined || compareVersions(version, top) > 0 ? version : top),
    undefined,
  );
}

function partsOf(version: string): number {
  return version.split('.').length;
}

function first(group: readonly Shelf[], version: string): CatalogTag | undefined {
  for (const { tags } of group) {
    const tag = tags.get(version);
    if (tag !== undefined) return tag;
  }
  return undefined;
}

function systemChanges(
  { system, facts }: CatalogTag,
  { systems, asked, base }: Wish,
): readonly ImageChange[] {
  const [wanted = ''] = systems;
  const before = asked === undefined ? base : wanted.startsWith('alpine') ? 'alpine' : 'debian';
  const changes: ImageChange[] = [];
  if (before !== undefined && !system.startsWith(before))
    changes.push({ kind: 'libc', from: before === 'alpine' ? 'musl' : 'glibc', to: facts.libc });
  if (asked !== undefined && namesRelease.test(asked) && wanted !== system)
    changes.push({ kind: 'system', from: asked, to: system });
  return changes;
}

/** Words that name one release of a distribution, and not only the distribution. */
const namesRelease = /^(?:trixie|bookworm|bullseye|buster|stretch|alpine3|debian1)/;
