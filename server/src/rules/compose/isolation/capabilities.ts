import { type Severity } from '../../rule';

/** What a capability that no ordinary service needs lets a container do. */
export interface Danger {
  readonly severity: Severity;
  /** Completes "lets the container …". */
  readonly deed: string;
}

function error(deed: string): Danger {
  return { severity: 'error', deed };
}

function warning(deed: string): Danger {
  return { severity: 'warning', deed };
}

/**
 * Dangerous capabilities by their names without `CAP_`. Docker's default set and those that change little are not among
 * them: `NET_BIND_SERVICE`, `CHOWN`, `IPC_LOCK`, `SYS_NICE`.
 * @see https://man7.org/linux/man-pages/man7/capabilities.7.html
 */
const dangers: ReadonlyMap<string, Danger> = new Map(
  Object.entries({
    ALL: error('do whatever root on the host can do'),
    SYS_ADMIN: error('mount file systems and leave its isolation'),
    SYS_MODULE: error('load code into the kernel'),
    SYS_RAWIO: error('write to memory and disks of the host'),
    SYS_PTRACE: error('read and change other processes'),
    SYS_BOOT: error('restart the host and load another kernel'),
    DAC_READ_SEARCH: error("read every file of the host's file system"),
    BPF: error('run programs inside the kernel'),
    MAC_ADMIN: error("change the host's security policy"),
    MAC_OVERRIDE: error("pass over the host's security policy"),
    NET_ADMIN: warning('change interfaces, routes and firewall rules'),
    SYS_TIME: warning("set the host's clock"),
    SYS_RESOURCE: warning('pass over limits and quotas'),
    SYSLOG: warning("read the kernel's log with its addresses"),
    PERFMON: warning('watch the whole host at work'),
    CHECKPOINT_RESTORE: warning('look into and restore other processes'),
    AUDIT_CONTROL: warning("switch the kernel's audit off"),
    LINUX_IMMUTABLE: warning('lift the protection of immutable files'),
    IPC_OWNER: warning('read the shared memory of other users'),
  }),
);

/** The capability's name as the kernel knows it: upper case, without `CAP_`. */
export function capabilityName(text: string): string {
  return text.trim().toUpperCase().replace(/^CAP_/, '');
}

export function dangerOf(capability: string): Danger | undefined {
  return dangers.get(capability);
}
