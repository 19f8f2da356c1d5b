import { HintedPattern } from '../text/hinted-pattern';
import { officialName } from './official-name';

/**
 * When the release lines of well-known images stop getting security fixes. Written on 2026-11-21 from
 * https://endoflife.date and the page of the maker that each product names; days to come are as they were announced then.
 */
export interface Product {
  /** As messages call it. */
  readonly name: string;
  /** Where its maker says how long a line is supported. */
  readonly source: string;
  /** Oldest first. Read when they are first asked for: few files name a product. */
  readonly lines: () => readonly ReleaseLine[];
  /** Words that stand in the tags of each of its lines: `slim`, `alpine`. */
  readonly words: readonly string[];
  /** Words that may be left out of a tag to get another image of the same line. */
  readonly optional?: readonly string[];
  /** What took its place, under tags that are alike. */
  readonly successor?: { readonly repository: string; readonly product: Product };
  /** What a person must know before moving to another line. */
  readonly caution?: string;
}

export interface ReleaseLine {
  /** `3.12`, `20`. */
  readonly line: string;
  /** Names that tags give it. */
  readonly names: readonly string[];
  /** Last day with security fixes, as `2026-01-31`; absent where it is not certain. */
  readonly end?: string | undefined;
  /** False for lines that live for months only: nobody is told to move there. */
  readonly lasting: boolean;
}

/** Reads `16=gallium 2023-09-11, 17 2022-06-01 short, 24 -`. */
function lines(text: string): () => readonly ReleaseLine[] {
  let read: readonly ReleaseLine[] | undefined;
  return () => (read ??= readLines(text));
}

function readLines(text: string): readonly ReleaseLine[] {
  return text.split(',').map((each) => {
    const [line = '', end = '-', short] = each.trim().split(/\s+/);
    const [number = '', ...names] = line.split('=');
    return { line: number, names, end: end === '-' ? undefined : end, lasting: short !== 'short' };
  });
}

const data =
  'A new line does not read the data of an old one everywhere: read how to upgrade before you change it.';

/** With the end of long-term support, which its official images follow. */
export const debian: Product = {
  name: 'Debian',
  source: 'https://wiki.debian.org/LTS',
  lines: lines(`7=wheezy 2018-05-31, 8=jessie 2020-06-30, 9=stretch 2022-06-30, 10=buster 2024-06-30,
    11=bullseye 2026-08-31, 12=bookworm 2028-06-30, 13=trixie 2030-06-30`),
  words: ['slim'],
};

/** With the end of standard support, as images have no Pro subscription. */
export const ubuntu: Product = {
  name: 'Ubuntu',
  source: 'https://ubuntu.com/about/release-cycle',
  lines: lines(`12.04=precise 2017-04-28, 14.04=trusty 2019-04-30, 16.04=xenial 2021-04-30,
    17.04=zesty 2018-01-13 short, 17.10=artful 2018-07-19 short, 18.04=bionic 2023-05-31,
    18.10=cosmic 2019-07-18 short, 19.04=disco 2020-01-23 short, 19.10=eoan 2020-07-17 short,
    20.04=focal 2025-05-31, 20.10=groovy 2021-07-22 short, 21.04=hirsute 2022-01-20 short,
    21.10=impish 2022-07-14 short, 22.04=jammy 2027-04-30, 22.10=kinetic 2023-07-20 short,
    23.04=lunar 2024-01-25 short, 23.10=mantic 2024-07-12 short, 24.04=noble 2029-05-31,
    24.10=oracular 2025-07-10 short, 25.04=plucky 2026-01-17 short, 25.10=questing 2026-07-31 short,
    26.04=resolute 2031-04-30`),
  words: [],
};

