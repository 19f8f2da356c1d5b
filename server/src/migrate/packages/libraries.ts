import { alpinePackages } from './alpine';
import { loadsOf12, loadsOf13, loadsOfBoth } from './debian/loads';
import { packagesOf12, packagesOf13, packagesOfBoth } from './debian/packages';
import { filesOf } from './files';

/** What a package of the system has to leave behind, so that what was compiled against it, or calls it, runs. */
export interface Closure {
  /** File names of shared libraries, as the loader asks for them: those of the package, then those that these load. */
  readonly libraries: readonly string[];
  /** Other files and folders; absolute, and at the same place in what ships unless `to` says another. */
  readonly files: readonly { readonly from: string; readonly to?: string }[];
  /** What may still be missing, as a sentence. */
  readonly but?: string;
}

interface Release {
  readonly packages: ReadonlyMap<string, readonly string[]>;
  readonly loads: ReadonlyMap<string, readonly string[]>;
}

const releases = new Map<string, () => Release>([
  ['debian12', once(() => release([packagesOfBoth, packagesOf12], [loadsOfBoth, loadsOf12]))],
  ['debian13', once(() => release([packagesOfBoth, packagesOf13], [loadsOfBoth, loadsOf13]))],
  ['alpine', once(() => release([alpinePackages], []))],
]);

/**
 * The closure of a package in a distribution (`debian13`, `alpine3.24`); absent where it is not known. Where the
 * distribution is not known, neither is the closure: libraries have other names in each release.
 */
export function closureOf(name: string, system: string | undefined): Closure | undefined {
  const of = releases.get(system?.startsWith('alpine') === true ? 'alpine' : (system ?? ''))?.();
  if (of === undefined) return undefined;
  const plain = bareName(name).replace(/t64$/, '');
  const own = of.packages.get(plain);
  const beside = system?.startsWith('debian') === true ? filesOf(plain) : undefined;
  if (own === undefined && beside === undefined) return undefined;
  const libraries = new Set(own ?? []);
  // A set that grows while it is read: each library is asked once.
  for (const library of libraries) for (const each of of.loads.get(library) ?? []) libraries.add(each);
  return { libraries: [...libraries], files: [], ...beside };
}

/** A package without its version, architecture or release: `libpq5=15.*`, `libpq5:amd64`. */
export function bareName(name: string): string {
  return name.replace(/[=:/~<>@].*$/, '');
}

function release(packages: readonly string[], loads: readonly string[]): Release {
  return {
    packages: new Map(rows(packages).flatMap(([names, values]) => names.map((name) => [name, values]))),
    loads: new Map(rows(loads).flatMap(([names, values]) => names.map((name) => [name, values]))),
  };
}

type Row = readonly [names: readonly string[], values: readonly string[]];

/** Rows of `names: values`; a line that is indented goes on. */
function rows(texts: readonly string[]): readonly Row[] {
  return texts.flatMap((text) =>
    text
      .trim()
      .split(/\n(?! )/)
      .map((row): Row => {
        const [names = '', values = ''] = row.split(': ');
        return [names.split(' '), values.split(/\s+/).filter(Boolean)];
      }),
  );
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
