import { addToService } from '../../../compose/edits';
import { type Compose, type Service } from '../../../compose/model';
import { composeRule, type Fix } from '../../rule';
import { serviceImage } from '../images/service-image';
import { fixOf, wholeServices } from '../marked';
import { writePaths } from './write-paths';

export const readOnlyMissing = composeRule({
  id: 'read-only-missing',
  summary: "A service's root file system must be read-only.",
  severity: 'hint',
  strict: 'info',
  fix: 'offer',
  messages: {
    base: 'Whoever breaks into {service} can change its programs; with read_only: true it writes only to its volumes and tmpfs.',
  },
  sameAs: { composeLint: ['CL-0007'], semgrep: ['writable-filesystem-service'] },
  since: '0.1.0',
  check({ compose, report }) {
    for (const service of wholeServices(compose)) {
      // `read_only: false` is a decision that somebody made.
      if (service.entry('read_only') !== undefined) continue;
      report({
        message: 'base',
        at: service.nameSpan,
        data: { service: service.name },
        offers: [makeReadOnly(compose, service)],
      });
    }
  },
});

function makeReadOnly(compose: Compose, service: Service): Fix | undefined {
  const paths = writePaths(serviceImage(service)?.reference.repository);
  if (service.entry('tmpfs') !== undefined || paths.length === 0)
    return fixOf('Make the root file system read-only', addToService(compose, service, { read_only: true }));
  return fixOf(
    `Make the root file system read-only, with ${paths.join(', ')} in memory`,
    addToService(compose, service, { read_only: true, tmpfs: paths }),
  );
}
