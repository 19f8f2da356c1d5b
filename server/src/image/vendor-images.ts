import { HintedPattern } from '../text/hinted-pattern';
import { ABSENT, known, UNKNOWN } from '../text/known';
import { type ImageFacts } from './facts';
import { NOTHING_KNOWN } from './nothing-known';
import {
  ALPINE,
  DEBIAN,
  DNF,
  EMPTY,
  MICRODNF,
  NO_SYSTEM,
  RPM,
  systemOf,
  UBUNTU,
  ZYPPER,
  type System,
} from './systems';
import { isAtLeast, tagWords } from './tag-words';

/** Images that their makers publish outside Docker's own library. */
export interface VendorImages {
  /** Matches the whole repository; its first group is handed on. */
  readonly repository: HintedPattern;
  /** @param tag absent where only a digest is given. */
  readonly facts: (tag: string | undefined, name: string) => ImageFacts;
}

type User = Pick<ImageFacts, 'user' | 'isRoot'>;

const AS_ROOT: User = { user: known('root'), isRoot: known(true) };
const AS_UNKNOWN: User = { user: UNKNOWN, isRoot: UNKNOWN };

function as(user: string): User {
  return { user: known(user), isRoot: known(false) };
}

function facts(
  source: string,
  user: User,
  system: System,
  workdir: ImageFacts['workdir'] = UNKNOWN,
): ImageFacts {
  return { ...NOTHING_KNOWN, ...system, ...user, workdir, source };
}

/** No shell, no package manager. */
function bare(libc: System['libc'], users: System['users'] = UNKNOWN): System {
  return { users, shell: ABSENT, packageManager: known('none'), libc };
}

/** https://github.com/GoogleContainerTools/distroless: root unless the tag says nonroot; a shell in debug tags alone. */
function distroless(tag: string | undefined, name: string): ImageFacts {
  const source = 'Distroless: https://github.com/GoogleContainerTools/distroless';
  const words = tag === undefined ? undefined : tagWords(tag);
  const understood = words?.every((word) => DISTROLESS_WORD.test(word)) ?? false;
  const libc = name === 'static' ? known('none' as const) : known('glibc' as const);
  const system = bare(libc, known(['root', 'nobody', 'nonroot']));
  // debug tags bring /busybox/sh, which is not the /bin/sh that shell form runs in.
  const shell = understood && words?.includes('debug') === false ? system.shell : UNKNOWN;
  const user = !understood ? AS_UNKNOWN : words?.includes('nonroot') === true ? as('65532') : AS_ROOT;
  return facts(source, user, { ...system, shell });
}

const DISTROLESS_WORD = /^(?:latest|nonroot|debug|amd64|arm64|arm|ppc64le|s390x|riscv64|\d+)$/;

const CHAINGUARD = 'Chainguard Images: https://images.chainguard.dev/';

/** https://edu.chainguard.dev/chainguard/chainguard-images/: -dev tags add a shell and apk to the same image. */
function chainguard(tag: string | undefined, name: string): ImageFacts {
  const user = CHAINGUARD_NONROOT.has(name) ? as('65532') : AS_UNKNOWN;
  const isDev = tag !== undefined && tagWords(tag).includes('dev');
  const libc = name === 'static' ? known('none' as const) : known('glibc' as const);
  if (isDev)
    return facts(CHAINGUARD, user, {
      ...NO_SYSTEM,
      shell: known('/bin/sh'),
      packageManager: known('apk'),
      libc,
    });
  const isBare = tag !== undefined && (name === 'static' || name === 'glibc-dynamic' || name === 'python');
  return facts(CHAINGUARD, user, isBare ? bare(libc) : { ...NO_SYSTEM, libc });
}

const CHAINGUARD_NONROOT = new Set(['static', 'glibc-dynamic', 'python', 'node', 'nginx', 'jre']);

/** https://docs.astral.sh/uv/guides/integration/docker/#available-images: two programs and nothing else, or on a distribution. */
function uv(tag: string | undefined): ImageFacts {
  const source = "uv's images: https://docs.astral.sh/uv/guides/integration/docker/#available-images";
  if (tag === undefined) return facts(source, AS_ROOT, NO_SYSTEM);
  if (/^(?:latest|\d+(?:\.\d+){0,2})$/.test(tag)) return facts(source, AS_ROOT, EMPTY);
  const words = tagWords(tag).filter((word) => !/^(?:python3\.\d+|pypy3\.\d+)$/.test(word));
  return facts(source, AS_ROOT, systemOf(words.join('-'), NO_SYSTEM));
}

