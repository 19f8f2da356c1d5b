import { type PlaceKind } from './name-places';

const capabilities: readonly string[] = [
  'ALL AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER',
  'FSETID IPC_LOCK IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN NET_BIND_SERVICE NET_BROADCAST',
  'NET_RAW PERFMON SETFCAP SETGID SETPCAP SETUID SYSLOG SYS_ADMIN SYS_BOOT SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE',
  'SYS_RAWIO SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG WAKE_ALARM',
].flatMap((line) => line.split(' '));

const platforms: readonly string[] = ['linux/amd64', 'linux/arm64', 'linux/arm/v7', 'windows/amd64'];
const logDrivers = 'json-file local journald syslog fluentd gelf awslogs splunk gcplogs none'.split(' ');
const networkDrivers: readonly string[] = ['bridge', 'overlay', 'macvlan', 'ipvlan', 'host', 'none'];
const updateFailures: readonly string[] = ['pause', 'continue', 'rollback'];

/**
 * Texts that the description of a key names and the JSON schema does not list, by kind and path below the service.
 * @see https://docs.docker.com/reference/compose-file/services/
 * @see https://docs.docker.com/reference/compose-file/deploy/
 * @see https://man7.org/linux/man-pages/man7/capabilities.7.html
 */
const inService: Readonly<Record<string, readonly string[]>> = {
  'value restart': ['unless-stopped', 'always', 'on-failure', 'no'],
  'value network_mode': ['none', 'host', 'bridge'],
  'value pid': ['host'],
  'value ipc': ['private', 'shareable', 'none', 'host'],
  'value uts': ['host'],
  'value userns_mode': ['host'],
  'value pull_policy': ['always', 'missing', 'never', 'build', 'daily', 'weekly'],
  'value platform': platforms,
  'value stop_signal': [
    'SIGTERM',
    'SIGINT',
    'SIGQUIT',
    'SIGHUP',
    'SIGUSR1',
    'SIGUSR2',
    'SIGWINCH',
    'SIGKILL',
  ],
  'value logging.driver': logDrivers,
  'value build.network': ['default', 'none', 'host'],
  'value deploy.mode': ['replicated', 'global', 'replicated-job', 'global-job'],
  'value deploy.endpoint_mode': ['vip', 'dnsrr'],
  'value deploy.restart_policy.condition': ['any', 'on-failure', 'none'],
  'value deploy.update_config.failure_action': updateFailures,
  'value deploy.rollback_config.failure_action': ['pause', 'continue'],
  'value ports.0.protocol': ['tcp', 'udp', 'sctp'],
  'value ports.0.mode': ['ingress', 'host'],
  'value volumes.0.bind.propagation': ['rprivate', 'private', 'rslave', 'slave', 'rshared', 'shared'],
  'value env_file.0.format': ['raw'],
  'item build.platforms': platforms,
  'item cap_add': capabilities,
  'item cap_drop': capabilities,
  'item security_opt': ['no-new-privileges:true'],
  'item healthcheck.test': ['CMD', 'CMD-SHELL', 'NONE'],
};

const below: Readonly<Record<string, readonly string[]>> = {
  'networks driver': networkDrivers,
  'volumes driver': ['local'],
};

/** @param path as the specification counts it. */
export function knownValues(path: readonly string[], kind: PlaceKind): readonly string[] {
  const [top = '', , ...rest] = path;
  const table = top === 'services' ? inService : below;
  const key = `${top === 'services' ? kind : top} ${rest.join('.')}`;
  return Object.hasOwn(table, key) ? (table[key] ?? []) : [];
}
