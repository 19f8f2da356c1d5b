import { composeRule } from '../../rule';
import { upstreamName } from '../hardening/upstream-name';
import { wholeServices } from '../marked';

/**
 * Official images bring no health check of their own, so that what is missing in the file is missing altogether.
 * @see https://github.com/docker-library/faq#healthcheck
 */
export const healthcheckMissing = composeRule({
  id: 'healthcheck-missing',
  summary: 'A service must say how its health is checked.',
  severity: 'off',
  strict: 'info',
  fix: 'none',
  messages: {
    base: '{service} counts as well as long as its process lives, also where it no longer answers: neither it nor its image has a health check.',
  },
  since: '0.1.0',
  check({ compose, report }) {
    for (const service of wholeServices(compose)) {
      if (service.entry('healthcheck') !== undefined) continue;
      if (upstreamName(service)?.startsWith('library/') !== true) continue;
      report({
        message: 'base',
        at: service.nameSpan,
        data: { service: service.name },
        lack: {
          compose,
          service,
          deed: 'has no health check',
          additions: [],
        },
      });
    }
  },
});