export const alpine: Product = {
  name: 'Alpine Linux',
  source: 'https://alpinelinux.org/releases/',
  lines:
    lines(`3.1 2016-11-01, 3.2 2017-05-01, 3.3 2017-11-01, 3.4 2018-05-01, 3.5 2018-11-01, 3.6 2019-05-01,
    3.7 2019-11-01, 3.8 2020-05-01, 3.9 2020-11-01, 3.10 2021-05-01, 3.11 2021-11-01, 3.12 2022-05-01,
    3.13 2022-11-01, 3.14 2023-05-01, 3.15 2023-11-01, 3.16 2024-05-23, 3.17 2024-11-22, 3.18 2025-05-09,
    3.19 2025-11-01, 3.20 2026-04-01, 3.21 2026-11-01, 3.22 2027-05-01, 3.23 2027-11-01, 3.24 -`),
  words: [],
};

const python: Product = {
  name: 'Python',
  source: 'https://devguide.python.org/versions/',
  lines:
    lines(`3.3 2017-09-29, 3.4 2019-03-18, 3.5 2020-09-30, 3.6 2021-12-23, 3.7 2023-06-27, 3.8 2024-10-07,
    3.9 2025-10-31, 3.10 2026-10-31, 3.11 2027-10-31, 3.12 2028-10-31, 3.13 2029-10-31, 3.14 2030-10-31`),
  words: ['slim', 'alpine'],
};

/** No line of Python 3 runs what was written for 2: it has no next one. */
const python2: Product = { ...python, lines: lines('2 2020-01-01, 2.7 2020-01-01') };

const node: Product = {
  name: 'Node.js',
  source: 'https://nodejs.org/en/about/previous-releases',
  lines: lines(`4=argon 2018-04-30, 5 2016-06-30 short, 6=boron 2019-04-30, 7 2017-06-30 short,
    8=carbon 2019-12-31, 9 2018-06-30 short, 10=dubnium 2021-04-30, 11 2019-06-30 short, 12=erbium 2022-04-30,
    13 2020-06-01 short, 14=fermium 2023-04-30, 15 2021-06-01 short, 16=gallium 2023-09-11,
    17 2022-06-01 short, 18=hydrogen 2025-04-30, 19 2023-06-01 short, 20=iron 2026-04-30, 21 2024-06-01 short,
    22=jod 2027-04-30, 23 2025-06-01 short, 24=krypton 2028-04-30, 25 2026-06-01 short, 26 -`),
  words: ['slim', 'alpine'],
};

/** A line ends when the second one after it comes out. */
const go: Product = {
  name: 'Go',
  source: 'https://go.dev/doc/devel/release#policy',
  lines: lines(`1.9 2018-08-24, 1.10 2019-02-25, 1.11 2019-09-03, 1.12 2020-02-25, 1.13 2020-08-11,
    1.14 2021-02-16, 1.15 2021-08-16, 1.16 2022-03-15, 1.17 2022-08-02, 1.18 2023-02-01, 1.19 2023-09-06,
    1.20 2024-02-06, 1.21 2024-08-13, 1.22 2025-02-11, 1.23 2025-08-12, 1.24 2026-02-11, 1.25 -, 1.26 -`),
  words: ['alpine'],
};

const ruby: Product = {
  name: 'Ruby',
  source: 'https://www.ruby-lang.org/en/downloads/branches/',
  lines:
    lines(`2.1 2017-03-31, 2.2 2018-03-31, 2.3 2019-03-31, 2.4 2020-03-31, 2.5 2021-03-31, 2.6 2022-04-12,
    2.7 2023-03-31, 3.0 2024-04-23, 3.1 2025-03-31, 3.2 2026-03-31, 3.3 2027-03-31, 3.4 2028-03-31,
    4.0 2029-03-31`),
  words: ['slim', 'alpine'],
};

const php: Product = {
  name: 'PHP',
  source: 'https://www.php.net/supported-versions.php',
  lines:
    lines(`5.3 2014-08-14, 5.4 2015-09-14, 5.5 2016-07-21, 5.6 2018-12-31, 7.0 2019-01-10, 7.1 2019-12-01,
    7.2 2020-11-30, 7.3 2021-12-06, 7.4 2022-11-28, 8.0 2023-11-26, 8.1 2025-12-31, 8.2 2026-12-31,
    8.3 2027-12-31, 8.4 2028-12-31, 8.5 2029-12-31`),
  words: ['cli', 'fpm', 'apache', 'zts', 'alpine'],
};

