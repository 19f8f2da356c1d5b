/**
 * What the entry points of upstream images do and those of hardened images do not. The facts of a hardened image say
 * whether it starts a script or the program itself; these tables say what only a script would have done.
 */

/** A folder whose files the script runs or reads. */
export interface ScriptFolder {
  readonly path: string;
  /** What the script does with them. */
  readonly use: string;
}

/**
 * @see https://github.com/nginx/docker-nginx/tree/master/entrypoint
 * @see https://github.com/docker-library/postgres, https://github.com/docker-library/mongo, https://github.com/docker-library/mysql
 */
export const SCRIPT_FOLDERS: readonly ScriptFolder[] = [
  { path: '/docker-entrypoint.d', use: 'runs' },
  { path: '/docker-entrypoint-initdb.d', use: 'runs' },
  { path: '/etc/nginx/templates', use: 'fills in' },
];

/** Variables that only such a script reads, by repository of hardened images. */
export const SCRIPT_VARIABLES: ReadonlyMap<string, RegExp> = new Map([
  // https://hub.docker.com/_/nginx
  ['nginx', /^NGINX_(?:ENVSUBST|ENTRYPOINT)_/],
  // https://hub.docker.com/_/mongo; MONGO_INITDB_ROOT_PASSWORD and others
  ['mongodb', /^MONGO_INITDB_/],
]);

/** Programs that the upstream image has and the hardened runtime variant has not, by repository. */
export const MISSING_PROGRAMS: ReadonlyMap<string, readonly string[]> = new Map([
  // https://github.com/docker-hardened-images/catalog/blob/main/image/node/guides.md
  ['node', ['npm', 'npx', 'yarn', 'yarnpkg', 'corepack', 'pnpm', 'pnpx']],
  // https://github.com/docker-hardened-images/catalog/tree/main/image/mongodb: the shell is in -dev and -compat
  ['mongodb', ['mongosh', 'mongo']],
  // https://github.com/docker-hardened-images/catalog/tree/main/image/nginx
  ['nginx', ['envsubst']],
]);

/** The CMD of the upstream image where the hardened one has none, so that its program ends at once. */
export const UPSTREAM_COMMANDS: ReadonlyMap<string, readonly string[]> = new Map([
  // https://github.com/docker-library/haproxy; https://github.com/docker-hardened-images/catalog/tree/main/image/haproxy
  ['haproxy', ['-f', '/usr/local/etc/haproxy/haproxy.cfg']],
]);