/** https://github.com/dotnet/dotnet-docker/blob/main/documentation/image-variants.md */
function dotnet(tag: string | undefined, name: string): ImageFacts {
  const source =
    '.NET images: https://github.com/dotnet/dotnet-docker/blob/main/documentation/image-variants.md';
  if (tag === undefined || name === 'nightly') return facts(source, AS_UNKNOWN, NO_SYSTEM);
  const words = tagWords(tag);
  if (words.includes('chiseled') || words.includes('distroless'))
    return facts(
      source,
      isAtLeast(tag, 8) ? as('1654') : { user: UNKNOWN, isRoot: known(false) },
      bare(known('glibc')),
    );
  if (/windows|nanoserver/.test(tag)) return facts(source, AS_UNKNOWN, NO_SYSTEM);
  // Debian up to .NET 9, Ubuntu from 10 on: the same but for its accounts.
  const system = systemOf(tag, DEBIAN, [
    'amd64',
    'arm64v8',
    'arm32v7',
    'preview',
    'composite',
    'extra',
    'aot',
  ]);
  return facts(source, AS_ROOT, { ...system, users: UNKNOWN });
}

/** https://catalog.redhat.com/software/base-images */
function ubi(_tag: string | undefined, name: string): ImageFacts {
  const source = 'Red Hat Universal Base Image: https://catalog.redhat.com/software/base-images';
  const flavour = /(?:-|^)(minimal|micro|init)$/.exec(name)?.[1];
  if (flavour === 'minimal') return facts(source, AS_ROOT, MICRODNF);
  if (flavour === 'micro') return facts(source, AS_ROOT, { ...RPM, packageManager: known('none') });
  return facts(source, AS_ROOT, flavour === undefined ? DNF : RPM);
}

const BITNAMI_NONROOT = new Set([
  ...[
    'apache',
    'elasticsearch',
    'grafana',
    'kafka',
    'keycloak',
    'kubectl',
    'mariadb',
    'memcached',
    'mongodb',
  ],
  ...['mysql', 'nginx', 'postgresql', 'prometheus', 'rabbitmq', 'redis', 'tomcat', 'wordpress', 'zookeeper'],
]);