const javaWords = ['jdk', 'jre', 'alpine'];
const temurin: Product = {
  name: 'Eclipse Temurin',
  source: 'https://adoptium.net/support/',
  lines:
    lines(`8 2030-12-31, 11 2027-10-31, 16 2021-09-30 short, 17 2027-10-31, 18 2022-09-30 short, 19 2023-03-31 short,
    20 2023-09-19 short, 21 2029-12-31, 22 2024-09-17 short, 23 2025-03-18 short, 24 2025-09-16 short,
    25 2031-09-30`),
  words: javaWords,
};

/** Since July 2022 the image gets early-access builds only: https://hub.docker.com/_/openjdk. */
const openjdk: Product = {
  name: 'The openjdk image of Java',
  source: 'https://hub.docker.com/_/openjdk',
  lines: lines(`7 2020-06-30, 8 2022-07-31, 9 2018-03-20, 10 2018-09-25, 11 2022-07-31, 12 2019-09-17,
    13 2020-03-17, 14 2020-09-16, 15 2021-03-16, 16 2021-09-14, 17 2022-07-31, 18 2022-09-20`),
  words: javaWords,
  optional: ['slim'],
  successor: { repository: 'eclipse-temurin', product: temurin },
};

const dotnet: Product = {
  name: '.NET',
  source: 'https://dotnet.microsoft.com/platform/support/policy/dotnet-core',
  lines:
    lines(`1.0 2019-06-27, 1.1 2019-06-27, 2.0 2018-10-01, 2.1 2021-08-21, 2.2 2019-12-23, 3.0 2020-03-03,
    3.1 2022-12-13, 5.0 2022-05-10, 6.0 2024-11-12, 7.0 2024-05-14, 8.0 2026-11-10, 9.0 2026-11-10,
    10.0 2028-11-14`),
  words: ['alpine'],
  optional: ['slim'],
};

const postgres: Product = {
  name: 'PostgreSQL',
  source: 'https://www.postgresql.org/support/versioning/',
  lines:
    lines(`9.0 2015-10-08, 9.1 2016-10-27, 9.2 2017-11-09, 9.3 2018-11-08, 9.4 2020-02-13, 9.5 2021-02-11,
    9.6 2021-11-11, 10 2022-11-10, 11 2023-11-09, 12 2024-11-14, 13 2025-11-13, 14 2026-11-12, 15 2027-11-11,
    16 2028-11-09, 17 2029-11-08, 18 2030-11-14`),
  words: ['alpine'],
  caution: data,
};

const mysql: Product = {
  name: 'MySQL',
  source: 'https://www.mysql.com/support/eol-notice.html',
  lines: lines(`5.5 2018-12-31, 5.6 2021-02-28, 5.7 2023-10-31, 8.0 2026-04-30, 8.1 2023-10-25 short,
    8.2 2024-01-16 short, 8.3 2024-04-30 short, 8.4 2032-04-30, 9.0 2024-10-15 short, 9.1 2025-01-21 short,
    9.2 2025-04-15 short, 9.3 2025-07-22 short, 9.4 2025-10-21 short, 9.5 2026-01-20 short,
    9.6 2026-04-21 short, 9.7 -`),
  words: ['oracle'],
  optional: ['debian'],
  caution: data,
};

const mariadb: Product = {
  name: 'MariaDB',
  source: 'https://mariadb.org/about/#maintenance-policy',
  lines: lines(`5.5 2020-04-11, 10.0 2019-03-31, 10.1 2020-10-17, 10.2 2022-05-23, 10.3 2023-05-25,
    10.4 2024-06-18, 10.5 2025-06-24, 10.6 2026-07-06, 10.7 2023-02-14 short, 10.8 2023-05-20 short,
    10.9 2023-08-22 short, 10.10 2023-11-17 short, 10.11 2028-02-16, 11.0 2024-06-06 short,
    11.1 2024-08-21 short, 11.2 2024-11-21 short, 11.3 2024-05-29 short, 11.4 2029-05-29,
    11.5 2024-11-21 short, 11.6 2025-02-13 short, 11.7 2025-05-12 short, 11.8 2028-06-04, 12.0 2025-11-07 short,
    12.1 - short`),
  words: [],
  caution: data,
};

