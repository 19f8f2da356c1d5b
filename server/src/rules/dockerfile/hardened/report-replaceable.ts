import { type DockerfileContext } from '../../rule';
import { messageData, replaceableBases } from './replaceable';
import { HardenedOffers } from './to-hardened';

/** Reports every base image that has a hardened counterpart, and offers that: `runtime` for what ships, else `build`. */
export function reportReplaceable(context: DockerfileContext<'runtime' | 'build'>): void {
  const images = replaceableBases(context);
  const offers = new HardenedOffers(context, images);
  for (const image of images)
    context.report({
      message: image.ships ? 'runtime' : 'build',
      at: image.use.span,
      data: messageData(image),
      findOffers: () => offers.for(image),
    });
}
