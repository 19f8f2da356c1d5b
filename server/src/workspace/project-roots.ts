import { type ComposeFiles } from './compose-files';
import { languageOfName } from './file-names';
import { onceForNames } from './listing';
import { type ProjectRoot } from './load-project';
import { localPath } from './local-path';
import { joinUri, parentOf } from './uri';

/**
 * Names by which Compose finds a project's file and the one that it lays over it, best first.
 * @see https://docs.docker.com/compose/intro/compose-application-model/#the-compose-file
 * @see https://github.com/compose-spec/compose-go/blob/main/cli/options.go
 */
const mainNames = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const overrideNames = [
  ...['compose.override.yml', 'compose.override.yaml'],
  ...['docker-compose.override.yml', 'docker-compose.override.yaml'],
];

/** The projects that may start in a folder. */
export interface FolderRoots {
  /** What `docker compose` reads there by itself. */
  readonly main: ProjectRoot | undefined;
  /** Other files that are Compose files by their names, each of which may be named by `-f`. */
  readonly others: readonly string[];
}

/** Compose files by their names. */
const composeNames = onceForNames((names) => names.filter((name) => languageOfName(name) === 'compose'));

export async function rootsIn(files: ComposeFiles, folder: string): Promise<FolderRoots | undefined> {
  const names = await files.host.listFolder(folder);
  if (names === undefined) return undefined;
  const main = (await named(files, folder, names)) ?? byDefault(folder, names);
  const others = composeNames(names)
    .map((name) => joinUri(folder, name))
    .filter((uri) => main?.files.includes(uri) !== true);
  return { main, others };
}

/** What `COMPOSE_FILE` in the folder's `.env` names. */
async function named(
  files: ComposeFiles,
  folder: string,
  names: readonly string[],
): Promise<ProjectRoot | undefined> {
  if (!names.includes('.env')) return undefined;
  const variables = await files.variables(joinUri(folder, '.env'));
  const list = variables?.get('COMPOSE_FILE');
  if (list === undefined || list === '') return undefined;
  const separator = variables?.get('COMPOSE_PATH_SEPARATOR') ?? (list.includes(';') ? ';' : ':');
  return rootOf(list.split(separator), folder);
}

function byDefault(folder: string, names: readonly string[]): ProjectRoot | undefined {
  const main = mainNames.find((name) => names.includes(name));
  if (main === undefined) return undefined;
  const override = overrideNames.find((name) => names.includes(name));
  const both = override === undefined ? [main] : [main, override];
  return { files: both.map((name) => joinUri(folder, name)), folder };
}

/**
 * The project of files that are named in a row, as `-f` does: its folder is that of the first one.
 * @param folder that relative paths start at.
 */
export function rootOf(paths: readonly string[], folder: string): ProjectRoot | undefined {
  const files = paths.flatMap((path) => localPath(path.trim(), folder) ?? []);
  const own = files[0] === undefined ? undefined : parentOf(files[0]);
  return own === undefined || files.length < paths.length ? undefined : { files, folder: own };
}
