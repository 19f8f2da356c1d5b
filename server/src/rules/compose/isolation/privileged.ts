import { addAll, type Edits, removeKey } from '../../../compose/edits';
import { type Compose, type Service } from '../../../compose/model';
import { type Entry } from '../../../compose/value';
import { type Edit, replace } from '../../../text/edit';
import { touches } from '../../../text/span';
import { composeRule } from '../../rule';
import { fixOf, markedTexts, sharedBy } from '../marked';
import { isRootlessBuilder, rootlessOptions } from './rootless-builder';

export const privileged = composeRule({
  id: 'privileged',
  summary: 'A service must not run privileged.',
  severity: 'error',
  fix: 'offer',
  messages: {
    base: 'A privileged container has every capability and every device of the host: whoever breaks into it owns the host.',
  },
  sameAs: { composeLint: ['CL-0002'], semgrep: ['privileged-service'] },
  since: '0.1.0',
  check({ compose, report }) {
    const found = markedTexts(
      compose,
      (service) => {
        const entry = service.entry('privileged');
        return entry !== undefined && service.privileged?.boolean === true ? [entry] : [];
      },
      (entry) => entry.span,
    );
    for (const { what, services } of found)
      report({
        message: 'base',
        at: what.span,
        findOffers: () => [
          fixOf('Remove privileged', withoutPrivileged(compose, services, what), sharedBy(services)),
        ],
      });
  },
});

/** Rootless BuildKit gets the few options instead without which it does not start. */
function withoutPrivileged(compose: Compose, services: readonly Service[], entry: Entry): Edits {
  const removed = removeKey(compose, services, entry, false);
  const [service] = services;
  if (service === undefined || !services.some(isRootlessBuilder)) return removed;
  const added = services.length === 1 ? addAll(compose, service, [rootlessOptions(service)]) : undefined;
  if (removed === undefined || added === undefined) return undefined;
  const [addition] = added;
  const { start } = entry.keySpan;
  // Where it is the last key, the options take its place: two edits cannot meet.
  if (added.length === 1 && addition !== undefined && isRestOfLine(compose, entry, addition))
    return [replace({ start, end: addition.span.end }, addition.newText.trimStart())];
  const areApart = added.every(({ span }) => removed.every((edit) => !touches(edit.span, span.start)));
  return areApart ? [...removed, ...added] : undefined;
}

function isRestOfLine({ source }: Compose, entry: Entry, { span }: Edit): boolean {
  const { end } = entry.span;
  return end <= span.start && !source.text.slice(end, span.end).includes('\n');
}
