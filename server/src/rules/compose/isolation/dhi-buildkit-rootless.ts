import { addAll, removeFromList } from '../../../compose/edits';
import { type Service } from '../../../compose/model';
import { type ScalarValue } from '../../../compose/value';
import { valueOf } from '../../../text/known';
import { composeRule } from '../../rule';
import { serviceImageFacts } from '../images/service-image';
import { fixOf, markedTexts, sharedBy, wholeServices } from '../marked';
import { isRootlessBuilder, optionOf, rootlessOptions } from './rootless-builder';

/**
 * rootlesskit makes namespaces, which Docker's default seccomp profile forbids, and newuidmap is a set-uid program.
 * @see https://github.com/moby/buildkit/blob/master/docs/rootless.md
 */
export const dhiBuildkitRootless = composeRule({
  id: 'dhi-buildkit-rootless',
  summary: 'The hardened BuildKit image runs rootless and must be allowed to make its own namespaces.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: '{image} runs rootless in namespaces that it makes itself, which Docker\'s default seccomp profile forbids: it ends with "operation not permitted". The fix allows this service just that, without privileged.',
    blocked:
      'Rootless BuildKit maps its accounts with the set-uid program newuidmap, which {option} keeps from working. The fix removes the option.',
  },
  since: '0.1.0',
  check({ compose, report }) {
    for (const { what, services } of markedTexts(compose, blocking, ({ span }) => span))
      report({
        message: 'blocked',
        at: what.span,
        data: { option: valueOf(what.resolved) ?? '' },
        offers: [
          fixOf(
            'Allow newuidmap to work',
            removeFromList(compose, services, 'security_opt', what),
            sharedBy(services),
          ),
        ],
      });
    for (const service of wholeServices(compose)) {
      if (!isHardenedBuilder(service) || service.privileged !== undefined || mayAllow(service)) continue;
      report({
        message: 'base',
        at: service.nameSpan,
        data: { image: service.image?.text ?? '' },
        offers: [
          fixOf(
            'Give rootless BuildKit the options that it needs',
            addAll(compose, service, [rootlessOptions(service)]),
          ),
        ],
      });
    }
  },
});

function isHardenedBuilder(service: Service): boolean {
  return isRootlessBuilder(service) && serviceImageFacts(service)?.hardened !== undefined;
}

/** Whether the service has, or may have, a seccomp profile of its own. */
function mayAllow({ securityOpt }: Service): boolean {
  return securityOpt.some(({ resolved }) => {
    const option = valueOf(resolved);
    return option === undefined || optionOf(option) === 'seccomp';
  });
}

function blocking(service: Service): readonly ScalarValue[] {
  if (!isHardenedBuilder(service)) return [];
  return service.securityOpt.filter(({ resolved }) =>
    /^no-new-privileges(?:[:=]true)?$/i.test(valueOf(resolved) ?? ''),
  );
}
