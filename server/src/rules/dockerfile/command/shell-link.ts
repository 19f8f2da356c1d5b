import { addLineAfter } from '../../../dockerfile/edits';
import { inKeywordCase } from '../../../dockerfile/keyword-case';
import { type Dockerfile, type RunInstruction } from '../../../dockerfile/model';
import { removeCommand } from '../../../dockerfile/remove-command';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { operands } from '../../../shell/flags';
import { type ShellCommand } from '../../../shell/model';
import { replace } from '../../../text/edit';
import { dockerfileRule, type Fix } from '../../rule';

export const shellLink = dockerfileRule({
  id: 'shell-link',
  summary: 'Another shell must be chosen by SHELL and not by a link.',
  severity: 'hint',
  fix: 'offer',
  messages: {
    base: 'Every script of the system that asks for /bin/sh gets another shell by this. SHELL changes it for RUN alone.',
  },
  sameAs: { hadolint: ['DL4005'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const run of instructionsOf(dockerfile, 'RUN'))
      for (const command of commandsOf(run)) {
        const shell = linkedShell(command);
        if (shell === undefined || command.program === undefined) continue;
        report({
          message: 'base',
          at: { start: command.program.span.start, end: command.span.end },
          offers: [useShell(dockerfile, run, command, shell)],
        });
      }
  },
});

/** The shell that the command puts in the place of /bin/sh, by its path. */
function linkedShell(command: ShellCommand): string | undefined {
  if (command.name !== 'ln') return undefined;
  const [target, link] = operands(command);
  if (link === undefined || !/^(?:\/usr)?\/bin\/sh$/.test(link.value)) return undefined;
  const [, folder = '/bin/', name] = /^((?:\/usr)?\/bin\/)?(bash|zsh|ksh)$/.exec(target?.value ?? '') ?? [];
  return name && `${folder}${name}`;
}

function useShell(
  dockerfile: Dockerfile,
  run: RunInstruction,
  command: ShellCommand,
  shell: string,
): Fix | undefined {
  const text = `SHELL ["${shell}", "-c"]`;
  const title = `Change to ${text}`;
  const isAll = commandsOf(run).every((each) => each === command || isRemoval(each));
  if (isAll && run.heredocs.length === 0 && run.onbuild === undefined)
    return { title, edits: [replace(run.headSpan, inKeywordCase(dockerfile, text))] };
  const edit = removeCommand(dockerfile, run, command);
  return edit && { title, edits: [edit, addLineAfter(dockerfile, run, text)] };
}

/** `rm /bin/sh`, `mv /bin/sh /bin/sh.old`: only there for the link. */
function isRemoval({ name, args }: ShellCommand): boolean {
  return (name === 'rm' || name === 'mv') && args.some(({ value }) => /^(?:\/usr)?\/bin\/sh$/.test(value));
}