export const VENDOR_IMAGES: readonly VendorImages[] = [
  {
    repository: new HintedPattern(
      /^gcr\.io\/distroless\/(static|base|base-nossl|cc|python3|nodejs|nodejs\d+|java|java\d+|java-base)(?:-debian\d+)?$/,
      'distroless',
    ),
    facts: distroless,
  },
  {
    repository: new HintedPattern(/^cgr\.dev\/chainguard\/(?:wolfi-base|chainguard-base)$/, 'cgr.dev'),
    facts: () =>
      facts(CHAINGUARD, AS_UNKNOWN, {
        ...NO_SYSTEM,
        shell: known('/bin/sh'),
        packageManager: known('apk'),
        libc: known('glibc'),
      }),
  },
  { repository: new HintedPattern(/^cgr\.dev\/[^/]+\/([^/]+)$/, 'cgr.dev'), facts: chainguard },
  { repository: new HintedPattern(/^(?:ghcr\.io\/astral-sh|docker\.io\/astral)\/uv$/, '/uv'), facts: uv },
  {
    repository: new HintedPattern(
      /^mcr\.microsoft\.com\/dotnet\/(sdk|aspnet|runtime|runtime-deps|nightly)(?:\/.+)?$/,
      'dotnet',
    ),
    facts: dotnet,
  },
  {
    repository: new HintedPattern(/^mcr\.microsoft\.com\/windows(?:\/.+)?$/, 'windows'),
    facts: () => facts('Windows images: https://mcr.microsoft.com/', AS_UNKNOWN, NO_SYSTEM),
  },
  {
    repository: new HintedPattern(
      /^registry\.(?:access\.redhat\.com|redhat\.io)\/(?:ubi(?:8|9|10)\/(ubi|ubi-minimal|ubi-micro|ubi-init)|ubi(?:8|9|10))$/,
      'redhat',
    ),
    facts: ubi,
  },
  {
    repository: new HintedPattern(
      /^(?:docker\.io\/redhat|registry\.(?:access\.redhat\.com|redhat\.io))\/(ubi(?:8|9|10)(?:-minimal|-micro|-init)?)$/,
      'redhat',
    ),
    facts: ubi,
  },
  {
    repository: new HintedPattern(/^registry\.fedoraproject\.org\/(fedora|fedora-minimal)$/, 'fedoraproject'),
    facts: (_tag, name) =>
      facts('Fedora: https://registry.fedoraproject.org/', AS_ROOT, name === 'fedora' ? DNF : RPM),
  },
  {
    repository: new HintedPattern(
      /^(?:docker\.io|registry\.opensuse\.org)\/opensuse\/(?:leap|tumbleweed)$/,
      'opensuse',
    ),
    facts: () => facts('openSUSE: https://registry.opensuse.org/', AS_ROOT, ZYPPER),
  },
  {
    repository: new HintedPattern(/^docker\.io\/rockylinux\/rockylinux$/, 'rockylinux'),
    facts: () => facts('Rocky Linux: https://hub.docker.com/r/rockylinux/rockylinux', AS_ROOT, RPM),
  },
  {
    // USER 101: https://github.com/nginx/docker-nginx-unprivileged
    repository: new HintedPattern(
      /^(?:docker\.io|ghcr\.io|quay\.io|public\.ecr\.aws)\/nginx(?:inc)?\/nginx-unprivileged$/,
      'nginx',
    ),
    facts: (tag) =>
      facts(
        'https://github.com/nginx/docker-nginx-unprivileged',
        as('101'),
        withAccount(tag === undefined ? NO_SYSTEM : systemOf(tag, DEBIAN, ['perl', 'otel']), 'nginx'),
      ),
  },
  {
    // https://techdocs.broadcom.com/us/en/vmware-tanzu/bitnami-secure-images.html: uid 1001
    repository: new HintedPattern(/^docker\.io\/bitnami(?:legacy|secure)?\/(.+)$/, 'bitnami'),
    facts: (_tag, name) =>
      facts(
        'Bitnami: https://github.com/bitnami/containers',
        BITNAMI_NONROOT.has(name) ? as('1001') : AS_UNKNOWN,
        NO_SYSTEM,
      ),
  },
  {
    // USER jenkins: https://github.com/jenkinsci/docker
    repository: new HintedPattern(
      /^(?:docker\.io|ghcr\.io)\/jenkins(?:ci)?\/(?:jenkins|inbound-agent)$/,
      'jenkins',
    ),
    facts: (tag) =>
      facts(
        'https://github.com/jenkinsci/docker',
        tag === undefined || /windows|nanoserver/.test(tag) ? AS_UNKNOWN : as('jenkins'),
        {
          ...NO_SYSTEM,
          shell: tag === undefined || /windows|nanoserver/.test(tag) ? UNKNOWN : known('/bin/sh'),
        },
      ),
  },
  {
    // uid 472 since 5.1: https://grafana.com/docs/grafana/latest/setup-grafana/installation/docker/
    repository: new HintedPattern(/^docker\.io\/grafana\/grafana(?:-oss|-enterprise)?$/, 'grafana'),
    facts: (tag) =>
      tag !== undefined && isAtLeast(tag, 7)
        ? facts('https://hub.docker.com/r/grafana/grafana', as('472'), {
            ...NO_SYSTEM,
            shell: known('/bin/sh'),
            ...(tagWords(tag).includes('ubuntu') && {
              packageManager: UBUNTU.packageManager,
              libc: UBUNTU.libc,
            }),
          })
        : facts('https://hub.docker.com/r/grafana/grafana', AS_UNKNOWN, NO_SYSTEM),
  },
  {
    // FROM busybox, USER nobody: https://github.com/prometheus/prometheus/blob/main/Dockerfile
    repository: new HintedPattern(/^(?:docker\.io\/prom|quay\.io\/prometheus)\/prometheus$/, 'prometheus'),
    facts: (tag) =>
      facts(
        'https://github.com/prometheus/prometheus/blob/main/Dockerfile',
        tag !== undefined && isAtLeast(tag, 2) ? as('nobody') : AS_UNKNOWN,
        tag !== undefined && /^(?:latest|v[\d.]+)$/.test(tag)
          ? { ...NO_SYSTEM, shell: known('/bin/sh'), packageManager: known('none') }
          : NO_SYSTEM,
      ),
  },
  {
    // uid 1000 since 8: https://www.elastic.co/docs/deploy-manage/deploy/self-managed/install-elasticsearch-docker-prod
    repository: new HintedPattern(/^docker\.elastic\.co\/elasticsearch\/elasticsearch$/, 'elastic'),
    facts: (tag) =>
      facts(
        'https://www.elastic.co/docs/deploy-manage/deploy/self-managed/install-elasticsearch-with-docker',
        tag !== undefined && isAtLeast(tag, 8) ? as('1000:0') : AS_UNKNOWN,
        NO_SYSTEM,
      ),
  },
  {
    repository: new HintedPattern(/^docker\.io\/curlimages\/curl$/, 'curlimages'),
    facts: (tag) =>
      facts(
        'https://github.com/curl/curl-container',
        as('curl_user'),
        tag === undefined ? NO_SYSTEM : withAccount(ALPINE, 'curl_user'),
      ),
  },
];

function withAccount(system: System, account: string): System {
  return system.users.state === 'known'
    ? { ...system, users: known([...system.users.value, account]) }
    : system;
}
