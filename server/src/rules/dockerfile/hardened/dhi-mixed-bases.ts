import { dockerfileRule } from '../../rule';
import { reportReplaceable } from './report-replaceable';
import { hasHardenedStage } from './replaceable';

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
  about: 'hardened images',
  check(context) {
    if (hasHardenedStage(context.dockerfile)) reportReplaceable(context);
  },
});
