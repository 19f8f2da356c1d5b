import { type Compose, type Service } from '../../compose/model';
import { scalarOf } from '../../compose/value';
import { valueOf } from '../../text/known';
import { nameOf, parentOf } from '../../workspace/uri';

/**
 * The name under which Compose keeps the services of a file together: the top-level `name`, else that of the folder as
 * Compose writes it. `docker compose -p`, COMPOSE_PROJECT_NAME and a profile of the shell win over both. Absent where it
 * is not known.
 * @param uri of the document, whose own folder counts where nothing is known of its project.
 * @see https://docs.docker.com/compose/how-tos/project-name/
 */
export function projectName(compose: Compose, uri: string): string | undefined {
  const named = compose.topLevel('name').at(-1);
  if (named !== undefined) {
    const scalar = scalarOf(named.value);
    const text = scalar && valueOf(scalar.resolved);
    return text !== undefined && /^[a-z0-9][a-z0-9_-]*$/.test(text) ? text : undefined;
  }
  const folder = compose.placeOf({ start: 0, end: 0 }).folder || (parentOf(uri) ?? '');
  const normal = nameOf(folder)
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '')
    .replace(/^[_-]+/, '');
  return normal === '' ? undefined : normal;
}

/** The container of a service: its own `container_name`, else the first that Compose numbers. */
export function containerName(service: Service, project: string | undefined): string | undefined {
  const own = service.scalar('container_name');
  if (own !== undefined) return valueOf(own.resolved);
  return project === undefined ? undefined : `${project}-${service.name}-1`;
}
