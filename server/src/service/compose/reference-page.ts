const root = 'https://docs.docker.com/reference/compose-file/';

/** Pages of their own that keys of a service have. */
const ofService: ReadonlySet<string> = new Set(['build', 'deploy', 'develop']);

/** By top-level key. */
const pages: Readonly<Record<string, string>> = {
  version: 'version-and-name/',
  name: 'version-and-name/',
  services: 'services/',
  networks: 'networks/',
  volumes: 'volumes/',
  configs: 'configs/',
  secrets: 'secrets/',
  include: 'include/',
  models: 'models/',
};

/**
 * The page of the Compose file reference that describes a key; undefined where there is none.
 * @param path as the specification counts it, the key last.
 */
export function referencePage([top = '', , key, inner]: readonly string[]): string | undefined {
  const page = Object.hasOwn(pages, top) ? pages[top] : undefined;
  if (page === undefined) return undefined;
  if (top !== 'services' || key === undefined) return `${root}${page}${key === undefined ? '' : `#${key}`}`;
  return ofService.has(key)
    ? `${root}${key}/${inner === undefined ? '' : `#${inner}`}`
    : `${root}${page}#${key}`;
}
