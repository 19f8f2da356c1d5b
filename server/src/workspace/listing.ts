import { type Host } from './host';

/** The names in a folder; what is not known of a folder that cannot be read stays `undefined`. */
export type Listing = ReadonlySet<string> | undefined;

export async function listingOf(host: Host, folder: string): Promise<Listing> {
  const names = await host.listFolder(folder);
  return names === undefined ? undefined : new Set(names);
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
