import { rootOf, standsOnAny } from '../../../dockerfile/chain';
import { type Stage } from '../../../dockerfile/model';
import { dockerfileRule } from '../../rule';
import { isDevVariant } from '../hardened/dev-variant';
import { bringsAccountSwitch } from './account-switch';
import { addUser, changeUser } from './switch-user';
import { unusedAccount } from './unused-account';
import { switchedFrom } from './user-switched-to-root';

export const userRoot = dockerfileRule({
  id: 'user-root',
  summary: 'A container must not run as root.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: 'The container runs as root: {image} does, and no USER changes it. Whoever breaks into the program then owns the container.',
    last: 'The container runs as root, because this is the last USER. Whoever breaks into the program then owns the container.',
  },
  sameAs: {
    hadolint: ['DL3002'],
    trivy: ['DS-0002'],
    checkov: ['CKV_DOCKER_3', 'CKV_DOCKER_8'],
    semgrep: ['missing-user', 'missing-user-entrypoint', 'last-user-is-root'],
  },
  since: '0.1.0',
  check(context) {
    const { dockerfile, report } = context;
    for (const stage of dockerfile.targets) {
      const { isRoot, instruction } = stage.final.user;
      if (isRoot !== true || dropsRoot(stage)) continue;
      // What is nearer to the cause speaks: an account that nothing uses, an image that would not be root.
      if (unusedAccount(stage) !== undefined || switchedFrom(stage) !== undefined) continue;
      if (instruction === undefined) {
        // That a build variant ships at all is the fault then, and dhi-dev-in-final says so.
        if (isDevVariant(stage.base.facts)) continue;
        // Said of that one already.
        if (standsOnAny(stage, dockerfile.targets)) continue;
        const image = imageBelow(stage);
        report({ message: 'base', at: stage.base.span, data: { image }, offers: addUser(context, stage) });
      } else if (instruction.userSpan !== undefined) {
        report({
          message: 'last',
          at: instruction.userSpan,
          offers: changeUser(context, stage, instruction),
        });
      }
    }
  },
});

/** The image that the stage or the one that it inherits from stands on, its variables resolved. */
function imageBelow(stage: Stage): string {
  const { base } = rootOf(stage);
  return base.image?.text ?? base.text;
}

/**
 * Whether what starts the program does so as another account: the image's own entry point, which nothing replaces, or a
 * tool that somebody put there for it.
 */
export function dropsRoot(stage: Stage): boolean {
  if (bringsAccountSwitch(stage)) return true;
  return (
    stage.base.facts.entrypointUser !== undefined &&
    stage.final.user.instruction === undefined &&
    stage.effective('ENTRYPOINT') === undefined
  );
}
