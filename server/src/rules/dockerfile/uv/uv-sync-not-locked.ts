import { environmentOf, isOn } from '../../../dockerfile/command-environment';
import { instructionsOf } from '../../../dockerfile/walk';
import { insertAfter } from '../../../shell/edits';
import { hasFlag } from '../../../shell/flags';
import { dockerfileRule } from '../../rule';
import { uvCommandsOf } from '../../../dockerfile/uv/uv-calls';

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
        const calls = uvCommandsOf(run);
        // Where the lock file is made in this very RUN, it fits.
        if (calls.some(({ verb }) => writers.has(verb))) continue;
        for (const { command, verb, verbWord, span } of calls) {
          if (verb !== 'sync' || hasFlag(command, ...settled)) continue;
          const isElsewhere = hasFlag(command, '--project', '--directory');
          if (!isElsewhere && context.has('uv.lock') === false) continue;
          const on = ['UV_LOCKED', 'UV_FROZEN'].map((name) => isOn(environmentOf(stage, run, command, name)));
          if (!on.every((each) => each === false)) continue;
          const isWorkspace = hasFlag(command, '--no-install-workspace');
          const flag = isWorkspace ? '--frozen' : '--locked';
          const edit = insertAfter(source, verbWord, ` ${flag}`);
          report({
            message: isWorkspace ? 'workspace' : 'base',
            at: span,
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

/** Subcommands that make the lock file. */
const writers = new Set(['lock', 'add', 'remove', 'init']);
