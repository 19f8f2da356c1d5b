import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { insertAfter } from '../../../shell/edits';
import { flagValue, hasFlag } from '../../../shell/flags';
import { dockerfileRule } from '../../rule';

/** From here on the log of logins, which has a place for each number, takes tens of megabytes. */
const highest = 99_999;

export const useraddNoLogInit = dockerfileRule({
  id: 'useradd-no-log-init',
  summary: '`useradd` with a high number must not write the logs of logins.',
  severity: 'hint',
  fix: 'safe',
  messages: {
    base: 'For number {uid} useradd makes logs with a place for each account below it, and the layer may become as large as if they were full. -l makes none.',
  },
  sameAs: { hadolint: ['DL3046'] },
  since: '0.1.0',
  mentions: ['useradd'],
  check({ dockerfile, source, report }) {
    for (const run of instructionsOf(dockerfile, 'RUN', { triggers: true }))
      for (const command of commandsOf(run)) {
        if (command.name !== 'useradd' || command.program === undefined) continue;
        if (hasFlag(command, '-l', '--no-log-init')) continue;
        const uid = flagValue(command, '-u', '--uid');
        if (uid?.literal !== true || !/^\d{1,10}$/.test(uid.value) || Number(uid.value) <= highest) continue;
        const edit = insertAfter(source, command.program, ' -l');
        report({
          message: 'base',
          at: uid.valueSpan,
          data: { uid: uid.value },
          fix: edit && { title: 'Add -l', edits: [edit] },
        });
      }
  },
});
