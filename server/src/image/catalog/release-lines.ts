import { type CatalogImage, type CatalogTag } from './model';
import { compareVersions } from './version-order';

const linesOfImage = new WeakMap<CatalogImage, readonly string[]>();

/**
 * Release lines of a repository, newest first: `3.14`, `3.13` of python, `24`, `22` of node. The definitions list the
 * newest release of each line alone, so a line is the shortest version that stands for one release.
 */
export function releaseLines(image: CatalogImage): readonly string[] {
  const before = linesOfImage.get(image);
  if (before !== undefined) return before;
  const now = readLines(image);
  linesOfImage.set(image, now);
  return now;
}

/** The release line that a tag belongs to today: `3.12` for `3.12.13-debian13`, `3.14` for `3`. */
export function lineOf(image: CatalogImage, { version, system }: CatalogTag): string {
  const lines = releaseLines(image);
  const above = lines.find((line) => isPartOf(version, line));
  if (above !== undefined) return above;
  // It moves from line to line: it stands for the newest that its distribution has.
  const below = lines.find(
    (line) =>
      isPartOf(line, version) &&
      [...image.tags.values()].some((tag) => tag.system === system && tag.version === line),
  );
  return below ?? version;
}

/**
 * Last day of a tag's release line as `2028-10-31`. Absent where the definitions say none, and for a tag that moves from
 * line to line.
 */
export function endOfLifeOf({ endOfLife }: CatalogImage, { version }: CatalogTag): string | undefined {
  const lines = [...endOfLife.keys()].filter((line) => isPartOf(version, line));
  return endOfLife.get(lines.sort((one, other) => other.length - one.length)[0] ?? '');
}

function readLines(image: CatalogImage): readonly string[] {
  const systems = new Map<string, Set<string>>();
  for (const { system, version } of image.tags.values())
    systems.set(system, (systems.get(system) ?? new Set<string>()).add(version));
  const lines = new Set([...systems.values()].flatMap((versions) => linesAmong([...versions])));
  // What is one release on one distribution may be two lines on another: `1` of golang.
  return [...lines]
    .filter((line) => ![...lines].some((other) => other !== line && isPartOf(other, line)))
    .sort((one, other) => compareVersions(other, one));
}

function linesAmong(versions: readonly string[]): readonly string[] {
  const releases = versions.filter(
    (version) => !versions.some((other) => other !== version && isPartOf(other, version)),
  );
  return releases.map(
    (release) =>
      versions
        .filter(
          (version) =>
            isPartOf(release, version) &&
            !releases.some((other) => other !== release && isPartOf(other, version)),
        )
        .sort((one, other) => one.length - other.length)[0] ?? release,
  );
}

/** Whether a version is of a shorter one, or the same: `3.12.13` of `3.12`, `21.0.2-jdk` of `21-jdk`. */
function isPartOf(version: string, shorter: string): boolean {
  if (version === shorter) return true;
  const [number, flavour] = splitVersion(version);
  const [shorterNumber, shorterFlavour] = splitVersion(shorter);
  if (flavour !== shorterFlavour || version.length < shorter.length || !number.startsWith(shorterNumber))
    return false;
  return /^(?:$|[.u])/.test(number.slice(shorterNumber.length));
}

/** A version without what stands behind it. The revision of a package, `3.14.7-0` and `3.9.16-r0-jdk21`, is no flavour. */
export function splitVersion(version: string): readonly [number: string, flavour: string] {
  const [, number = version, flavour = ''] = /^v?([^-]*)(?:-r?\d+(?=-|$))?(.*)$/.exec(version) ?? [];
  return [number, flavour];
}
