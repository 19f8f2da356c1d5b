import { type CommandInstruction, type Dockerfile, type Stage } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { dockerfileRule, type Report } from '../../rule';
import { handedCommand } from '../hardened-runtime/handed-command';
import { startsWithoutShell } from '../hardened-runtime/started';
import { firstLine } from './first-line';
import { brokenJson } from './json-attempt';
import { jsonArrayOf, plainWords } from '../../../dockerfile/plain-words';
import { shellCommandArray } from './shell-command-array';

export const execForm = dockerfileRule({
  id: 'exec-form',
  summary: 'CMD and ENTRYPOINT must be written as a JSON array.',
  severity: 'info',
  fix: 'safe',
  messages: {
    base: 'A shell runs this {keyword} and keeps signals to itself, so that the container is killed instead of stopped.',
    ignored:
      'A shell runs this ENTRYPOINT: it keeps signals to itself and ignores CMD, which an array would get as arguments.',
  },
  sameAs: { hadolint: ['DL3025'], buildkit: ['JSONArgsRecommended'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const stage of dockerfile.shippedStages) {
      for (const keyword of KEYWORDS) {
        const instruction = instructionsOf(stage, keyword).at(-1);
        if (instruction === undefined || instruction.json !== undefined || instruction.body.text === '')
          continue;
        if (instruction.script === undefined || setsShell(stage)) continue;
        // Without a shell it does not start at all: dhi-shell-form-command.
        if (startsWithoutShell(stage)) continue;
        // The image's ENTRYPOINT gets the words: dhi-entrypoint-differs.
        if (handedCommand(stage)?.command === instruction) continue;
        if (replacesShell(instruction) || brokenJson(instruction.body, keyword) !== undefined) continue;
        report(reportOf(instruction, stage, dockerfile));
      }
    }
  },
});

const KEYWORDS = ['CMD', 'ENTRYPOINT'] as const;

/** Somebody who names the shell wants the shell: BuildKit's check stays silent there as well. */
function setsShell(stage: Stage): boolean {
  for (let below: Stage | undefined = stage; below !== undefined; below = below.base.stage)
    if (instructionsOf(below, 'SHELL').length > 0) return true;
  return false;
}

/** `exec program`: the shell goes, and the program gets the signals. */
function replacesShell({ script }: CommandInstruction): boolean {
  return script?.commands.at(-1)?.wrappers.some(({ name }) => name === 'exec') ?? false;
}

function reportOf(
  instruction: CommandInstruction,
  stage: Stage,
  { source }: Dockerfile,
): Report<'base' | 'ignored'> {
  const { body, keyword } = instruction;
  const isIgnoring = keyword === 'ENTRYPOINT' && stage.effective('CMD') !== undefined;
  // An ENTRYPOINT gets the words of CMD as its own, and may act on them.
  const isArgument =
    keyword === 'CMD' && (stage.effective('ENTRYPOINT') ?? stage.base.facts.entrypointUser) !== undefined;
  const isSafe = !isIgnoring && !isArgument;
  const words = plainWords(body);
  const fix = words && { title: `Write ${keyword} as a JSON array`, edits: jsonArrayOf(words) };
  const hasShell = stage.final.shell.state !== 'absent';
  const wrapped = words === undefined && hasShell ? shellCommandArray(instruction, source) : undefined;
  return {
    message: isIgnoring ? 'ignored' : 'base',
    at: firstLine(body.spanOf(0, body.text.length), source),
    data: { keyword },
    fix: isSafe ? fix : undefined,
    offers: [isSafe ? undefined : fix, wrapped],
  };
}
