import { appendCommand } from '../../../dockerfile/append-command';
import { type Dockerfile, type RunInstruction, type Stage } from '../../../dockerfile/model';
import { type PackageManager } from '../../../shell/package-managers/manager';
import { type PackageCommand } from '../../../shell/package-managers/package-command';
import { valueOf } from '../../../text/known';
import { dockerfileRule, type DockerfileContext, type DockerfileRule, type RuleMeta } from '../../rule';
import { foldersOf, keepsCache } from './kept-cache';
import { packageRunsOf, spanOfCall } from './package-runs';

/** A call that leaves what it downloaded in a layer that ships. */
export interface LeftCache {
  readonly stage: Stage;
  readonly run: RunInstruction;
  readonly call: PackageCommand;
}

/** The calls of these managers that leave their caches in a layer that ships, in order. */
export function leftCaches(
  { dockerfile }: Pick<DockerfileContext, 'dockerfile'>,
  names: readonly string[],
): readonly LeftCache[] {
  const found: LeftCache[] = [];
  for (const stage of dockerfile.shippedStages)
    for (const { run, calls } of packageRunsOf(stage))
      for (const call of calls)
        if (names.includes(call.manager.name) && brings(call) && keepsCache(stage, run, call))
          found.push({ stage, run, call });
  return found;
}

/** Whether the call downloads packages. */
export function brings({ manager, action }: PackageCommand): boolean {
  return (
    manager.install.includes(action) || manager.restore.includes(action) || manager.upgrade.includes(action)
  );
}

/** What the rules of the family differ in. */
interface CacheLeftRule {
  readonly id: string;
  /** Names of managers with one cache. */
  readonly managers: readonly string[];
  /** The command that takes the cache away. */
  readonly clean: (manager: PackageManager) => string;
  readonly sameAs: RuleMeta['sameAs'];
  /** Whether a call is none to speak of. */
  readonly leaves?: (left: LeftCache, context: Pick<DockerfileContext, 'context'>) => boolean;
}

/** A rule against leaving a manager's cache in a layer, which one more command at the end of the RUN takes away. */
export function cacheLeftRule({ id, managers, clean, sameAs = {}, leaves }: CacheLeftRule): DockerfileRule {
  const [name = ''] = managers;
  return dockerfileRule({
    id,
    summary: `The cache of \`${name}\` must not stay in the layer.`,
    severity: 'info',
    fix: 'safe',
    messages: {
      base: '{program} keeps what it downloads in {folder}, and the layer ships it. End this RUN with {clean}.',
    },
    sameAs,
    since: '0.1.0',
    mentions: managers,
    check(context) {
      const { dockerfile, report } = context;
      const seen = new Set<RunInstruction>();
      for (const left of leftCaches(context, managers)) {
        const { stage, run, call } = left;
        if (seen.has(run) || leaves?.(left, context) === true) continue;
        seen.add(run);
        const command = clean(call.manager);
        const [folder] = foldersOf(stage, run, call).map(
          ({ path, folder: { path: usual } }) => valueOf(path) ?? usual,
        );
        report({
          message: 'base',
          at: spanOfCall(call),
          data: { program: call.command.name, folder: folder ?? '', clean: command },
          fix: cleanAfter(dockerfile, run, call, command),
        });
      }
    },
  });
}

function cleanAfter(dockerfile: Dockerfile, run: RunInstruction, { command }: PackageCommand, clean: string) {
  // What another account ran, only that account may clean.
  if (command.wrappers.length > 0) return undefined;
  const edit = appendCommand(dockerfile, run, clean);
  return edit && { title: `Add ${clean}`, edits: [edit] };
}
