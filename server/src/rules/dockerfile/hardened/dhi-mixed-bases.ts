import { dockerfileRule } from '../../rule';
import { hasHardenedStage, messageData, replaceableBases } from './replaceable';
import { HardenedOffers } from './to-hardened';

export const dhiMixedBases = dockerfileRule({
  id: 'dhi-mixed-bases',
  summary: 'Where some stages stand on hardened images, the others should, too.',
  severity: 'info',
  fix: 'offer',
  messages: {
    runtime:
      'Other stages stand on hardened images, and this one ships {image}, with all that hardening leaves out.{more} Take its counterpart {reference}.',
    build:
      'Other stages stand on hardened images, and this one builds with {image}: other versions of its tools and libraries reach what ships.{more} Take its counterpart {reference}.',
  },
  since: '0.1.0',
  check(context) {
    if (!hasHardenedStage(context.dockerfile)) return;
    const images = replaceableBases(context);
    const offers = new HardenedOffers(context, images);
    for (const image of images)
      context.report({
        message: image.ships ? 'runtime' : 'build',
        at: image.use.span,
        data: messageData(image),
        findOffers: () => offers.for(image),
      });
  },
});
