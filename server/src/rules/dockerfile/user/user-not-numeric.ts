import { replace } from '../../../text/edit';
import { valueOf } from '../../../text/known';
import { dockerfileRule } from '../../rule';
import { numberOf } from './account-number';
import { accountsWithout } from './stage-accounts';

export const userNotNumeric = dockerfileRule({
  id: 'user-not-numeric',
  summary: 'The last USER must be a number.',
  severity: 'off',
  strict: 'info',
  fix: 'offer',
  messages: {
    base: 'Kubernetes cannot tell whether "{user}" is root, and does not start the container where runAsNonRoot is asked for. A number says it.',
  },
  sameAs: { hadolint: ['DL3066'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const stage of dockerfile.targets) {
      const { isRoot, instruction } = stage.final.user;
      const user = instruction && valueOf(instruction.user);
      // Root by name is what user-root speaks of.
      if (instruction?.userSpan === undefined || user === undefined || isRoot === true) continue;
      if (user === '' || /^\d+$/.test(user) || isWindowsAccount(user)) continue;
      // That there is no such account is the fault then, and user-unknown-in-image says so.
      if (instruction.stage !== undefined && accountsWithout(instruction.stage, user) !== undefined) continue;
      const number = numberOf(stage, user);
      const at = instruction.userSpan;
      report({
        message: 'base',
        at,
        data: { user },
        offers: number === undefined ? [] : [{ title: `Change to ${number}`, edits: [replace(at, number)] }],
      });
    }
  },
});

/**
 * Windows has no numbers for accounts, and Kubernetes asks for its own setting there.
 * @see https://learn.microsoft.com/en-us/virtualization/windowscontainers/manage-containers/container-security
 */
function isWindowsAccount(user: string): boolean {
  return /^container(?:user|administrator)$/i.test(user);
}
