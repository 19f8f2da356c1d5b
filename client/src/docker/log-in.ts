import { parseReference } from '../../../server/src/image/reference';

/** Where hardened images come from. */
export const hardenedRegistry = 'dhi.io';

/** Images of the registry cannot be pulled without. @param registry a host. */
export function logIn(registry: string): readonly string[] {
  return ['docker', 'login', registry];
}

/** The registry of a mirror, or of an image; undefined for Docker Hub, and for what names none. */
export function registryOf(name: string): string | undefined {
  const parsed = parseReference(name);
  const registry = 'reference' in parsed ? parsed.reference.registry : undefined;
  return registry === 'docker.io' || registry === 'index.docker.io' ? undefined : registry;
}
