import { type BuildConfig } from '../compose/field';
import { type Compose, type ComposePlace, type Service } from '../compose/model';
import { type Value } from '../compose/value';
import { valueOf } from '../text/known';
import { type Span } from '../text/span';
import { localPath } from './local-path';
import { joinUri } from './uri';

/** What one service builds, as far as its Compose file says. */
export interface ComposeBuild {
  readonly compose: Compose;
  readonly service: Service;
  /** URI of the build context. */
  readonly context: string;
  /** URI of the Dockerfile; absent where its text stands in the Compose file or its name is not known. */
  readonly dockerfile: string | undefined;
  readonly target: string | undefined;
  /** Where the target stands, quotes left out; absent where its text does not stand in the file as it is. */
  readonly targetPlace: ComposePlace | undefined;
  /** Names of `additional_contexts`. */
  readonly namedContexts: readonly string[];
}

/**
 * The builds of a Compose file whose contexts are folders; remote ones and those that hang on an unknown variable are
 * left out.
 * @param folder the file's own, which relative paths start at.
 */
export function buildsOf(compose: Compose, folder: string): readonly ComposeBuild[] {
  return compose.services.flatMap((service) => buildOf(compose, service, folder) ?? []);
}

/**
 * What a service builds; absent where it builds nothing, or not from a folder that is known.
 * @param folder the file's own, where the file does not say it.
 */
export function buildOf(compose: Compose, service: Service, folder?: string): ComposeBuild | undefined {
  const { build, nameSpan } = service;
  if (build === undefined) return undefined;
  const written = build.context === undefined ? '.' : valueOf(build.context.resolved);
  const from = startOf(compose, build.context?.span ?? nameSpan, folder);
  const context = written === undefined || from === undefined ? undefined : localPath(written, from);
  if (context === undefined) return undefined;
  const target = build.target === undefined ? undefined : valueOf(build.target.resolved);
  const namedContexts = build.additionalContexts.map(({ name }) => name);
  const targetPlace = targetPlaceOf(compose, build);
  const dockerfile = dockerfileOf(build, context);
  return { compose, service, context, dockerfile, target, targetPlace, namedContexts };
}

function targetPlaceOf(compose: Compose, { target }: BuildConfig): ComposePlace | undefined {
  if (target?.textStart === undefined || valueOf(target.resolved) !== target.text) return undefined;
  return compose.placeOf({ start: target.textStart, end: target.textStart + target.text.length });
}

/** Folders of the host that services mount or watch, as URIs; files among them cannot be told from folders here. */
export function hostPaths(compose: Compose, folder: string): readonly string[] {
  return compose.services.flatMap((service) => {
    const place = (path: string | undefined, { span }: Value): readonly string[] => {
      const start = startOf(compose, span, folder);
      const uri = path === undefined || start === undefined ? undefined : localPath(path, start);
      return uri === undefined ? [] : [uri];
    };
    const mounted = service.volumes.flatMap(({ type, source, value }) =>
      valueOf(type) === 'bind' ? place(valueOf(source), value) : [],
    );
    const watched = service.watch.flatMap(({ path }) =>
      path === undefined ? [] : place(valueOf(path.resolved), path),
    );
    return [...mounted, ...watched];
  });
}

/** The folder that a path starts at which is written in a place. */
function startOf(compose: Compose, span: Span, folder: string | undefined): string | undefined {
  const place = compose.placeOf(span).folder;
  return place === '' ? folder : place;
}

/** @see https://docs.docker.com/reference/compose-file/build/#dockerfile */
function dockerfileOf({ dockerfile, dockerfileInline }: BuildConfig, context: string): string | undefined {
  if (dockerfileInline !== undefined) return undefined;
  if (dockerfile === undefined) return joinUri(context, 'Dockerfile');
  const path = valueOf(dockerfile.resolved);
  return path === undefined ? undefined : localPath(path, context);
}
