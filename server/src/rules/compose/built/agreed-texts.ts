import { type Compose, type Service } from '../../../compose/model';
import { type Span } from '../../../text/span';
import { type Marked, markedTexts } from '../marked';

/**
 * What is found in the services, each text once, so long as it is found for every service that has the text: what an anchor or
 * `extends` hands to several services may be right in one of them, and then is not to be changed.
 */
export function agreedTexts<T>(
  compose: Compose,
  find: (service: Service) => readonly T[],
  placeOf: (what: T) => { readonly span: Span },
): readonly Marked<T>[] {
  return markedTexts(compose, find, (what) => placeOf(what).span).filter(({ what, services }) =>
    compose.usersOf(placeOf(what)).every((user) => services.includes(user)),
  );
}
