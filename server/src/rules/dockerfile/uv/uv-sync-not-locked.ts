import { environmentOf, isOn } from '../../../dockerfile/command-environment';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { insertAfter } from '../../../shell/edits';
import { hasFlag } from '../../../shell/flags';
import { type ShellCommand } from '../../../shell/model';
import { dockerfileRule } from '../../rule';
import { uvCommand } from '../../../dockerfile/uv/uv-command';

export const uvSyncNotLocked = dockerfileRule({
  id: 'uv-sync-not-locked',
  summary: '`uv sync` must hold to the lock file.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: 'This uv sync may change the locked versions without a word. {flag} makes a lock file that does not fit an error.',
    workspace:
      'This uv sync may change the locked versions without a word. {flag} takes them as they are, while the members are missing.',
  },
  since: '0.1.0',
  mentions: ['uv'],
  check({ dockerfile, context, source, report }) {
    for (const stage of dockerfile.stages)
      for (const run of instructionsOf(stage, 'RUN', { triggers: true })) {
        const commands = commandsOf(run);
        if (commands.some(writesLock)) continue;
        for (const command of commands) {
          const call = uvCommand(command);
          if (call?.verb !== 'sync' || hasFlag(command, ...settled)) continue;
          const isElsewhere = hasFlag(command, '--project', '--directory');
          if (!isElsewhere && context.has('uv.lock') === false) continue;
          const on = ['UV_LOCKED', 'UV_FROZEN'].map((name) => isOn(environmentOf(stage, run, command, name)));
          if (!on.every((each) => each === false)) continue;
          const isWorkspace = hasFlag(command, '--no-install-workspace');
          const flag = isWorkspace ? '--frozen' : '--locked';
          const edit = insertAfter(source, call.verbWord, ` ${flag}`);
          report({
            message: isWorkspace ? 'workspace' : 'base',
            at: call.span,
            data: { flag },
            offers: [edit && { title: `Add ${flag}`, edits: [edit] }],
          });
        }
      }
  },
});

/** Flags that settle what happens to the lock file, or with which it is not this project's. */
const settled = [
  '--locked',
  '--frozen',
  '--check',
  '--dry-run',
  '--upgrade',
  '-U',
  '--upgrade-package',
  '-P',
  '--script',
];

/** Whether the lock file is made in this very RUN. */
function writesLock(command: ShellCommand): boolean {
  return /^(?:lock|add|remove|init)$/.test(uvCommand(command)?.verb ?? '');
}
