import { addLineBefore } from '../../../dockerfile/edits';
import { type Mount, type Stage } from '../../../dockerfile/model';
import { uvCallsOf, type UvCall } from '../../../dockerfile/uv/uv-calls';
import { dockerfileRule } from '../../rule';
import { keepsNoCache, mountForUvCache, uvCacheFolder } from './uv-cache';
import { isToldLinkMode, setLinkMode } from './uv-link-setting';

export const uvLinkMode = dockerfileRule({
  id: 'uv-link-mode',
  summary: 'With a cache mount, uv must be told to copy.',
  severity: 'hint',
  fix: 'safe',
  messages: {
    base: 'A cache mount is another file system, to which uv cannot link: it warns and copies. UV_LINK_MODE=copy says so.',
  },
  since: '0.1.0',
  mentions: ['uv'],
  check({ dockerfile, report }) {
    const told = new Set<Stage>();
    for (const stage of dockerfile.stages) {
      // One ENV cures all that comes after it, also in the stages that stand on this one.
      if (stage.base.stage !== undefined && told.has(stage.base.stage)) {
        told.add(stage);
        continue;
      }
      for (const call of uvCallsOf(stage)) {
        const mount = mountWithoutMode(call);
        if (mount === undefined) continue;
        told.add(stage);
        report({
          message: 'base',
          at: mount.flag.span,
          fix: { title: `Add ${setLinkMode}`, edits: [addLineBefore(dockerfile, call.run, setLinkMode)] },
        });
        break;
      }
    }
  },
});

/** Calls of uv that bring packages from its cache into an environment. */
const installs = new Set(['sync', 'add', 'run', 'pip install', 'pip sync', 'tool install', 'tool run']);

/** The cache mount that a call of uv works with, not told what to do. */
function mountWithoutMode({ stage, run, command, verb }: UvCall): Mount | undefined {
  if (!installs.has(verb) || run.mounts.length === 0 || isToldLinkMode(stage, run, command)) return undefined;
  if (keepsNoCache(stage, run, command) !== false) return undefined;
  return mountForUvCache(run, uvCacheFolder(stage, run, command));
}
