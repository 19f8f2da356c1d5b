import { type Addition } from '../../../compose/edits';
import { type Service } from '../../../compose/model';
import { type Known, valueOf } from '../../../text/known';
import { composeRule } from '../../rule';
import { supply } from '../hardening/lack';
import { isMounted, writePaths } from '../hardening/write-paths';
import { wholeServices } from '../marked';

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
      const needed = writePaths(service);
      const added = inMemory(service, needed);
      const lack = {
        compose,
        service,
        deed: 'can write to its root file system',
        additions: additions(added),
        check: needed.state === 'known' ? undefined : check(service),
      };
      const title = 'Make the root file system read-only';
      report({
        message: 'base',
        at: service.nameSpan,
        data: { service: service.name },
        findOffers: () => [
          supply(added.length === 0 ? title : `${title}, with ${added.join(', ')} in memory`, lack),
        ],
        lack,
      });
    }
  },
});

/** The folders that are not mounted yet; of an image of which nothing is known `/tmp`, where the service says nothing. */
function inMemory(service: Service, needed: Known<readonly string[]>): readonly string[] {
  const present = service.entry('tmpfs');
  if (needed.state !== 'known' && present !== undefined) return [];
  return (valueOf(needed) ?? ['/tmp']).filter((path) => !isMounted(service, path));
}

function additions(added: readonly string[]): readonly Addition[] {
  const readOnly: Addition = { key: 'read_only', value: true };
  return added.length === 0 ? [readOnly] : [readOnly, { key: 'tmpfs', items: added }];
}

function check({ name }: Service): string {
  return `Where ${name} writes is not known: start it, and give it a volume or a tmpfs for each folder that it misses.`;
}
