/**
 * What is certain about the runtime tags of well-known hardened repositories. A repository that is missing here may be
 * anything: "runtime" means neither shell-less nor non-root.
 * @see https://github.com/docker-hardened-images/catalog
 */
export interface HardenedRepository {
  readonly user: string;
  /** Accounts that its definition declares. */
  readonly users: readonly string[];
  /** Whether there is a shell: in its Debian and in its Alpine tags. */
  readonly shell: { readonly debian: boolean; readonly alpine: boolean };
  readonly workdir?: string;
  /** Words of its tags that change nothing of this. */
  readonly words?: readonly string[];
}

const NEVER = { debian: false, alpine: false };
const ALWAYS = { debian: true, alpine: true };

function repository(
  user: string,
  shell: HardenedRepository['shell'],
  more: { readonly workdir?: string; readonly words?: readonly string[] } = {},
): HardenedRepository {
  // Whether root has an entry is seldom declared; it is listed, so that nobody is told that it is missing.
  return { user, users: [...new Set(['root', user === 'root' ? 'nonroot' : user])], shell, ...more };
}

export const HARDENED_REPOSITORIES: ReadonlyMap<string, HardenedRepository> = new Map([
  ['python', repository('nonroot', NEVER)],
  ['node', repository('node', NEVER, { workdir: '/app' })],
  ['php', repository('nonroot', NEVER, { words: ['fpm'] })],
  ['ruby', repository('nonroot', NEVER)],
  ['golang', repository('nonroot', ALWAYS, { workdir: '/go' })],
  ['rust', repository('nonroot', ALWAYS, { workdir: '/build' })],
  ['eclipse-temurin', repository('nonroot', NEVER)],
  ['aspnetcore', repository('nonroot', NEVER)],
  ['dotnet', repository('nonroot', NEVER, { workdir: '/app' })],
  ['bun', repository('nonroot', NEVER, { workdir: '/build' })],
  ['deno', repository('deno', NEVER, { workdir: '/deno-dir' })],
  ['uv', repository('nonroot', NEVER, { workdir: '/io' })],
  ['static', repository('nonroot', NEVER)],
  ['busybox', repository('nonroot', ALWAYS)],
  ['bash', repository('nonroot', ALWAYS)],
  ['alpine-base', repository('nonroot', ALWAYS)],
  ['debian-base', repository('nonroot', ALWAYS)],

  ['nginx', repository('nginx', { debian: false, alpine: true })],
  ['httpd', repository('www-data', ALWAYS, { workdir: '/usr/local/apache2' })],
  ['haproxy', repository('nonroot', NEVER)],
  ['traefik', repository('nonroot', NEVER)],
  ['caddy', repository('nonroot', NEVER, { workdir: '/srv' })],
  ['tomcat', repository('nonroot', ALWAYS)],

  ['postgres', repository('postgres', ALWAYS)],
  ['mysql', repository('mysql', ALWAYS)],
  ['mariadb', repository('mysql', ALWAYS)],
  ['mongodb', repository('mongodb', NEVER, { workdir: '/data' })],
  ['redis', repository('nonroot', NEVER, { workdir: '/data' })],
  ['valkey', repository('nonroot', ALWAYS, { workdir: '/data', words: ['sentinel'] })],
  ['memcached', repository('memcached', NEVER)],
  ['rabbitmq', repository('rabbitmq', ALWAYS)],
  ['elasticsearch', repository('elasticsearch', ALWAYS, { workdir: '/usr/share/elasticsearch' })],

  ['docker', repository('root', NEVER, { words: ['cli'] })],
  ['docker-dind', repository('root', ALWAYS)],
  ['buildkit', repository('nonroot', NEVER)],
  ['openscap', repository('nonroot', NEVER)],
  ['grafana', repository('grafana', NEVER, { workdir: '/var/lib/grafana' })],
  ['prometheus', repository('nonroot', NEVER)],
  ['jenkins', repository('jenkins', ALWAYS, { workdir: '/var/jenkins_home' })],
]);
