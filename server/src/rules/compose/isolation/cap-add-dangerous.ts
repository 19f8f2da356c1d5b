import { removeFromList } from '../../../compose/edits';
import { valueOf } from '../../../text/known';
import { composeRule } from '../../rule';
import { fixOf, markedTexts, sharedBy } from '../marked';
import { capabilityName, dangerOf } from './capabilities';

export const capAddDangerous = composeRule({
  id: 'cap-add-dangerous',
  summary: 'A service must not be given capabilities that reach beyond its container.',
  severity: 'error',
  fix: 'offer',
  messages: { base: 'The capability {capability} lets the container {deed}.' },
  sameAs: { composeLint: ['CL-0011', 'CL-0024', 'CL-0027', 'CL-0028', 'CL-0029', 'CL-0030'] },
  since: '0.1.0',
  check({ compose, report }) {
    const found = markedTexts(
      compose,
      (service) => service.capAdd,
      (item) => item.span,
    );
    for (const { what, services } of found) {
      const capability = capabilityName(valueOf(what.resolved) ?? '');
      const danger = dangerOf(capability);
      if (danger === undefined) continue;
      const edits = removeFromList(compose, services, 'cap_add', what);
      report({
        message: 'base',
        at: what.span,
        data: { capability, deed: danger.deed },
        severity: danger.severity,
        offers: [fixOf(`Remove ${capability}`, edits, sharedBy(services))],
      });
    }
  },
});
