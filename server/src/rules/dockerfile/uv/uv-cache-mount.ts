import { addMount } from '../../../dockerfile/add-mount';
import { addLineBefore } from '../../../dockerfile/edits';
import { type Dockerfile, type RunInstruction, type Stage } from '../../../dockerfile/model';
import { uvCallsOf, uvCommandsOf, type UvCall } from '../../../dockerfile/uv/uv-calls';
import { commandsOf } from '../../../dockerfile/walk';
import { valueOf, type Known } from '../../../text/known';
import { dockerfileRule, type Fix } from '../../rule';
import { keepsNoCache, mountForUvCache, uvCacheFolder } from './uv-cache';
import { isToldLinkMode, setLinkMode } from './uv-link-setting';

export const uvCacheMount = dockerfileRule({
  id: 'uv-cache-mount',
  summary: 'A RUN that installs by uv must mount its cache, or keep none.',
  severity: 'hint',
  fix: 'offer',
  messages: {
    base: 'Without a cache mount, uv downloads everything anew in each build, and its cache stays in the layer.',
  },
  since: '0.1.0',
  mentions: ['uv'],
  check({ dockerfile, report }) {
    for (const stage of dockerfile.stages)
      for (const call of firstKeepers(stage))
        report({ message: 'base', at: call.span, offers: [mountCache(dockerfile, call)] });
  },
});

const installs = new Set(['sync', 'pip install', 'pip sync']);

/** The first call of each RUN that leaves a cache in its layer. */
function firstKeepers(stage: Stage): readonly UvCall[] {
  const found: UvCall[] = [];
  for (const call of uvCallsOf(stage))
    if (found.at(-1)?.run !== call.run && installs.has(call.verb) && keepsCache(call)) found.push(call);
  return found;
}

/** Whether the call certainly leaves a cache in the layer. */
function keepsCache({ stage, run, command }: UvCall): boolean {
  if (run.mounts.length > 0 && mayBeMounted(run, uvCacheFolder(stage, run, command))) return false;
  // Somebody who cleans up has chosen otherwise.
  return keepsNoCache(stage, run, command) === false && !removesCache(run);
}

/** Whether a mount takes the cache; one that a variable places may do so. */
function mayBeMounted(run: RunInstruction, folder: Known<string>): boolean {
  return (
    mountForUvCache(run, folder) !== undefined ||
    run.mounts.some(({ type, target }) => type === 'cache' && target.state === 'unknown')
  );
}

function removesCache(run: RunInstruction): boolean {
  return (
    uvCommandsOf(run).some(({ verb }) => verb === 'cache clean' || verb === 'cache prune') ||
    commandsOf(run).some(({ name, args }) => name === 'rm' && args.some(({ value }) => /cache/i.test(value)))
  );
}

/** Offers the mount, and what uv must be told with one. Where the folder is not root's, a mount would not be writable. */
function mountCache(dockerfile: Dockerfile, { stage, run, command }: UvCall): Fix | undefined {
  const folder = valueOf(uvCacheFolder(stage, run, command));
  if (folder === undefined || stage.before(run).user.isRoot !== true) return undefined;
  const mount = addMount(dockerfile, run, `--mount=type=cache,target=${folder}`);
  const isTold = isToldLinkMode(stage, run, command);
  return {
    title: `Mount a cache at ${folder}`,
    edits: isTold ? [mount] : [addLineBefore(dockerfile, run, setLinkMode), mount],
  };
}
