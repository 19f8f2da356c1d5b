import { type Service } from '../../../compose/model';
import { runtimeTwin, type Twin } from '../../../image/catalog/twins';
import { changesInTitle } from '../../../image/counterpart/describe';
import { imageFacts } from '../../../image/facts';
import { openscapVariant } from '../../../image/openscap';
import { replace } from '../../../text/edit';
import { valueOf } from '../../../text/known';
import { composeRule, type Fix } from '../../rule';
import { fixOf, type Marked, sharedBy } from '../marked';
import { fitsService } from './fits-service';
import { pulledImages, type ServiceImage, tagSpan } from './service-image';

export const dhiDevInService = composeRule({
  id: 'dhi-dev-in-service',
  summary: 'A service must run the runtime variant of a hardened image.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: '{image} is a build variant: the service runs as root, beside a shell and a package manager. Take the runtime variant, or put the service into a profile for debugging.',
  },
  since: '0.1.0',
  check({ compose, options, report }) {
    for (const marked of pulledImages(compose)) {
      const { reference } = marked.what;
      const facts = imageFacts(reference, options);
      if (facts.hardened === undefined || valueOf(facts.hardened.variant) !== 'dev') continue;
      // OpenSCAP's build variant is what runs oscap-docker.
      if (openscapVariant(facts) !== undefined || marked.services.every(isForDevelopers)) continue;
      const twin =
        reference.tag === undefined ? undefined : runtimeTwin(facts.hardened.repository, reference.tag);
      report({
        message: 'base',
        at: tagSpan(marked.what) ?? marked.what.scalar.span,
        data: { image: reference.text },
        offers: [twin !== undefined && 'tag' in twin ? toRuntime(marked, twin) : undefined],
      });
    }
  },
});

/** Profiles that nobody starts in production. */
const developing =
  /(?:^|[-_.])(?:debug(?:ging)?|dev(?:el|elop|elopment)?|tools?|tests?|build|ci)(?:$|[-_.])/i;

/** Whether it only runs where somebody asks for a profile of that kind. */
function isForDevelopers({ profiles, inheritsUnknown }: Service): boolean {
  return inheritsUnknown || (profiles.length > 0 && profiles.every(({ text }) => developing.test(text)));
}

function toRuntime({ what, services }: Marked<ServiceImage>, twin: Twin): Fix | undefined {
  const span = tagSpan(what);
  const { listed } = twin;
  if (span === undefined || what.reference.digest !== undefined) return undefined;
  if (listed === undefined || !services.every((service) => fitsService(service, listed.facts)))
    return undefined;
  return fixOf(
    `Change to the runtime variant "${twin.tag}"${changesInTitle(twin.changes)}`,
    [replace(span, twin.tag)],
    sharedBy(services),
  );
}
