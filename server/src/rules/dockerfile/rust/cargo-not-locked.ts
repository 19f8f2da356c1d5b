import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { insertAfter } from '../../../shell/edits';
import { hasFlag } from '../../../shell/flags';
import { dockerfileRule } from '../../rule';
import { cargoCommand, type CargoCommand } from '../../../dockerfile/artefacts/cargo-command';
import { bringsLock } from './cargo-lock';

export const cargoNotLocked = dockerfileRule({
  id: 'cargo-not-locked',
  summary: '`cargo` must hold to the lock file.',
  severity: 'warning',
  fix: 'safe',
  messages: {
    base: 'This cargo {verb} may change the locked versions without a word. --locked makes a Cargo.lock that does not fit an error.',
    crate:
      'Without --locked, cargo install builds the newest version of every dependency instead of those that the author tested.',
    path: 'Without --locked, cargo install leaves Cargo.lock aside and builds the newest version of every dependency.',
  },
  since: '0.1.0',
  mentions: ['cargo'],
  check({ dockerfile, context, source, report }) {
    const lock = context.has('Cargo.lock');
    for (const stage of dockerfile.stages)
      for (const run of instructionsOf(stage, 'RUN', { triggers: true }))
        for (const command of commandsOf(run)) {
          const call = cargoCommand(command);
          const message = call && messageFor(call, lock);
          if (call === undefined || message === undefined) continue;
          const edit = insertAfter(source, call.verbWord, ' --locked');
          const fix = edit && { title: 'Add --locked', edits: [edit] };
          const isSafe = message === 'base' && lock === true && bringsLock(stage, run);
          report({
            message,
            at: call.span,
            data: { verb: call.verb },
            fix: isSafe ? fix : undefined,
            offers: isSafe ? [] : [fix],
          });
        }
  },
});

/** @param lock whether Cargo.lock lies in the build context. */
function messageFor(
  { command, verb, operands }: CargoCommand,
  lock: boolean | undefined,
): 'base' | 'crate' | 'path' | undefined {
  if (hasFlag(command, '--locked', '--frozen', '--help', '-h')) return undefined;
  switch (verb) {
    case 'build':
    case 'run':
      return lock === false && !hasFlag(command, '--manifest-path', '-C') ? undefined : 'base';
    case 'install':
      // A repository may have no lock file, and then --locked is an error.
      if (hasFlag(command, '--git', '--list')) return undefined;
      if (hasFlag(command, '--path')) return lock === true ? 'path' : undefined;
      return operands.length > 0 ? 'crate' : undefined;
    default:
      return undefined;
  }
}
