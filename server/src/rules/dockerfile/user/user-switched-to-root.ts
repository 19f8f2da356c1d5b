import { addLineAfter } from '../../../dockerfile/edits';
import { type Dockerfile, type Stage } from '../../../dockerfile/model';
import { valueOf } from '../../../text/known';
import { dockerfileRule, type Fix } from '../../rule';

export const userSwitchedToRoot = dockerfileRule({
  id: 'user-switched-to-root',
  summary: 'A stage that becomes root on an image that is not must switch back.',
  severity: 'info',
  fix: 'offer',
  messages: {
    base: '{image} runs as {user}; this makes the container run as root, as no USER switches back.',
  },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const stage of dockerfile.targets) {
      const user = switchedFrom(stage);
      const { instruction } = stage.final.user;
      if (user === undefined || instruction?.userSpan === undefined) continue;
      report({
        message: 'base',
        at: instruction.userSpan,
        data: { image: stage.base.text, user },
        offers: [switchBack(dockerfile, stage, user)],
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

function switchBack(dockerfile: Dockerfile, stage: Stage, user: string): Fix {
  const last =
    stage.instructions.findLast(({ keyword }) => needsRoot.has(keyword)) ?? stage.instructions.at(-1);
  return {
    title: `Switch back by USER ${user}`,
    edits: [addLineAfter(dockerfile, last ?? stage.from, `USER ${user}`)],
  };
}

/** What may have to run as root, or is the switch itself. */
const needsRoot = new Set(['RUN', 'COPY', 'ADD', 'WORKDIR', 'USER']);
