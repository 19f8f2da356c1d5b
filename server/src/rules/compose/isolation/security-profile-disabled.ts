import { removeFromList } from '../../../compose/edits';
import { type ScalarValue } from '../../../compose/value';
import { valueOf } from '../../../text/known';
import { composeRule } from '../../rule';
import { fixOf, markedTexts, sharedBy } from '../marked';
import { isRootlessBuilder, optionOf, rootlessProfiles } from './rootless-builder';

const disabled = /^(?:(seccomp|apparmor|systempaths)[:=]unconfined|(label)[:=]disable)$/i;

export const securityProfileDisabled = composeRule({
  id: 'security-profile-disabled',
  summary: 'A service must keep the seccomp, AppArmor and SELinux profiles that confine it.',
  severity: 'error',
  fix: 'offer',
  messages: {
    base: '{option} switches {profile} off, a wall between the container and the kernel of the host.',
  },
  sameAs: {
    composeLint: ['CL-0009'],
    semgrep: ['seccomp-confinement-disabled', 'selinux-separation-disabled'],
  },
  since: '0.1.0',
  check({ compose, report }) {
    const found = markedTexts(
      compose,
      (service) =>
        isRootlessBuilder(service) ? service.securityOpt.filter(isNotForRootless) : service.securityOpt,
      (item) => item.span,
    );
    for (const { what, services } of found) {
      const option = valueOf(what.resolved) ?? '';
      const match = disabled.exec(option);
      const profile = profiles[(match?.[1] ?? match?.[2] ?? '').toLowerCase()];
      if (profile === undefined) continue;
      const edits = removeFromList(compose, services, 'security_opt', what);
      report({
        message: 'base',
        at: what.span,
        data: { option, profile },
        offers: [fixOf(`Remove ${option}`, edits, sharedBy(services))],
      });
    }
  },
});

/** Whether rootless BuildKit starts without it. */
function isNotForRootless({ resolved }: ScalarValue): boolean {
  return !rootlessProfiles.includes(optionOf(valueOf(resolved) ?? ''));
}

const profiles: Readonly<Record<string, string>> = {
  seccomp: 'the filter of system calls',
  apparmor: "AppArmor's profile",
  systempaths: 'the masks over /proc and /sys',
  label: "SELinux's separation",
};
