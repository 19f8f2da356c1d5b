import { cacheLeftRule } from './cache-left';

export const npmCache = cacheLeftRule({
  id: 'npm-cache',
  managers: ['npm'],
  clean: () => 'npm cache clean --force',
  sameAs: {},
});
