import { type BuildConfig } from '../compose/field';
import { type Compose } from '../compose/model';
import { valueOf } from '../text/known';
import { joinUri } from './uri';

/** What one service builds, as far as its Compose file says. */
export interface ComposeBuild {
  /** URI of the build context. */
  readonly context: string;
  /** URI of the Dockerfile; absent where its text stands in the Compose file or its name is not known. */
  readonly dockerfile: string | undefined;
  readonly target: string | undefined;
  /** Names of `additional_contexts`. */
  readonly namedContexts: readonly string[];
}

/**
 * The builds of a Compose file whose contexts are folders; remote ones and those that hang on an unknown variable are
 * left out.
 * @param folder the file's own, which relative paths start at.
 */
export function buildsOf(compose: Compose, folder: string): readonly ComposeBuild[] {
  return compose.services.flatMap(({ build }) => {
    if (build === undefined) return [];
    const written = build.context === undefined ? '.' : valueOf(build.context.resolved);
    const context = written === undefined ? undefined : localPath(written, folder);
    if (context === undefined) return [];
    const target = build.target === undefined ? undefined : valueOf(build.target.resolved);
    const namedContexts = build.additionalContexts.map(({ name }) => name);
    return [{ context, dockerfile: dockerfileOf(build, context), target, namedContexts }];
  });
}

/** Folders of the host that services mount or watch, as URIs; files among them cannot be told from folders here. */
export function hostPaths(compose: Compose, folder: string): readonly string[] {
  return compose.services.flatMap((service) => {
    const mounted = service.volumes.flatMap(({ type, source }) =>
      valueOf(type) === 'bind' ? (valueOf(source) ?? []) : [],
    );
    const watched = service.watch.flatMap(({ path }) =>
      path === undefined ? [] : (valueOf(path.resolved) ?? []),
    );
    return [...mounted, ...watched].flatMap((path) => localPath(path, folder) ?? []);
  });
}

/** @see https://docs.docker.com/reference/compose-file/build/#dockerfile */
function dockerfileOf({ dockerfile, dockerfileInline }: BuildConfig, context: string): string | undefined {
  if (dockerfileInline !== undefined) return undefined;
  if (dockerfile === undefined) return joinUri(context, 'Dockerfile');
  const path = valueOf(dockerfile.resolved);
  return path === undefined ? undefined : localPath(path, context);
}

/** The URI of a path as Compose reads it; `undefined` for URLs, home folders and drives of Windows. */
function localPath(path: string, folder: string): string | undefined {
  if (path === '' || path.startsWith('~') || path.includes('\\') || /^[\w.+-]+(?:@[^/]*)?:/.test(path))
    return undefined;
  return joinUri(folder, path);
}
