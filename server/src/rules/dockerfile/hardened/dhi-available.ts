import { dockerfileRule } from '../../rule';
import { reportReplaceable } from './report-replaceable';
import { hasHardenedStage } from './replaceable';

export const dhiAvailable = dockerfileRule({
  id: 'dhi-available',
  summary: 'A base image that has a hardened counterpart can be replaced by it.',
  severity: 'hint',
  fix: 'offer',
  messages: {
    runtime: '{image} has a hardened counterpart.{more} For what ships take {reference}.',
    build: '{image} has a hardened counterpart.{more} To build take {reference}.',
  },
  since: '0.1.0',
  check(context) {
    // Where some stages are hardened already, dhi-mixed-bases speaks of the others.
    if (!hasHardenedStage(context.dockerfile)) reportReplaceable(context);
  },
});
