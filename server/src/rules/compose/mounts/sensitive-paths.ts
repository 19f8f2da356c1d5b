import { type Severity } from '../../rule';

/** What a part of the host's file system gives away. */
export interface SensitivePath {
  /** Completes "… is". */
  readonly what: string;
  /** Of a mount that can be written. */
  readonly written: Severity;
  /** Of a mount that can be read only; absent where reading does no harm. */
  readonly read?: Severity;
}

function owns(what: string, read?: Severity): SensitivePath {
  return { what, written: 'error', ...(read === undefined ? {} : { read }) };
}

const programs = owns("a folder with the host's programs");
const accounts = owns("a file with the host's accounts");
const started = owns('a place that the host starts programs from');
const containers = owns('where the engine keeps all containers and their data', 'warning');
const sockets = owns(
  'a folder with the sockets of the host, among them the one of the container engine',
  'error',
);
const homes = owns('a folder with keys and tokens of people', 'warning');

/**
 * By path. What lies below is another matter: `/etc/localtime` and `/var/lib/docker/containers` are given to containers for
 * good reasons.
 * @see https://refspecs.linuxfoundation.org/FHS_3.0/fhs/index.html
 */
const paths: ReadonlyMap<string, SensitivePath> = new Map(
  Object.entries<SensitivePath>({
    '/': owns('the whole file system of the host', 'warning'),
    '/bin': programs,
    '/sbin': programs,
    '/lib': programs,
    '/lib64': programs,
    '/usr': programs,
    '/usr/bin': programs,
    '/usr/sbin': programs,
    '/usr/lib': programs,
    '/usr/local/bin': programs,
    '/boot': owns("a folder with the host's kernel"),
    '/dev': owns('a folder with all disks and devices of the host', 'warning'),
    '/proc': owns("a view of all processes and settings of the host's kernel", 'warning'),
    '/sys': owns("a view of the devices and settings of the host's kernel", 'warning'),
    '/sys/fs/cgroup': { what: "the limits of all the host's processes", written: 'warning' },
    '/etc': owns("a folder with the host's accounts, password hashes and services", 'warning'),
    '/etc/shadow': owns("a file with the host's password hashes", 'warning'),
    '/etc/passwd': accounts,
    '/etc/group': accounts,
    '/etc/sudoers': accounts,
    '/etc/sudoers.d': accounts,
    '/etc/pam.d': accounts,
    '/etc/ssh': owns("a folder with the host's own keys", 'warning'),
    '/etc/crontab': started,
    '/etc/cron.d': started,
    '/etc/systemd': started,
    '/etc/systemd/system': started,
    '/var/spool/cron': started,
    '/etc/docker': owns('the configuration of the container engine'),
    '/etc/kubernetes': owns('a folder with the keys of the cluster', 'warning'),
    '/root': homes,
    '/home': homes,
    '/Users': homes,
    '~': homes,
    '/run': sockets,
    '/var/run': sockets,
    '/var': owns('a folder with the data of everything on the host', 'warning'),
    '/var/lib': owns('a folder with the data of everything on the host', 'warning'),
    '/var/lib/docker': containers,
    '/var/lib/containerd': containers,
    '/var/lib/containers': containers,
    '/var/lib/kubelet': containers,
  }),
);

/** Folders of a home that hold keys and tokens. */
const keys = /^(?:~|\/root|\/home\/[^/]+|\/Users\/[^/]+)\/\.(?:ssh|aws|azure|kube|gnupg|config\/gcloud)$/;

/** What a path of the host gives away; absent for what is not known to. `~` and `$HOME` stand for a home. */
export function sensitivePath(path: string): SensitivePath | undefined {
  const plain = path.replace(/^\$(?:HOME\b|\{HOME\})/, '~').replace(/\/{2,}/g, '/');
  const normal = plain.length > 1 ? plain.replace(/\/(?:\.?\/)*\.?$/, '') : plain;
  if (keys.test(normal))
    return { what: 'a folder with keys that open other machines', written: 'error', read: 'warning' };
  return paths.get(normal);
}
