/** A Compose file as `docker compose` is told of it. */
export interface ComposeFile {
  /** Its name in the folder that the command runs in. */
  readonly name: string;
  readonly project?: string | undefined;
}

/** Names that Compose finds by itself. */
const found = /^(?:docker-)?compose\.ya?ml$/;

/** The containers of a project, with their names. */
export function composePs(file: ComposeFile): readonly string[] {
  return [...compose(file), 'ps', '--all'];
}

/** @param services all that have a `develop.watch` where empty. */
export function composeWatch(file: ComposeFile, services: readonly string[]): readonly string[] {
  return [...compose(file), 'watch', ...services];
}

/** A shell in a service that another one has beside it. */
export function composeRun(file: ComposeFile, service: string): readonly string[] {
  return [...compose(file), 'run', '--rm', service];
}

function compose({ name, project }: ComposeFile): readonly string[] {
  return [
    ...['docker', 'compose'],
    // With a path in front, so that no name is taken for an option.
    ...(found.test(name) ? [] : ['-f', `./${name}`]),
    ...(project === undefined ? [] : ['-p', project]),
  ];
}
