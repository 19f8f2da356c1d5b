import { instructionsOf } from '../../../dockerfile/walk';
import { dockerfileRule } from '../../rule';
import { isFips } from './fips-stage';
import { forbiddenUses } from './forbidden-digests';

export const fipsForbiddenAlgorithm = dockerfileRule({
  id: 'fips-forbidden-algorithm',
  summary: 'A FIPS stage must use algorithms that FIPS 140 allows.',
  severity: 'warning',
  fix: 'none',
  messages: {
    base: '"{text}" uses an algorithm that FIPS 140 does not allow, so it fails in this stage or leaves what was validated. Use SHA-256 or another allowed one.',
  },
  since: '0.1.0',
  mentions: ['fips'],
  check({ dockerfile, report }) {
    for (const stage of dockerfile.stages)
      for (const each of instructionsOf(stage, ['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK'])) {
        if (!isFips(stage, each)) continue;
        for (const { text, span } of forbiddenUses(each))
          report({ message: 'base', at: span, data: { text } });
      }
  },
});
