/**
 * A shell with tools in a container or an image that has none.
 * @see https://docs.docker.com/reference/cli/docker/debug/
 */
export function dockerDebug(containerOrImage: string): readonly string[] {
  return ['docker', 'debug', containerOrImage];
}
