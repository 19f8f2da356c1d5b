import { replaceWord } from '../../../shell/edits';
import { type PackageCommand } from '../../../shell/package-managers/package-command';
import { type Edit } from '../../../text/edit';
import { type Source } from '../../../text/source';
import { dockerfileRule } from '../../rule';
import { packageRunsOf } from './package-runs';

export const aptCli = dockerfileRule({
  id: 'apt-cli',
  summary: 'A script must call `apt-get` and `apt-cache` and not `apt`.',
  severity: 'hint',
  fix: 'safe',
  messages: {
    base: 'The command line of apt is meant for people and may change between releases. {program} keeps still for scripts.',
  },
  sameAs: { hadolint: ['DL3027'], checkov: ['CKV_DOCKER_9'] },
  since: '0.1.0',
  mentions: ['apt'],
  check({ dockerfile, source, report }) {
    for (const stage of dockerfile.stages)
      for (const { calls } of packageRunsOf(stage))
        for (const call of calls) {
          if (call.command.name !== 'apt') continue;
          const words = twins.get(call.action);
          const [program] = words?.split(' ') ?? [];
          if (words === undefined || program === undefined) continue;
          const edits = replaced(source, call, words);
          report({
            message: 'base',
            at: call.program.span,
            data: { program },
            fix: edits && { title: `Change to ${words}`, edits },
          });
        }
  },
});

/**
 * What does the same for a script; `apt list`, `edit-sources` and others have no twin.
 * @see https://manpages.debian.org/stable/apt/apt.8.en.html#SCRIPT_USAGE_AND_DIFFERENCES_FROM_OTHER_APT_TOOLS
 */
const twins: ReadonlyMap<string, string> = new Map([
  ...[
    ...['update', 'install', 'reinstall', 'remove', 'purge', 'autoremove', 'autopurge', 'satisfy', 'source'],
    ...['build-dep', 'download', 'changelog', 'clean', 'autoclean', 'distclean'],
  ].map((verb) => [verb, `apt-get ${verb}`] as const),
  // apt upgrades bring new packages where they must, which apt-get is to be told.
  ['upgrade', 'apt-get upgrade --with-new-pkgs'],
  ['full-upgrade', 'apt-get dist-upgrade'],
  ...['search', 'show', 'showsrc', 'policy', 'depends', 'rdepends'].map(
    (verb) => [verb, `apt-cache ${verb}`] as const,
  ),
]);

function replaced(
  source: Source,
  { program, verb }: PackageCommand,
  words: string,
): readonly Edit[] | undefined {
  const [name = '', ...rest] = words.split(' ');
  const first = replaceWord(source, program, program.raw.replace(/apt$/, name));
  if (first === undefined || rest.join(' ') === verb.value) return first && [first];
  const second = replaceWord(source, verb, rest.join(' '));
  return second && [first, second];
}
