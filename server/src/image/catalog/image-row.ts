import { type CatalogAccount, type CatalogFacts, type CatalogImage, type CatalogTag } from './model';
import { type AccountRow, type FactsRow, type HeaderRow, type ImageRow } from './rows';

/** Gives an account by its place. */
export type Accounts = (place: number) => AccountRow | undefined;

/** A repository as the rest of the product sees it. Its tags are written out when first asked for. */
export function readImage(row: ImageRow, header: HeaderRow, accounts: Accounts): CatalogImage {
  let tags: ReadonlyMap<string, CatalogTag> | undefined;
  return {
    name: row.name,
    title: row.title,
    endOfLife: new Map(Object.entries(row.eol ?? {})),
    fips: row.fipsInGuide === true,
    get tags() {
      return (tags ??= readTags(row, header, accounts));
    },
  };
}

function readTags(
  row: ImageRow,
  { suffixes }: HeaderRow,
  accounts: Accounts,
): ReadonlyMap<string, CatalogTag> {
  const facts = row.facts.map((each) => readFacts(each, row, accounts));
  const tags = new Map<string, CatalogTag>();
  for (const [factsAt, suffixesAt, tail, versionsAt] of row.tags) {
    const own = facts[factsAt];
    const system = suffixes[suffixesAt];
    if (own === undefined || system === undefined) continue;
    const shared = own.libc === undefined ? { ...own, libc: libcOf(system.os) } : { ...own, libc: own.libc };
    for (const version of row.versions[versionsAt] ?? []) {
      for (const suffix of system.s) {
        const tag = version + suffix + tail;
        tags.set(tag, { tag, version, suffix, tail, system: system.os, facts: shared });
      }
    }
  }
  return tags;
}

type FactsOfAnySystem = Omit<CatalogFacts, 'libc'> & { readonly libc: CatalogFacts['libc'] | undefined };

function readFacts(row: FactsRow, image: ImageRow, accounts: Accounts): FactsOfAnySystem {
  return {
    variant: row.kind,
    account: readAccount(accounts(row.user)),
    shells: row.sh ?? [],
    packageManager: row.pm ?? 'none',
    libc: row.libc,
    ports: (row.ports ?? []).map((port) => (typeof port === 'number' ? `${port}/tcp` : port)),
    environment: at(image.env, row.env) ?? {},
    paths: at(image.bin, row.bin) ?? [],
    tools: at(image.tools, row.tools) ?? [],
    rootRequired: row.rootRequired === true,
    ...(row.shInferred !== undefined && { shellInferred: row.shInferred }),
    ...(row.shPossible !== undefined && { shellPossible: row.shPossible }),
    ...(row.ep !== undefined && { entrypoint: row.ep }),
    ...(row.cmd !== undefined && { command: row.cmd }),
    ...(row.wd !== undefined && { workdir: row.wd }),
    ...(row.wdOwner !== undefined && { workdirOwner: row.wdOwner }),
    ...(row.sig !== undefined && { stopSignal: row.sig }),
    ...(row.only !== undefined && { platform: row.only }),
  };
}

function readAccount(row: AccountRow | undefined): CatalogAccount {
  return {
    user: row?.user ?? String(row?.uid),
    uid: row?.uid ?? NaN,
    gid: row?.gid ?? NaN,
    rootEntry: row?.rootEntry === true,
    users: Object.keys(row?.users ?? {}),
    groups: Object.keys(row?.groups ?? {}),
  };
}

function libcOf(system: string): CatalogFacts['libc'] {
  return system.startsWith('alpine') ? 'musl' : 'glibc';
}

function at<T>(list: readonly T[] | undefined, index: number | undefined): T | undefined {
  return index === undefined ? undefined : list?.[index];
}
