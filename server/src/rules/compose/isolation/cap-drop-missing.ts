import { addItem, addToService, type Edits } from '../../../compose/edits';
import { type Compose, type Service } from '../../../compose/model';
import { valueOf } from '../../../text/known';
import { composeRule, type Fix } from '../../rule';
import { fixOf, wholeServices } from '../marked';
import { capabilityName } from './capabilities';
import { neededCapabilities } from './needed-capabilities';

export const capDropMissing = composeRule({
  id: 'cap-drop-missing',
  summary: 'A service must drop all capabilities and add back what it needs.',
  severity: 'hint',
  strict: 'warning',
  fix: 'offer',
  messages: {
    base: "{service} keeps Docker's default capabilities, most of which no service needs; cap_drop: [ALL] takes them away.",
  },
  sameAs: { composeLint: ['CL-0006'] },
  since: '0.1.0',
  check({ compose, report }) {
    for (const service of wholeServices(compose)) {
      const dropped = service.capDrop.map((item) => valueOf(item.resolved));
      if (dropped.some((name) => name === undefined || capabilityName(name) === 'ALL')) continue;
      report({
        message: 'base',
        at: service.nameSpan,
        data: { service: service.name },
        offers: [dropAll(compose, service)],
      });
    }
  },
});

function dropAll(compose: Compose, service: Service): Fix | undefined {
  const needed = neededCapabilities(service);
  if (needed.length > 0 && service.entry('cap_add') === undefined && service.entry('cap_drop') === undefined)
    return fixOf(
      'Drop all capabilities but those that the image needs to start',
      addToService(compose, service, { cap_drop: ['ALL'], cap_add: needed }),
    );
  const edits: Edits = addItem(compose, service, 'cap_drop', 'ALL');
  return fixOf('Drop all capabilities', edits);
}
