import { removeKey } from '../../../compose/edits';
import { composeRule } from '../../rule';
import { fixOf, markedTexts, sharedBy } from '../marked';

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
          fixOf('Remove privileged', removeKey(compose, services, what, false), sharedBy(services)),
        ],
      });
  },
});
