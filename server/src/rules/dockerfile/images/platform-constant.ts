import { type Stage } from '../../../dockerfile/model';
import { dockerfileRule } from '../../rule';
import { platformFlag, withoutPlatform } from './platform-flag';

export const platformConstant = dockerfileRule({
  id: 'platform-constant',
  summary: 'A FROM must not be bound to one platform.',
  severity: 'hint',
  fix: 'offer',
  messages: {
    base: 'This stage is {platform} wherever it is built: elsewhere it runs under emulation, and `docker build --platform` cannot change it.',
  },
  sameAs: { hadolint: ['DL3029'], buildkit: ['FromPlatformFlagConstDisallowed'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const stage of dockerfile.stages) {
      const flag = platformFlag(stage.from);
      if (flag?.value === undefined || flag.valueSpan === undefined) continue;
      if (!/^linux\/[\w./-]+$/.test(flag.value) || isPlatformNamed(stage, flag.value)) continue;
      report({
        message: 'base',
        at: flag.valueSpan,
        data: { platform: flag.value },
        offers: [withoutPlatform(stage.from, dockerfile)],
      });
    }
  },
});

/** A stage for one platform of several, chosen by `FROM build-${TARGETARCH}`, says so in its name. */
function isPlatformNamed({ name }: Stage, platform: string): boolean {
  const lower = name?.toLowerCase() ?? '';
  return platform.split('/').some((part) => lower.includes(part));
}