/** Redis names what it supports without dates; these lines it has let go of. */
const redis: Product = {
  name: 'Redis',
  source: 'https://github.com/redis/redis/security',
  lines: lines('4.0 2020-04-30, 5.0 2022-04-27, 6.0 2022-05-31, 6.2 -, 7.0 2024-07-29, 7.2 -, 7.4 -, 8.6 -'),
  words: ['alpine'],
};

const mongo: Product = {
  name: 'MongoDB',
  source: 'https://www.mongodb.com/legal/support-policy/lifecycles',
  lines:
    lines(`3.0 2018-02-28, 3.2 2018-09-30, 3.4 2020-01-31, 3.6 2021-04-30, 4.0 2022-04-30, 4.2 2023-04-30,
    4.4 2024-02-29, 5.0 2024-10-31, 6.0 2025-07-31, 7.0 2027-08-31, 8.0 2029-10-31`),
  words: [],
  caution: data,
};

/** Stable branches end with the next one, in April. */
const nginx: Product = {
  name: 'nginx',
  source: 'https://nginx.org/en/download.html',
  lines: lines(`1.10 2017-04-12, 1.12 2018-04-17, 1.14 2019-04-23, 1.16 2020-04-21, 1.18 2021-04-20,
    1.19 2021-05-25 short, 1.20 2022-05-24, 1.21 2022-06-21 short, 1.22 2023-04-11, 1.23 2023-05-23 short,
    1.24 2024-04-23, 1.25 2024-05-29 short, 1.26 2025-04-23, 1.27 2025-06-24 short, 1.28 -, 1.29 - short,
    1.30 -`),
  words: ['alpine', 'slim', 'perl'],
};

const centos: Product = {
  name: 'CentOS',
  source: 'https://www.centos.org/centos-linux-eol/',
  lines: lines('5=centos5 2017-03-31, 6=centos6 2020-11-30, 7=centos7 2024-06-30, 8=centos8 2021-12-31'),
  words: [],
};

const official: ReadonlyMap<string, readonly Product[]> = new Map([
  ['alpine', [alpine]],
  ['centos', [centos]],
  ['debian', [debian]],
  ['eclipse-temurin', [temurin]],
  ['golang', [go]],
  ['mariadb', [mariadb]],
  ['mongo', [mongo]],
  ['mysql', [mysql]],
  ['nginx', [nginx]],
  ['node', [node]],
  ['openjdk', [openjdk]],
  ['php', [php]],
  ['postgres', [postgres]],
  ['python', [python, python2]],
  ['redis', [redis]],
  ['ruby', [ruby]],
  ['ubuntu', [ubuntu]],
]);

/** The products that an image's version may be one of, by the repository with registry and `library/` written out. */
export function productsOf(repository: string): readonly Product[] {
  const name = officialName(repository);
  if (name !== undefined) return official.get(name) ?? [];
  return dotnetRepository.test(repository) ? [dotnet] : [];
}

const dotnetRepository = new HintedPattern(
  /^mcr\.microsoft\.com\/dotnet\/(?:core\/)?(?:sdk|aspnet|runtime|runtime-deps)$/,
  'dotnet',
);

/**
 * The last day before `today` (both as `2026-01-31`) on which a release line ended; `''` where none had. Between two such
 * days nothing that is said of support changes.
 */
export function lastEnd(today: string): string {
  const ends = [...official.values(), [dotnet]].flatMap((products) =>
    products.flatMap(({ lines: all }) =>
      all().flatMap(({ end }) => (end !== undefined && end < today ? end : [])),
    ),
  );
  return ends.sort().at(-1) ?? '';
}
