import { type ImageChange } from '../image-change';
import { systemWords, type UpstreamImage } from './known-images';
import { type Role } from './model';
import { type PatternRow, type RolesRow, type SystemWordRow, type WordRow } from './rows';
import { ANY_SYSTEM, type Refusal, type Wish } from './wish';

/** What the words of a tag say, while they are read. */
interface Reading {
  versionSuffix: string;
  tail: string;
  systems: readonly string[] | undefined;
  asked: string | undefined;
  php: string | undefined;
  fpm: boolean;
  readonly changes: ImageChange[];
}

/** Reads an upstream tag: what a hardened tag would have to be for one role, or why there cannot be one. */
export function wishOf(image: UpstreamImage, tag: string, role: Role): Wish | Refusal {
  const { row } = image;
  if (row[role] === null) return noSuchRole(role);
  const reading = startOf(image, role);
  let text = prepared(image, tag);

  const whole = image.fixed.find(({ pattern }) => pattern.test(text));
  if (whole?.none !== undefined) return { reason: whole.none };
  if (whole?.version !== undefined) {
    const version = (whole.pattern.exec(text) ?? [])[1] ?? '';
    return {
      ...plainWish(reading),
      version: whole.version.replace('$1', version),
      line: Number.POSITIVE_INFINITY,
      systems: ANY_SYSTEM,
    };
  }
  if (row.line === undefined) return { reason: 'unknown-tag' };
  if (row.noTag === true) reading.changes.push({ kind: 'tag-scheme' });
  if (row.noTag === true || whole?.latest === true) text = 'latest';

  const words = text.split('-');
  const version = takeVersion(image, words);
  if (version === undefined) return { reason: 'version-not-in-catalogue' };
  for (const word of words) {
    const refusal = readWord(image, word, role, reading);
    if (refusal !== undefined) return refusal;
  }
  const refusal = finish(image, { tag, text, version, role }, reading);
  return refusal ?? withSystems(image, version, row.line, reading);
}

function startOf({ row }: UpstreamImage, role: Role): Reading {
  const pattern = { ...(role === 'build' && { tail: '-dev' }), ...row.defaults, ...row[role] };
  return {
    versionSuffix: pattern.vs ?? '',
    tail: pattern.tail ?? '',
    systems: row.os === undefined ? undefined : [row.os, 'debian*'],
    asked: row.os,
    php: undefined,
    fpm: false,
    changes: row.note === undefined ? [] : [{ kind: 'note', note: row.note }],
  };
}

function prepared({ row, pre }: UpstreamImage, tag: string): string {
  const start = row.chainguard === true ? tag.replace(/-?dev$/, '') || 'latest' : tag;
  return pre.reduce((text, [pattern, by]) => text.replace(pattern, by), start);
}

/** `3.12.7`, `v1.2`, `8.0_432`, `17.0.2+8`. */
const isVersion = /^v?(\d+(?:[._u+]\d\w*(?:[.+]\d\w*)*)?)$/;

/**
 * Takes the version from the front of the words: empty where the newest is meant, absent where the alias that stands
 * there has no counterpart.
 */
function takeVersion({ row }: UpstreamImage, words: string[]): string | undefined {
  const [first = ''] = words;
  if (row.pinned !== undefined) {
    words.length = 0;
    return row.pinned;
  }
  if (row.fixedVersion !== undefined) return row.fixedVersion;
  const version = isVersion.exec(first)?.[1];
  if (version !== undefined) {
    words.shift();
    return version.replace(/[_+].*$/, '');
  }
  const alias = Object.hasOwn(row.aliases ?? {}, first) ? row.aliases?.[first] : undefined;
  if (alias === undefined && first !== 'latest') return '';
  words.shift();
  return alias === null ? undefined : (alias ?? '');
}

function readWord(image: UpstreamImage, word: string, role: Role, reading: Reading): Refusal | undefined {
  if (word.startsWith('windowsservercore') || word.startsWith('nanoserver')) return { reason: 'windows' };
  const own = image.words.find(({ pattern }) => pattern.test(word));
  if (own !== undefined) return readOwnWord(own, word, role, reading);
  const system = systemWords().find(({ pattern }) => pattern.test(word));
  if (system === undefined) return { reason: `unknown-word:${word}` };
  if (system.none !== undefined) return { reason: system.none };
  readSystem(system, word, reading);
  return undefined;
}

