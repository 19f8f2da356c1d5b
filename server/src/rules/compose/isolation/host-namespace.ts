import { removeKey } from '../../../compose/edits';
import { type Compose, type Service } from '../../../compose/model';
import { type Span } from '../../../text/span';
import { valueOf } from '../../../text/known';
import { type Fix } from '../../rule';
import { fixOf, markedTexts, sharedBy } from '../marked';

/** A place where a service takes a namespace of the host for its own. */
export interface HostNamespace {
  /** Of the key with its value. */
  readonly at: Span;
  readonly offers: readonly (Fix | undefined)[];
}

/**
 * Where services set a key to `host`.
 * @param keepsApart whether taking the key away from these services brings no other fault with it.
 */
export function hostNamespaces(
  compose: Compose,
  key: 'network_mode' | 'pid' | 'ipc' | 'uts' | 'userns_mode',
  keepsApart: (services: readonly Service[]) => boolean = () => true,
): readonly HostNamespace[] {
  const found = markedTexts(
    compose,
    (service) => {
      const entry = service.entry(key);
      const scalar = service.scalar(key);
      return entry !== undefined && scalar !== undefined && valueOf(scalar.resolved) === 'host'
        ? [entry]
        : [];
    },
    (entry) => entry.span,
  );
  return found.map(({ what, services }) => ({
    at: what.span,
    offers: keepsApart(services)
      ? [fixOf(`Remove ${key}: host`, removeKey(compose, services, what), sharedBy(services))]
      : [],
  }));
}
