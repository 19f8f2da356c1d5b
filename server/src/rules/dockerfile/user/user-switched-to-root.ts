import { type Stage } from '../../../dockerfile/model';
import { valueOf } from '../../../text/known';
import { dockerfileRule } from '../../rule';
import { rootUserOf } from '../hardened-runtime/dhi-root-user';
import { switchBack } from './switch-back';

export const userSwitchedToRoot = dockerfileRule({
  id: 'user-switched-to-root',
  summary: 'A stage that becomes root on an image that is not must switch back.',
  severity: 'info',
  fix: 'offer',
  messages: {
    base: '{image} runs as {user}; this makes the container run as root, as no USER switches back.',
  },
  since: '0.1.0',
  check(context) {
    const { dockerfile, report } = context;
    for (const stage of dockerfile.targets) {
      const user = switchedFrom(stage);
      const { instruction } = stage.final.user;
      if (user === undefined || instruction?.userSpan === undefined) continue;
      // Of hardened images dhi-root-user says it.
      if (rootUserOf(stage) !== undefined) continue;
      report({
        message: 'base',
        at: instruction.userSpan,
        data: { image: stage.base.text, user },
        offers: [switchBack(context, stage, user)],
      });
    }
  },
});

/** The user of the image, where that is not root and the stage ends as root by a USER. */
export function switchedFrom(stage: Stage): string | undefined {
  const { isRoot, instruction } = stage.final.user;
  const { facts } = stage.base;
  return isRoot === true && instruction !== undefined && valueOf(facts.isRoot) === false
    ? valueOf(facts.user)
    : undefined;
}