type Found<T> = T & { readonly pattern: RegExp };

function readOwnWord(own: Found<WordRow>, word: string, role: Role, reading: Reading): Refusal | undefined {
  if (own.none !== undefined) return { reason: own.none };
  const part = own.pattern.exec(word)?.[1] ?? '';
  if (own.vs !== undefined) reading.versionSuffix = own.vs.replace('$1', part);
  if (own.drop === true) reading.changes.push({ kind: 'dropped', word });
  if (own.want !== undefined) {
    reading.systems = own.want;
    reading.asked = word;
  }
  if (own.php !== undefined) reading.php = own.php.replace('$1', part);
  if (own.fpm === true) reading.fpm = true;
  return readRole(own, role, reading);
}

function readSystem(
  { pattern, want = [], other }: Found<SystemWordRow>,
  word: string,
  reading: Reading,
): void {
  if (word === 'slim' && reading.systems !== undefined) return;
  const release = pattern.exec(word)?.[1] ?? '';
  reading.systems = want.map((each) => each.replace('$1', release));
  reading.asked = word;
  if (other !== undefined) reading.changes.push({ kind: 'distribution', from: other });
}

function readRole(roles: RolesRow, role: Role, reading: Reading): Refusal | undefined {
  const pattern: PatternRow | null | undefined = roles[role];
  if (pattern === null) return noSuchRole(role);
  reading.versionSuffix = pattern?.vs ?? reading.versionSuffix;
  reading.tail = pattern?.tail ?? reading.tail;
  return undefined;
}

interface WholeTag {
  readonly tag: string;
  /** Of which what comes before everything else has been replaced. */
  readonly text: string;
  readonly version: string;
  readonly role: Role;
}

/** What only the tag as a whole says. */
function finish(
  image: UpstreamImage,
  { tag, text, version, role }: WholeTag,
  reading: Reading,
): Refusal | undefined {
  const { row, perVersion } = image;
  const dev = role === 'build' ? '-dev' : '';
  if (row.wordpress === true) {
    if (!reading.fpm) return { reason: 'no-apache-variant' };
    reading.tail = `-php${reading.php ?? newestPhp}-fpm${dev}`;
    if (reading.php === undefined) reading.changes.push({ kind: 'assumed', what: `php${newestPhp}` });
  }
  if (row.needsFpm === true) reading.tail = `-php-fpm${dev}`;
  const { vs, tail } = row.defaults ?? {};
  if (vs !== undefined && vs === reading.versionSuffix && !/jdk|jre|cuda/.test(text))
    reading.changes.push({ kind: 'assumed', what: vs.slice(1) });
  if (tail !== undefined) reading.changes.push({ kind: 'assumed', what: tail.slice(1).replace(/-dev$/, '') });
  if (row.jre === true && role === 'runtime' && !tag.includes('jre'))
    reading.changes.push({ kind: 'jdk-to-jre' });
  const forVersion = perVersion.find(({ pattern }) => pattern.test(version));
  return forVersion && readRole(forVersion, role, reading);
}

/** The PHP that the tags of hardened WordPress images are made for in the first place. */
const newestPhp = '8.4';

function withSystems({ row }: UpstreamImage, version: string, line: number, reading: Reading): Wish {
  const ownRelease = row.osFromVersion === 'alpine' ? /^3\.\d+/.exec(version)?.[0] : undefined;
  const base = row.base ?? (row.name.startsWith('docker.io/library/') ? 'debian' : 'none');
  return {
    ...plainWish(reading),
    version,
    line,
    systems: ownRelease === undefined ? (reading.systems ?? ANY_SYSTEM) : [`alpine${ownRelease}`],
    ...(reading.asked !== undefined && { asked: reading.asked }),
    ...(base !== 'none' && { base }),
  };
}

function plainWish({
  versionSuffix,
  tail,
  changes,
}: Reading): Pick<Wish, 'versionSuffix' | 'tail' | 'changes'> {
  return { versionSuffix, tail, changes };
}

function noSuchRole(role: Role): Refusal {
  return { reason: role === 'build' ? 'no-build-variant' : 'build-only' };
}
