import { cacheLeftRule } from './cache-left';

export const dnfClean = cacheLeftRule({
  id: 'dnf-clean',
  managers: ['dnf', 'microdnf'],
  clean: ({ name }) => `${name} clean all`,
  sameAs: { hadolint: ['DL3040'], trivy: ['DS-0019'] },
});
