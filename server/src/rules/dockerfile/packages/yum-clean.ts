import { cacheLeftRule } from './cache-left';

export const yumClean = cacheLeftRule({
  id: 'yum-clean',
  managers: ['yum'],
  clean: () => 'yum clean all',
  sameAs: { hadolint: ['DL3032'], trivy: ['DS-0015'] },
});
