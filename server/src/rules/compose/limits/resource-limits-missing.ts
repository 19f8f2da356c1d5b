import { composeRule } from '../../rule';
import { supply } from '../hardening/lack';
import { wholeServices } from '../marked';
import { missingLimits } from './limits';

export const resourceLimitsMissing = composeRule({
  id: 'resource-limits-missing',
  summary: 'A service must not be able to take all memory, processors and process numbers of the host.',
  severity: 'off',
  strict: 'info',
  fix: 'offer',
  messages: {
    base: '{service} may take all {what} of the host, by a fault or on purpose, and all other services stand still then.',
  },
  sameAs: { composeLint: ['CL-0026'] },
  since: '0.1.0',
  check({ compose, report }) {
    for (const service of wholeServices(compose)) {
      const missing = missingLimits(service);
      if (missing.length === 0) continue;
      const names = missing.map((limit) => limit.of);
      const what = [names.slice(0, -1).join(', '), ...names.slice(-1)]
        .filter((part) => part !== '')
        .join(' and ');
      const lack = {
        compose,
        service,
        deed: `may take all ${what} of the host`,
        additions: missing.map(({ usual }) => usual),
        check: `The limits are a guess: how much ${service.name} needs, only a measurement can tell.`,
      };
      report({
        message: 'base',
        at: service.nameSpan,
        data: { service: service.name, what },
        findOffers: () => [supply(`Limit ${what}`, lack)],
        lack,
      });
    }
  },
});
