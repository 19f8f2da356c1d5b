/**
 * Makes the hardened BuildKit the builder of `docker build`.
 * @see https://docs.docker.com/build/builders/drivers/docker-container/
 */
export function createBuilder(name: string, image: string): readonly string[] {
  return [
    ...['docker', 'buildx', 'create', '--name', name],
    ...['--driver', 'docker-container', '--driver-opt', `image=${image}`, '--use'],
  ];
}
