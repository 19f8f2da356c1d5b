import { type Compose, type Service } from '../../compose/model';
import { type Edit } from '../../text/edit';
import { type Span, spanId } from '../../text/span';
import { type Fix } from '../rule';

/** A text that a rule marks, with every service for which it is a fault. */
export interface Marked<T> {
  readonly what: T;
  readonly services: readonly Service[];
}

/**
 * What is found in the services, each text of the document once: what an anchor or `extends` hands to several services is one
 * fault, and its fix is meant for all of them. What stands in another file is left to that file.
 */
export function markedTexts<T>(
  compose: Compose,
  find: (service: Service) => readonly T[],
  spanOf: (what: T) => Span,
): readonly Marked<T>[] {
  const byText = new Map<number, { what: T; services: Service[] }>();
  for (const service of compose.services)
    for (const what of find(service)) {
      const span = spanOf(what);
      if (!compose.isOwn(span)) continue;
      const id = spanId(span);
      const marked = byText.get(id);
      if (marked === undefined) byText.set(id, { what, services: [service] });
      else if (marked.services.at(-1) !== service) marked.services.push(service);
    }
  return [...byText.values()];
}

/**
 * The services in which a key that is not found is truly missing: whole ones, of a file that can be read, and whose name stands
 * in the document. An override file is not asked for what it leaves to the file below it.
 */
export function wholeServices(compose: Compose): readonly Service[] {
  if (compose.errors.length > 0) return [];
  return compose.services.filter(
    (service) => compose.isOwn(service.nameSpan) && !service.isFragment && !service.inheritsUnknown,
  );
}

/** A fix, where its edits can be made. */
export function fixOf(title: string, edits: readonly Edit[] | undefined, confirm?: string): Fix | undefined {
  if (edits === undefined) return undefined;
  return { title, edits, ...(confirm === undefined ? {} : { confirm }) };
}

/** The question that a fix asks where it changes several services at once. */
export function sharedBy(services: readonly Service[]): string | undefined {
  if (services.length < 2) return undefined;
  return `The services ${services.map(({ name }) => name).join(', ')} share this text.`;
}
