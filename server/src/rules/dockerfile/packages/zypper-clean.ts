import { cacheLeftRule } from './cache-left';

export const zypperClean = cacheLeftRule({
  id: 'zypper-clean',
  managers: ['zypper'],
  clean: () => 'zypper clean --all',
  sameAs: { hadolint: ['DL3036'], trivy: ['DS-0020'] },
});
