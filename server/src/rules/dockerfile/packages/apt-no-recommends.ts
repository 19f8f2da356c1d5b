import { insertAfter } from '../../../shell/edits';
import { hasFlag } from '../../../shell/flags';
import { type PackageCommand } from '../../../shell/package-managers/package-command';
import { type ShellWord } from '../../../shell/model';
import { dockerfileRule } from '../../rule';
import { aptOption, aptSetting } from './apt-configuration';
import { packageRunsOf, spanOfCall } from './package-runs';

const option = 'APT::Install-Recommends';
const flag = '--no-install-recommends';

export const aptNoRecommends = dockerfileRule({
  id: 'apt-no-recommends',
  summary: '`apt-get install` must not bring packages that are only recommended.',
  severity: 'info',
  fix: 'offer',
  messages: {
    base: 'This installs recommended packages too, which nothing here asks for: more to ship and to patch.',
  },
  sameAs: { hadolint: ['DL3015'], trivy: ['DS-0029'] },
  since: '0.1.0',
  mentions: ['apt'],
  check({ dockerfile, source, report }) {
    for (const stage of dockerfile.stages)
      for (const { run, calls } of packageRunsOf(stage))
        for (const call of calls) {
          const { manager, command, verb, operands } = call;
          if (manager.name !== 'apt' || !manager.install.includes(verb.value) || operands.length === 0)
            continue;
          if (hasFlag(command, flag, '--install-recommends')) continue;
          if (aptOption(command, option).state !== 'absent') continue;
          if (aptSetting(stage, run, option).state !== 'absent') continue;
          const edit = insertAfter(source, lastFlagAfter(call), ` ${flag}`);
          report({
            message: 'base',
            at: spanOfCall(call),
            offers: [edit && { title: `Add ${flag}`, edits: [edit] }],
          });
        }
  },
});

/** The last of the flags that follow the subcommand at once, or the subcommand: `install -y`. */
function lastFlagAfter({ command, verb, manager }: PackageCommand): ShellWord {
  let last = verb;
  for (const word of command.args.slice(command.args.indexOf(verb) + 1)) {
    const { value } = word;
    if (!/^-[\w-]+$/.test(value) || value === '--' || manager.valueFlags.includes(value)) break;
    last = word;
  }
  return last;
}
