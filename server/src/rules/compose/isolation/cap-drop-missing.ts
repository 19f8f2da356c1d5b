import { addItem, addToService, type Edits } from '../../../compose/edits';
import { type Compose, type Service } from '../../../compose/model';
import { valueOf } from '../../../text/known';
import { composeRule, type Fix } from '../../rule';
import { serviceImageFacts } from '../images/service-image';
import { fixOf, wholeServices } from '../marked';
import { capabilityName } from './capabilities';

/** What an entry point needs that takes over its data folder as root and goes on as another account. */
const switchesUser = ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETGID', 'SETUID'];

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
  const facts = serviceImageFacts(service);
  const switches =
    facts?.entrypointUser !== undefined &&
    service.user === undefined &&
    service.entry('cap_add') === undefined;
  if (switches && service.entry('cap_drop') === undefined)
    return fixOf(
      'Drop all capabilities but those that the entry point needs',
      addToService(compose, service, { cap_drop: ['ALL'], cap_add: switchesUser }),
    );
  const edits: Edits = addItem(compose, service, 'cap_drop', 'ALL');
  return fixOf('Drop all capabilities', edits);
}
