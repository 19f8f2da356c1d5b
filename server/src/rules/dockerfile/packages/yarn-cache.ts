import { commandsOf } from '../../../dockerfile/walk';
import { hasFlag } from '../../../shell/flags';
import { cacheLeftRule, type LeftCache } from './cache-left';

export const yarnCache = cacheLeftRule({
  id: 'yarn-cache',
  managers: ['yarn'],
  clean: () => 'yarn cache clean',
  sameAs: { hadolint: ['DL3060'] },
  leaves: (left, { context }) => context.has('.yarnrc.yml') === true || isModern(left),
});

/** Whether it is yarn 2 or later, whose cache may be what the program runs from: https://yarnpkg.com/features/caching */
function isModern({ stage, call: { command, action } }: LeftCache): boolean {
  if (action === 'workspaces focus' || hasFlag(command, '--immutable', '--immutable-cache', '--check-cache'))
    return true;
  return stage.instructions.some(
    (instruction) =>
      instruction.keyword === 'RUN' &&
      commandsOf(instruction).some(
        ({ name, args }) => name === 'corepack' || (name === 'yarn' && args[0]?.value === 'set'),
      ),
  );
}
