import { type Dockerfile } from '../../../dockerfile/model';
import { dockerfileRule } from '../../rule';
import { platformFlag, withoutPlatform } from './platform-flag';

export const platformRedundant = dockerfileRule({
  id: 'platform-redundant',
  summary: 'A FROM need not name the platform that it has anyway.',
  severity: 'hint',
  fix: 'safe',
  messages: { base: 'A stage is built for the target platform anyway, so this flag does nothing.' },
  sameAs: { hadolint: ['DL3065'], buildkit: ['RedundantTargetPlatform'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const { from } of dockerfile.stages) {
      const flag = platformFlag(from);
      if (flag === undefined || !/^\$(?:TARGETPLATFORM|\{TARGETPLATFORM\})$/.test(flag.value ?? '')) continue;
      if (isOwnVariable(dockerfile)) return;
      report({
        message: 'base',
        at: flag.span,
        tag: 'unnecessary',
        fix: withoutPlatform(from, dockerfile),
      });
    }
  },
});

/** Whether a declaration with a default of its own makes it another variable. */
function isOwnVariable({ globalArgs }: Dockerfile): boolean {
  return globalArgs.some(({ pairs }) =>
    pairs.some(({ name, value }) => name === 'TARGETPLATFORM' && value !== undefined),
  );
}
