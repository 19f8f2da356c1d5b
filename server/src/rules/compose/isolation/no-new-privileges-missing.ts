import { replaceInList } from '../../../compose/edits';
import { type Service } from '../../../compose/model';
import { type ScalarValue } from '../../../compose/value';
import { valueOf } from '../../../text/known';
import { composeRule } from '../../rule';
import { supply } from '../hardening/lack';
import { neededCapabilities } from '../hardening/needed-capabilities';
import { fixOf, markedTexts, sharedBy, wholeServices } from '../marked';
import { isRootlessBuilder } from './rootless-builder';

const option = 'no-new-privileges:true';

export const noNewPrivilegesMissing = composeRule({
  id: 'no-new-privileges-missing',
  summary: 'A service must not be able to gain privileges through set-uid programs.',
  severity: 'hint',
  strict: 'warning',
  fix: 'offer',
  messages: {
    base: 'A set-uid program can make a process of {service} root; security_opt: [no-new-privileges:true] prevents that.',
    refused:
      'This lets a set-uid program make a process of the service root; no-new-privileges:true prevents that.',
  },
  sameAs: { composeLint: ['CL-0003'], semgrep: ['no-new-privileges'] },
  since: '0.1.0',
  check({ compose, report }) {
    for (const { what, services } of markedTexts(compose, refusals, ({ span }) => span))
      report({
        message: 'refused',
        at: what.span,
        offers: [
          fixOf(
            'Forbid new privileges',
            replaceInList(compose, services, 'security_opt', what, option),
            sharedBy(services),
          ),
        ],
      });
    for (const service of wholeServices(compose)) {
      // newuidmap, by which it maps its accounts, is a set-uid program.
      if (isRootlessBuilder(service) || service.securityOpt.some(saysSomething)) continue;
      const isKnown = neededCapabilities(service).state === 'known';
      const lack = {
        compose,
        service,
        deed: 'may gain privileges through set-uid programs',
        additions: [{ key: 'security_opt', items: [option] }],
        check: isKnown
          ? undefined
          : `Whether ${service.name} starts a set-uid program, such as sudo, is not known.`,
      };
      report({
        message: 'base',
        at: service.nameSpan,
        data: { service: service.name },
        findOffers: () => [supply('Forbid new privileges', lack)],
        lack,
      });
    }
  },
});

/** Whether an option sets it, either way, or may do so. */
function saysSomething({ resolved }: ScalarValue): boolean {
  const text = valueOf(resolved);
  return text === undefined || /^no-new-privileges(?:[:=]|$)/i.test(text);
}

function refusals({ securityOpt }: Service): readonly ScalarValue[] {
  return securityOpt.filter(({ resolved }) => /^no-new-privileges[:=]false$/i.test(valueOf(resolved) ?? ''));
}
