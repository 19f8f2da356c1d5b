/** How a package manager is driven: one entry a manager, read by every rule and by the effects of stages. */
export interface PackageManager {
  /** As people call it: `apt` for apt-get too. */
  readonly name: string;
  /** Programs that take these words. */
  readonly programs: readonly string[];
  /** Whose packages it brings, where another entry is named after them: `apt` for aptitude, `pip` for pipx. */
  readonly packagesOf?: string;
  /** Flags that take the next word, each in all its spellings. */
  readonly valueFlags: readonly string[];
  /** Subcommands that have subcommands of their own: `cache` in `npm cache clean`. */
  readonly groups: readonly string[];
  /** What the program does when it gets no subcommand: `install` for yarn. */
  readonly bare?: string;
  /** Subcommands that fetch the lists of packages and do nothing else. */
  readonly refresh: readonly string[];
  /** Subcommands that read the lists: they install, upgrade, download or tell of packages. */
  readonly uses: readonly string[];
  /** Subcommands that bring new packages by name. */
  readonly install: readonly string[];
  /** Subcommands that bring packages as a file of the project lists them; of no words where `install` alone does. */
  readonly restore: readonly string[];
  /** Subcommands that bring newer versions of all that is installed. */
  readonly upgrade: readonly string[];
  /** Subcommands that ask before they act. */
  readonly asks: readonly string[];
  /** Flags by which they do not ask, be it that they do nothing. */
  readonly quiet: readonly string[];
  /** Takes a package's name and version out of a word; neither where the word is no package of a registry. */
  readonly packageForm: RegExp;
  /** Flags that say the version for all packages of a command (`gem install -v`), or name a file that does. */
  readonly pins: readonly string[];
  /** Versions that are none: tags of a registry that move. */
  readonly movingVersions?: RegExp;
  /** Whether a package without a version is taken in the one that a file of the project says. */
  readonly knowsVersions?: boolean;
  /** What it downloads and keeps. */
  readonly caches: readonly CacheFolder[];
  /** Whether rules of its own speak of its caches, so that the general ones leave them alone. */
  readonly hasOwnCacheRules: boolean;
  /** Flags and variables by which it keeps nothing. */
  readonly noCache: { readonly flags: readonly string[]; readonly variables: readonly string[] };
  /** Subcommands that take the cache away. */
  readonly clean: readonly string[];
  /** Whether a cache mount must serve one build at a time: two at once would spoil it, or wait for a lock and give up. */
  readonly locksCache: boolean;
}

/** A folder that a package manager keeps downloads in. */
export interface CacheFolder {
  /** Absolute, or in the home of the user where it begins with `~/`. */
  readonly path: string;
  /** Variables that put it elsewhere, the strongest first, each with what is appended to its value. */
  readonly variables: readonly (readonly [name: string, rest: string])[];
  /** Flags that say the folder itself. */
  readonly flags: readonly string[];
  /** Where it lies in an image that sets such a variable itself: by the last part of the image's name. */
  readonly inImages: Readonly<Record<string, string>>;
  /** False where a mount there would be of no use, as it is no more than another place that the cache may be in. */
  readonly isWorthMount: boolean;
}

const nothing = {
  valueFlags: [],
  groups: [],
  refresh: [],
  uses: [],
  install: [],
  restore: [],
  upgrade: [],
  asks: [],
  quiet: [],
  pins: [],
  caches: [],
  hasOwnCacheRules: false,
  noCache: { flags: [], variables: [] },
  clean: [],
  locksCache: false,
} satisfies Partial<PackageManager>;

/** An entry; what it leaves out the manager does not have. */
export function packageManager(
  entry: Partial<PackageManager> & Pick<PackageManager, 'name' | 'programs' | 'packageForm'>,
): PackageManager {
  return { ...nothing, ...entry };
}

/** A folder of an entry; what it leaves out cannot move it. */
export function cacheFolder(path: string, moves: Partial<CacheFolder> = {}): CacheFolder {
  return { variables: [], flags: [], inImages: {}, isWorthMount: true, ...moves, path };
}
