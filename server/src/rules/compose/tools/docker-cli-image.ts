import { type Command } from '../../../compose/field';
import { type Service } from '../../../compose/model';
import { hardenedDockerClient, isDockerClient } from '../../../image/docker-client';
import { replace } from '../../../text/edit';
import { composeRule, type Fix } from '../../rule';
import { markedTexts } from '../marked';
import { serviceImage, type ServiceImage } from '../images/service-image';

export const dockerCliImage = composeRule({
  id: 'docker-cli-image',
  summary: 'The Docker client has a hardened image.',
  severity: 'hint',
  fix: 'offer',
  messages: {
    base: 'As a client, {image} brings a shell and the tools of a distribution along. dhi.io/docker has the same client and nothing else.',
  },
  since: '0.1.0',
  check({ compose, report }) {
    const found = markedTexts(
      compose,
      (service) => {
        const image = serviceImage(service);
        return image !== undefined && isDockerClient(image.reference) && isClient(service, image)
          ? [image]
          : [];
      },
      ({ scalar }) => scalar.span,
    );
    for (const { what, services } of found)
      report({
        message: 'base',
        at: what.scalar.span,
        data: { image: what.reference.text },
        offers: [services.every(fits) ? other(what) : undefined],
      });
  },
});

/** The engine needs privileges; what asks for a shell has no use for an image without one. */
function isClient(service: Service, { reference }: ServiceImage): boolean {
  if (service.build !== undefined || service.inheritsUnknown || service.privileged?.boolean === true)
    return false;
  if (service.privileged !== undefined && service.privileged.boolean === undefined) return false;
  const words = [service.entrypoint, service.command].map(firstWord);
  return (
    (reference.tag?.includes('cli') === true || words.some((word) => word !== undefined)) &&
    !words.some((word) => /^(?:sh|ash|bash|dockerd|dockerd-entrypoint\.sh)$/.test(word ?? ''))
  );
}

function firstWord(command: Command | undefined): string | undefined {
  const text = command?.words[0]?.text;
  return text?.trim().split(/\s+/)[0]?.replace(/^.*\//, '');
}

/** The hardened image starts `docker` itself: a command that begins with it would say it twice. */
function fits(service: Service): boolean {
  const word = firstWord(service.command);
  return service.entrypoint !== undefined || (word !== undefined && word !== 'docker');
}

function other({ reference, scalar, verbatim }: ServiceImage): Fix | undefined {
  const start = scalar.textStart;
  const to =
    verbatim && reference.digest === undefined ? hardenedDockerClient(reference, 'runtime') : undefined;
  if (start === undefined || to === undefined) return undefined;
  return { title: `Change to ${to}`, edits: [replace({ start, end: start + scalar.text.length }, to)] };
}
