import { type PackageCommand } from '../../../shell/package-managers/package-command';
import { packageName } from '../../../shell/package-managers/package-name';
import { hasFlag } from '../../../shell/flags';
import { type Span } from '../../../text/span';
import { dockerfileRule } from '../../rule';
import { packageRunsOf } from './package-runs';

export const versionNotPinned = dockerfileRule({
  id: 'version-not-pinned',
  summary: 'A package must be installed in a version that is written down.',
  severity: 'off',
  strict: 'info',
  fix: 'none',
  messages: {
    base: '{name} is installed in whatever version is newest on the day of the build, so two builds may differ.',
    several:
      '{names} are installed in whatever versions are newest on the day of the build, so two builds may differ.',
    moving: '"{version}" of {name} is another version tomorrow, so two builds may differ.',
  },
  sameAs: {
    hadolint: [...['DL3008', 'DL3013', 'DL3016', 'DL3018', 'DL3028', 'DL3033', 'DL3037', 'DL3041', 'DL3062']],
  },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const stage of dockerfile.stages)
      for (const { calls } of packageRunsOf(stage))
        for (const call of calls) {
          const found = unpinned(call);
          const [first] = found;
          if (first === undefined) continue;
          const { name, version, at } = first;
          report({
            message: found.length > 1 ? 'several' : version === undefined ? 'base' : 'moving',
            at,
            data: { name, version: version ?? '', names: listed(found) },
          });
        }
  },
});

/** At most three names, and how many more there are. */
function listed(found: readonly Unpinned[]): string {
  const names = found.map(({ name }) => name);
  const more = names.length - 3;
  return more > 0 ? `${names.slice(0, 3).join(', ')} and ${more} more` : names.join(', ');
}

interface Unpinned {
  readonly name: string;
  readonly version: string | undefined;
  readonly at: Span;
}

function unpinned({ manager, action, command, operands }: PackageCommand): readonly Unpinned[] {
  if (!manager.install.includes(action) || hasFlag(command, ...manager.pins)) return [];
  return operands.flatMap((word) => {
    const named = packageName(word, manager);
    if (named === undefined) return [];
    const { name, version } = named;
    const isMoving = version !== undefined && manager.movingVersions?.test(version) === true;
    const isPinned = version === undefined ? manager.knowsVersions === true : !isMoving;
    return isPinned ? [] : [{ name, version, at: word.span }];
  });
}
