import { type AccountRow, type FactsRow } from '../../server/src/image/catalog/rows';
import { accountRow } from './account-row';
import { type Definition } from './definition';
import { environmentOf } from './environment';
import { placedPaths } from './placed-paths';
import { type ShellReader } from './shells';

/** What the catalogue says of one definition, before what is equal is stored once. */
export interface DefinitionFacts {
  readonly account: AccountRow;
  readonly environment: Readonly<Record<string, string | null>>;
  readonly paths: readonly string[];
  readonly tools: readonly string[];
  readonly own: Omit<FactsRow, 'kind' | 'user' | 'env' | 'bin' | 'tools'>;
}

/** Packages that people ask about. */
const TOOLS = [
  ...[
    'build-essential',
    'cargo',
    'cmake',
    'coreutils',
    'curl',
    'dumb-init',
    'findutils',
    'g++',
    'gcc',
    'git',
  ],
  ...['gosu', 'make', 'npm', 'openssl', 'perl', 'procps', 'su-exec', 'tar', 'tini', 'unzip', 'wget', 'yarn'],
  'yarn-classic',
];

export function factsOf(definition: Definition, shellsOf: ShellReader): DefinitionFacts {
  const account = accountRow(definition.account);
  const { entrypoint, command, ports, workdir, stopSignal, platforms } = definition;
  const shells = shellsOf(definition);
  const packageManager = packageManagerOf(definition);
  const owner = ownerOfWorkdir(definition, account.uid);
  return {
    account,
    environment: environmentOf(definition),
    paths: placedPaths(definition),
    tools: TOOLS.filter((name) => definition.packages.has(name)),
    own: {
      ...(shells.declared.length > 0 && { sh: shells.declared }),
      ...(shells.inferred !== undefined && { shInferred: shells.inferred }),
      ...(shells.possible !== undefined && { shPossible: shells.possible }),
      ...(packageManager !== undefined && { pm: packageManager }),
      ...(definition.repository === 'static' && { libc: libcOf(definition) }),
      ...(entrypoint !== undefined && { ep: entrypoint }),
      ...(command !== undefined && { cmd: command }),
      ...(ports !== undefined && { ports: ports.map(portOf) }),
      ...(workdir !== undefined && { wd: workdir }),
      ...(owner !== undefined && { wdOwner: owner }),
      ...(stopSignal !== undefined && { sig: stopSignal }),
      ...(platforms.length === 1 && { only: platforms[0]?.replace('linux/', '') ?? '' }),
      ...(definition.rootRequired && { rootRequired: true }),
    },
  };
}

function packageManagerOf({ packages }: Definition): FactsRow['pm'] {
  if (packages.has('apk-tools')) return 'apk';
  if (packages.has('apt')) return 'apt';
  return packages.has('dpkg') ? 'dpkg' : undefined;
}

/** Elsewhere the distribution says it. */
function libcOf({ packages }: Definition): 'musl' | 'glibc' | 'none' {
  if (packages.has('musl')) return 'musl';
  return packages.has('libc6') ? 'glibc' : 'none';
}

/** tcp is what a bare number means. */
function portOf(port: string): number | string {
  const [, number] = /^(\d+)(?:\/tcp)?$/.exec(port) ?? [];
  return number === undefined ? port : Number(number);
}

/** Set where the work directory is made for somebody else than the user of the image. */
function ownerOfWorkdir({ workdir, paths }: Definition, uid: number): number | undefined {
  if (workdir === undefined || uid === 0) return undefined;
  const folder = paths
    .filter(({ type, path }) => type === 'directory' && path.replace(/\/$/, '') === workdir)
    .at(-1);
  return folder?.uid === uid ? undefined : folder?.uid;
}
