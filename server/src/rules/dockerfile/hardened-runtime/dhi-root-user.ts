import { removeInstruction } from '../../../dockerfile/edits';
import { type Dockerfile, type Stage, type UserInstruction } from '../../../dockerfile/model';
import { chainOf } from '../../../dockerfile/chain';
import { valueOf } from '../../../text/known';
import { dockerfileRule, type Fix } from '../../rule';
import { switchBack } from '../user/switch-back';
import { privilegedPorts } from '../../../dockerfile/privileged-ports';
import { imageOf } from './started';

export const dhiRootUser = dockerfileRule({
  id: 'dhi-root-user',
  summary: 'What ships on a hardened runtime image must not run as root.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: '{image} runs as {user}; this USER makes the container run as root, which the hardening was to prevent. What needs root belongs into a build stage.',
  },
  since: '0.1.0',
  about: 'hardened images',
  check(context) {
    const { dockerfile, report } = context;
    const reported = new Set<UserInstruction>();
    for (const stage of dockerfile.targets) {
      const instruction = rootUserOf(stage);
      const user = valueOf(stage.base.facts.user);
      if (instruction?.userSpan === undefined || user === undefined || reported.has(instruction)) continue;
      reported.add(instruction);
      report({
        message: 'base',
        at: instruction.userSpan,
        data: { image: imageOf(stage), user },
        // Whoever is not root could not open such a port: that has to change first.
        offers:
          privilegedPorts(stage).length > 0
            ? []
            : [removal(dockerfile, stage, instruction), switchBack(context, stage, user)],
      });
    }
  },
});

/** The USER that makes a container run as root although its image is the runtime variant of a hardened one. */
export function rootUserOf(stage: Stage): UserInstruction | undefined {
  const { facts } = stage.base;
  const { isRoot, instruction } = stage.final.user;
  if (isRoot !== true || facts.hardened === undefined || valueOf(facts.isRoot) !== false) return undefined;
  return valueOf(facts.hardened.variant) === 'runtime' ? instruction : undefined;
}

/** Absent where a command runs as root behind it, and where somebody else than the image's user would come of it. */
function removal(dockerfile: Dockerfile, stage: Stage, instruction: UserInstruction): Fix | undefined {
  const own = chainOf(stage).find(({ instructions }) => instructions.includes(instruction));
  if (own?.before(instruction).user.isRoot !== false) return undefined;
  const isNeeded = chainOf(stage).some(({ instructions }) =>
    instructions.some(({ keyword, index }) => keyword === 'RUN' && index > instruction.index),
  );
  if (isNeeded) return undefined;
  return {
    title: `Remove USER ${instruction.body.text}`,
    edits: [removeInstruction(dockerfile, instruction)],
  };
}
