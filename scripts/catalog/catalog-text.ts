import {
  type AccountRow,
  type CatalogSource,
  type FactsRow,
  type HeaderRow,
  type ImageRow,
  type SuffixRow,
} from '../../server/src/image/catalog/rows';
import { compareVersions } from '../../server/src/image/catalog/version-order';
import { type Definition } from './definition';
import { type DefinitionFacts, factsOf } from './definition-facts';
import { endOfLife } from './end-of-life';
import { type Definitions, type RepositoryInfo } from './read-folder';
import { shellReader } from './shells';
import { StoredOnce } from './stored-once';
import { tagBlocks } from './tag-blocks';

/** What all repositories share. */
interface Shared {
  readonly accounts: StoredOnce<AccountRow>;
  readonly suffixes: StoredOnce<SuffixRow>;
}

/**
 * Text of hardened-images.jsonl: one line for what is shared, one for each account and one for each repository. Equal input,
 * equal bytes.
 */
export function catalogText({ definitions, repositories }: Definitions, source: CatalogSource): string {
  const shellsOf = shellReader(definitions);
  const shared: Shared = { accounts: new StoredOnce(), suffixes: new StoredOnce() };
  const drafts = [...repositories].map(([name, info]) => {
    const own = definitions.filter(({ repository }) => repository === name);
    return draft(
      name,
      info,
      own.map((each) => [each, factsOf(each, shellsOf)] as const),
      shared,
    );
  });
  const users = shared.accounts.list.map((row, account) => ({ account, ...row }));
  const [accounts, suffixes] = [shared.accounts.index, shared.suffixes.index];
  const rows = drafts.map((finish) => finish(accounts, suffixes));
  const lines = rows.map(lineOf);
  const before = users.map(lineOf).join('');
  const header: HeaderRow = {
    format: 3,
    source,
    suffixes: shared.suffixes.list,
    accounts: before.length,
    places: placesOf(rows, lines),
  };
  return lineOf(header) + before + lines.join('');
}

/** ASCII, so that a place in the text is one in the file. */
function lineOf(row: unknown): string {
  const text = JSON.stringify(row).replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${text}\n`;
}

function placesOf(rows: readonly ImageRow[], lines: readonly string[]): string {
  let at = 0;
  const places = rows.map(({ name }, index) => {
    const place = `,${name}:${at}`;
    at += lines[index]?.length ?? 0;
    return place;
  });
  return `${places.join('')},:${at}`;
}

type Index = ReadonlyMap<string, number>;
/** Facts with keys where the row will have places. */
type FactsDraft = Omit<FactsRow, 'user' | 'env' | 'bin' | 'tools'> & {
  readonly user: string;
  readonly env?: string;
  readonly bin?: string;
  readonly tools?: string;
};

interface TagDraft {
  readonly facts: string;
  readonly suffixes: string;
  readonly tail: string;
  readonly versions: readonly string[];
}

/** Places are known when all repositories have been looked at; until then there are keys. */
function draft(
  name: string,
  info: RepositoryInfo,
  definitions: readonly (readonly [Definition, DefinitionFacts])[],
  shared: Shared,
): (accounts: Index, suffixes: Index) => ImageRow {
  const env = new StoredOnce<DefinitionFacts['environment']>();
  const bin = new StoredOnce<readonly string[]>();
  const tools = new StoredOnce<readonly string[]>();
  const facts = new StoredOnce<FactsDraft>();
  const tags: TagDraft[] = [];
  for (const [definition, { account, environment, paths, tools: packages, own }] of definitions) {
    const key = facts.add({
      kind: definition.variant,
      user: shared.accounts.add(account),
      ...own,
      ...(Object.keys(environment).length > 0 && { env: env.add(environment) }),
      ...(paths.length > 0 && { bin: bin.add(paths) }),
      ...(packages.length > 0 && { tools: tools.add(packages) }),
    });
    for (const { versions, suffixes, tail } of tagBlocks(definition.tags, definition.variant))
      tags.push({
        facts: key,
        suffixes: shared.suffixes.add({ os: definition.system, s: suffixes }),
        tail,
        versions,
      });
  }
  const eol = endOfLife(definitions.map(([definition]) => definition));
  return (accounts, suffixes) => {
    const placed = (once: { readonly index: Index }): ((key: string) => number) => {
      const { index } = once;
      return (key) => place(index, key);
    };
    const [envAt, binAt, toolsAt] = [placed(env), placed(bin), placed(tools)];
    return {
      name,
      title: info.title,
      ...(info.fips && { fipsInGuide: true }),
      ...(eol !== undefined && { eol }),
      ...(env.list.length > 0 && { env: env.list }),
      ...(bin.list.length > 0 && { bin: bin.list }),
      ...(tools.list.length > 0 && { tools: tools.list }),
      facts: facts.list.map(({ kind, user, env: envKey, bin: binKey, tools: toolsKey, ...own }) => ({
        kind,
        user: place(accounts, user),
        ...own,
        ...(envKey !== undefined && { env: envAt(envKey) }),
        ...(binKey !== undefined && { bin: binAt(binKey) }),
        ...(toolsKey !== undefined && { tools: toolsAt(toolsKey) }),
      })),
      ...tagRows(tags, facts.index, suffixes),
    };
  };
}

/** Definitions with the same facts and the same distribution are one row with the versions of all. */
function tagRows(
  tags: readonly TagDraft[],
  facts: Index,
  suffixes: Index,
): Pick<ImageRow, 'versions' | 'tags'> {
  const merged = new Map<string, { facts: number; suffixes: number; tail: string; versions: Set<string> }>();
  for (const tag of tags) {
    const own = { facts: place(facts, tag.facts), suffixes: place(suffixes, tag.suffixes), tail: tag.tail };
    const row = merged.get(JSON.stringify(own)) ?? { ...own, versions: new Set<string>() };
    for (const version of tag.versions) row.versions.add(version);
    merged.set(JSON.stringify(own), row);
  }
  const versions = new StoredOnce<readonly string[]>();
  const rows = [...merged.values()]
    .map((row) => ({ ...row, versions: versions.add([...row.versions].sort(compareVersions)) }))
    .sort(
      (one, other) =>
        one.facts - other.facts || one.suffixes - other.suffixes || (one.tail < other.tail ? -1 : 1),
    );
  const { list, index } = versions;
  return {
    versions: list,
    tags: rows.map((row) => [row.facts, row.suffixes, row.tail, place(index, row.versions)] as const),
  };
}

function place(index: Index, key: string): number {
  const found = index.get(key);
  if (found === undefined) throw new Error(`nothing is stored as ${key}`);
  return found;
}
