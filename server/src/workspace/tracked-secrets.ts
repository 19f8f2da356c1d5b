import { type Compose } from '../compose/model';
import { type ScalarValue } from '../compose/value';
import { valueOf } from '../text/known';
import { isNoSecret, isPlaceholder, secretName } from '../text/secret-names';
import { type ComposeFiles } from './compose-files';
import { localPath } from './local-path';

/** So many files are looked up in git around one document. */
const mostFiles = 30;

/**
 * Secrets in files of `env_file` that git tracks: the name of the first one, by the file's URI. A file that is not known to be
 * tracked is left out.
 */
export async function trackedSecrets(
  files: ComposeFiles,
  views: readonly Compose[],
): Promise<ReadonlyMap<string, string>> {
  const { host } = files;
  const found = new Map<string, string>();
  if (host.isTracked === undefined) return found;
  const uris = new Set(views.flatMap(envFilesOf));
  for (const uri of [...uris].slice(0, mostFiles)) {
    const secret = firstSecret(await files.variables(uri));
    if (secret !== undefined && (await host.isTracked(uri)) === true) found.set(uri, secret);
  }
  return found;
}

function envFilesOf(view: Compose): readonly string[] {
  return view.services.flatMap(({ envFiles }) => envFiles.flatMap((path) => envFileUri(view, path) ?? []));
}

/** Where a path of `env_file` leads; absent where that is not known. */
export function envFileUri(view: Compose, path: ScalarValue): string | undefined {
  const text = valueOf(path.resolved);
  const { folder } = view.placeOf(path.span);
  return text === undefined || folder === '' ? undefined : localPath(text, folder);
}

function firstSecret(variables: ReadonlyMap<string, string> | undefined): string | undefined {
  for (const [name, value] of variables ?? [])
    if (secretName(name) && !isNoSecret(value) && !isPlaceholder(value)) return name;
  return undefined;
}
