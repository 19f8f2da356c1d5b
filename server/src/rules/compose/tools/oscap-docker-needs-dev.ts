import { type Command } from '../../../compose/field';
import { type Service } from '../../../compose/model';
import { type ScalarValue } from '../../../compose/value';
import { devTwin } from '../../../image/catalog/twins';
import { OSCAP_DOCKER, openscapVariant } from '../../../image/openscap';
import { replace } from '../../../text/edit';
import { composeRule, type Fix } from '../../rule';
import { markedTexts } from '../marked';
import { serviceImage, serviceImageFacts } from '../images/service-image';

export const oscapDockerNeedsDev = composeRule({
  id: 'oscap-docker-needs-dev',
  summary: '`oscap-docker` needs the build variant of OpenSCAP.',
  severity: 'error',
  fix: 'offer',
  messages: {
    base: '{image} has oscap alone: oscap-docker is only in the build variant, because it needs root to reach the engine.',
  },
  since: '0.1.0',
  check({ compose, report }) {
    const found = markedTexts(
      compose,
      (service) => {
        const facts = serviceImageFacts(service);
        if (facts === undefined || openscapVariant(facts) !== 'runtime') return [];
        return [service.entrypoint, service.command].flatMap((command) => programOf(command) ?? []);
      },
      ({ span }) => span,
    );
    for (const { what, services } of found) {
      const [service] = services;
      if (service === undefined) continue;
      report({
        message: 'base',
        at: what.span,
        data: { image: service.image?.text ?? '' },
        offers: [services.length === 1 ? toDev(service) : undefined],
      });
    }
  },
});

/** The first word, where it is the program. */
function programOf(command: Command | undefined): ScalarValue | undefined {
  const [first] = command?.words ?? [];
  return first !== undefined && first.text.trim().split(/\s+/)[0]?.replace(/^.*\//, '') === OSCAP_DOCKER
    ? first
    : undefined;
}

function toDev(service: Service): Fix | undefined {
  const image = serviceImage(service);
  const tag = image?.reference.tagSpan;
  const start = image?.scalar.textStart;
  if (
    image?.verbatim !== true ||
    tag === undefined ||
    start === undefined ||
    image.reference.digest !== undefined
  )
    return undefined;
  const twin = devTwin('openscap', image.reference.tag ?? '');
  if (twin === undefined || !('tag' in twin)) return undefined;
  const edit = replace({ start: start + tag.start, end: start + tag.end }, twin.tag);
  return { title: `Change to the build variant "${twin.tag}"`, edits: [edit] };
}
