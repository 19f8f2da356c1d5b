import { type Host } from './host';

/** The names in a folder; what is not known of a folder that cannot be read stays `undefined`. */
export type Listing = ReadonlySet<string> | undefined;

/**
 * Finds something in the names of a folder, once for each list of them: a host that keeps its lists gives the same one for
 * every document in the folder and below, and thousands of folders may stand side by side.
 */
export function onceForNames<T, N extends Iterable<string> = readonly string[]>(
  find: (names: N) => T,
): (names: N) => T {
  const found = new WeakMap<N, T>();
  return (names) => {
    const before = found.get(names);
    if (before !== undefined) return before;
    const now = find(names);
    found.set(names, now);
    return now;
  };
}

const setOf = onceForNames((names): ReadonlySet<string> => new Set(names));

export async function listingOf(host: Host, folder: string): Promise<Listing> {
  const names = await host.listFolder(folder);
  return names === undefined ? undefined : setOf(names);
}

/** Whether the folder holds a file or folder of that name. */
export function lists(listing: Listing, name: string): boolean | undefined {
  return listing === undefined ? undefined : listing.has(name) || listing.has(`${name}/`);
}

/** The listings of folders, each by its URI. */
export async function listAll(host: Host, folders: readonly string[]): Promise<ReadonlyMap<string, Listing>> {
  const unique = [...new Set(folders)];
  const listings = await Promise.all(unique.map((folder) => listingOf(host, folder)));
  return new Map(unique.map((folder, index) => [folder, listings[index]]));
}
