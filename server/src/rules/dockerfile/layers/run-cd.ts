import { addLineAfter, addLineBefore } from '../../../dockerfile/edits';
import {
  type Dockerfile,
  type Instruction,
  type RunInstruction,
  type Stage,
} from '../../../dockerfile/model';
import { resolvePath } from '../../../dockerfile/paths';
import { removeCommand } from '../../../dockerfile/remove-command';
import { instructionsOf } from '../../../dockerfile/walk';
import { type ShellCommand, type ShellWord } from '../../../shell/model';
import { valueOf } from '../../../text/known';
import { dockerfileRule, type Fix } from '../../rule';
import { copiesToWorkdir, isSystemFolder } from './system-folder';

export const runCd = dockerfileRule({
  id: 'run-cd',
  summary: 'A RUN must get its folder from WORKDIR and not from `cd`.',
  severity: 'hint',
  fix: 'offer',
  messages: {
    base: 'This folder is forgotten at the end of the RUN. WORKDIR {path} says it once, for all to see.',
  },
  sameAs: { hadolint: ['DL3003'], trivy: ['DS-0013'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const stage of dockerfile.stages)
      for (const run of instructionsOf(stage, 'RUN')) {
        const change = onlyChange(run);
        if (change === undefined) continue;
        const { workdir } = stage.before(run);
        const path = valueOf(resolvePath(change.target.value, workdir));
        // No change at all, or away from where the work is.
        if (path === '/' || path === valueOf(workdir)) continue;
        // What lies in /tmp goes away again: no folder to work in.
        if (path === undefined || /^\/(?:var\/)?tmp(?:\/|$)/.test(path)) continue;
        report({
          message: 'base',
          at: { start: change.word.span.start, end: change.target.span.end },
          data: { path },
          offers: [useWorkdir(dockerfile, stage, run, change.command, path)],
        });
      }
  },
});

interface Change {
  readonly command: ShellCommand;
  readonly word: ShellWord;
  readonly target: ShellWord;
}

/** `cd folder &&` at the start of a RUN that goes nowhere else. */
function onlyChange({ script, heredocs, json }: RunInstruction): Change | undefined {
  if (script?.complete !== true || heredocs.length > 0 || json !== undefined) return undefined;
  const [command, next] = script.commands;
  if (command?.name !== 'cd' || command.program === undefined || command.conditional) return undefined;
  if (command.wrappers.length > 0 || command.redirects.length > 0 || command.args.length !== 1)
    return undefined;
  if (next?.joinedBy !== '&&' || command.span.start !== script.text.spanOf(0, 1).start) return undefined;
  if (script.commands.slice(1).some(({ name }) => /^(?:cd|pushd|popd)$/.test(name))) return undefined;
  const [target] = command.args;
  return target?.literal === true && !/^[-~]/.test(target.value)
    ? { command, word: command.program, target }
    : undefined;
}

/** Offers the WORKDIR, and the one before it again where something after the RUN would see the difference. */
function useWorkdir(
  dockerfile: Dockerfile,
  stage: Stage,
  run: RunInstruction,
  command: ShellCommand,
  path: string,
): Fix | undefined {
  const edit = removeCommand(dockerfile, run, command);
  if (edit === undefined || run.mounts.length > 0 || isSystemFolder(path) || !/^[\w./@+-]+$/.test(path))
    return undefined;
  const edits = [addLineBefore(dockerfile, run, `WORKDIR ${path}`), edit];
  const title = `Change to WORKDIR ${path}`;
  if (isSettled(stage, run)) return { title, edits };
  const before = valueOf(stage.before(run).workdir);
  if (before === undefined || isSystemFolder(before) || (before === '/' && copiesToWorkdir(stage, run)))
    return undefined;
  return { title, edits: [...edits, addLineAfter(dockerfile, run, `WORKDIR ${before}`)] };
}

/** Whether the next instruction for which it matters sets the work directory itself. */
function isSettled(stage: Stage, run: RunInstruction): boolean {
  const next = stage.instructions.find(
    ({ index, keyword }) => index > run.index && !indifferent.has(keyword),
  );
  return next?.keyword === 'WORKDIR' && next.body.text.startsWith('/');
}

const indifferent: ReadonlySet<Instruction['keyword']> = new Set<Instruction['keyword']>([
  ...(['ARG', 'ENV', 'EXPOSE', 'LABEL', 'MAINTAINER', 'SHELL', 'STOPSIGNAL', 'USER'] as const),
]);
