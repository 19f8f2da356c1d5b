import { type RunInstruction, type Stage } from '../../../dockerfile/model';
import { insertAfter } from '../../../shell/edits';
import { hasFlag } from '../../../shell/flags';
import { type ShellCommand } from '../../../shell/model';
import { type PackageCommand } from '../../../shell/package-managers/package-command';
import { dockerfileRule } from '../../rule';
import { isAnswered } from './answered';
import { aptOption, aptSetting } from './apt-configuration';
import { mayHoldFlags } from './kept-cache';
import { packageRunsOf, spanOfCall } from './package-runs';

const option = 'APT::Get::Assume-Yes';

export const aptAssumeYes = dockerfileRule({
  id: 'apt-assume-yes',
  summary: '`apt-get` must be told to go ahead, as nobody answers its question in a build.',
  severity: 'error',
  fix: 'safe',
  messages: {
    base: '{program} {verb} asks whether to continue. Nobody can answer in a build, so it stops here: -y says yes.',
  },
  sameAs: { hadolint: ['DL3014'], trivy: ['DS-0021'] },
  since: '0.1.0',
  mentions: ['apt'],
  check({ dockerfile, source, report }) {
    for (const stage of dockerfile.stages)
      for (const { run, calls } of packageRunsOf(stage))
        for (const call of calls) {
          const { manager, command, verb } = call;
          if (manager.name !== 'apt' || !manager.asks.includes(verb.value)) continue;
          if (saysYes(call) || isAnswered(command) || mayBeSet(stage, run)) continue;
          const edit = insertAfter(source, verb, ' -y');
          report({
            message: 'base',
            at: spanOfCall(call),
            data: { program: command.name, verb: verb.value },
            fix: edit && { title: 'Add -y', edits: [edit] },
          });
        }
  },
});

function saysYes({ manager, command }: PackageCommand): boolean {
  if (hasFlag(command, ...manager.quiet) || quietLevel(command) > 1 || mayHoldFlags(command)) return true;
  const given = aptOption(command, option);
  return given.state === 'unknown' || (given.state === 'known' && given.value);
}

/** Level 2 implies -y: https://manpages.debian.org/stable/apt/apt-get.8.en.html */
function quietLevel({ args }: ShellCommand): number {
  let level = 0;
  for (const { value } of args) {
    const [, number] = /^(?:-q|--quiet)=(\d)$/.exec(value) ?? [];
    if (number !== undefined) level += Number(number);
    else if (value === '--quiet') level++;
    else if (value.includes('q') && /^-[A-Za-z]+$/.test(value)) level += value.split('q').length - 1;
  }
  return level;
}

function mayBeSet(stage: Stage, run: RunInstruction): boolean {
  const setting = aptSetting(stage, run, option);
  return setting.state === 'unknown' || (setting.state === 'known' && setting.value);
}
