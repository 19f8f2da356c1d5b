import { type Addition } from '../../../compose/edits';
import { type Service } from '../../../compose/model';
import { type Known, valueOf } from '../../../text/known';
import { composeRule } from '../../rule';
import { supply } from '../hardening/lack';
import { neededCapabilities } from '../hardening/needed-capabilities';
import { wholeServices } from '../marked';
import { capabilityName } from './capabilities';

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
      const needed = neededCapabilities(service);
      const added = missing(service, needed);
      const lack = {
        compose,
        service,
        deed: "keeps Docker's default capabilities",
        additions: additions(added),
        check: needed.state === 'known' ? undefined : check(service),
      };
      const title =
        added.length === 0
          ? 'Drop all capabilities'
          : 'Drop all capabilities but those that the image needs to start';
      report({
        message: 'base',
        at: service.nameSpan,
        data: { service: service.name },
        findOffers: () => [supply(title, lack)],
        lack,
      });
    }
  },
});

/** What the service needs and neither adds yet nor drops by name, with which it runs today. */
function missing({ capAdd, capDrop }: Service, needed: Known<readonly string[]>): readonly string[] {
  const named = [...capAdd, ...capDrop].map(({ resolved }) => capabilityName(valueOf(resolved) ?? ''));
  return named.includes('ALL') ? [] : (valueOf(needed) ?? []).filter((name) => !named.includes(name));
}

function additions(added: readonly string[]): readonly Addition[] {
  const drop: Addition = { key: 'cap_drop', items: ['ALL'] };
  return added.length === 0 ? [drop] : [drop, { key: 'cap_add', items: added }];
}

function check({ name }: Service): string {
  return `Which capabilities ${name} needs is not known: start it, and give back in cap_add what it misses.`;
}
