const library = 'docker.io/library/';

/** The name of an official image, by the repository with registry and `library/` written out; absent for all others. */
export function officialName(repository: string): string | undefined {
  return repository.startsWith(library) ? repository.slice(library.length) : undefined;
}
