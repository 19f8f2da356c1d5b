import { known, UNKNOWN, valueOf, type Known } from '../text/known';
import { chainOf } from './chain';
import { expand } from './expand';
import { type Stage } from './model';
import { resolvePath } from './paths';
import { instructionsOf } from './walk';

/** Stands for what the image's own PATH holds. */
const OF_IMAGE = '\0';

/**
 * The folders that the file puts on PATH, absolute, first to last; those of the image are left out. Absent where PATH
 * hangs on something that is not known.
 */
export function searchPath(stage: Stage): readonly string[] | undefined {
  let path: Known<string> = known(OF_IMAGE);
  for (const each of chainOf(stage).toReversed())
    for (const env of instructionsOf(each, 'ENV')) {
      const pair = env.pairs.findLast(({ name }) => name === 'PATH');
      if (pair?.value === undefined) continue;
      const state = each.before(env);
      const before = path;
      path = expand(
        pair.value,
        (name) => {
          if (name === 'PATH') return before;
          const value = state.variable(name);
          return value.state === 'absent' ? UNKNOWN : value;
        },
        '\\',
      );
    }
  const { workdir } = stage.final;
  return valueOf(path)
    ?.split(':')
    .filter((entry) => entry !== '' && !entry.includes(OF_IMAGE))
    .map((entry) => valueOf(resolvePath(entry, workdir)) ?? entry);
}
