import { type InstructionLine } from '../../../dockerfile/instruction-line';
import { type CopyInstruction, type Instruction, type JsonForm, type Stage } from '../../../dockerfile/model';
import { factOf } from '../../../dockerfile/model-map';
import { resolvePath } from '../../../dockerfile/paths';
import { insert, replace } from '../../../text/edit';
import { valueOf } from '../../../text/known';
import { dockerfileRule, type Fix } from '../../rule';
import { certainTree, contextSources, type ContextSource } from '../context/context-copies';
import { copiedFile } from '../context/copied-file';
import { lacksItsShell } from '../hardened-runtime/shell-scripts';
import { startedBy } from '../hardened-runtime/started';

export const entrypointNotExecutable = dockerfileRule({
  id: 'entrypoint-not-executable',
  summary: 'The script that a container starts must be executable.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: '"{path}" is not executable, and nothing makes it so: {keyword} cannot start "{program}", and the container stops at once with "permission denied".',
    mode: 'With this mode "{path}" is not executable: {keyword} cannot start "{program}", and the container stops at once with "permission denied".',
  },
  since: '0.1.0',
  check({ dockerfile, context, report }) {
    const tree = certainTree(dockerfile, context);
    const reported = new Set<ContextSource>();
    for (const stage of dockerfile.targets) {
      const started = programOf(stage);
      if (started === undefined) continue;
      const { keyword, program, target, item } = started;
      const found = copiedFile(stage, target, contextSources(dockerfile), tree, mayChangeMode);
      if (found === undefined || reported.has(found.source)) continue;
      // Whoever may start it, it cannot run: dhi-shell-form-command.
      if (lacksItsShell(stage, target, dockerfile, tree)) continue;
      const { source, path } = found;
      const mode = source.instruction.flags.find(({ name }) => name === 'chmod');
      const isExecutable = mode === undefined ? tree?.isExecutable(path) : allowsExecution(mode.value ?? '');
      if (isExecutable !== false) continue;
      reported.add(source);
      const isNamed = source.path === path;
      report({
        message: mode === undefined ? 'base' : 'mode',
        at: mode?.valueSpan ?? (isNamed ? source.argument.span : item),
        data: { path, keyword, program },
        offers: isNamed ? [makeExecutable(source.instruction)] : [],
      });
    }
  },
});

interface Started {
  readonly keyword: string;
  readonly program: string;
  /** Absolute path of the program. */
  readonly target: string;
  readonly item: JsonForm['span'];
}

/** The program that the container starts, where the exec form names it by a path. */
function programOf(stage: Stage): Started | undefined {
  const command = stage.effective('ENTRYPOINT') ?? stage.effective('CMD');
  if (command?.keyword !== 'ENTRYPOINT' && command?.keyword !== 'CMD') return undefined;
  const item = command.json?.items[0];
  if (item?.value.includes('/') !== true) return undefined;
  if (command.keyword === 'CMD' && !startsCommand(stage)) return undefined;
  const target = valueOf(resolvePath(item.value, stage.final.workdir));
  if (target === undefined) return undefined;
  return { keyword: command.keyword, program: item.value, target, item: item.span };
}

/** Whether CMD is started as it is: the official images' entry points do so, of others it is not known. */
function startsCommand(stage: Stage): boolean {
  const { commandGoes } = startedBy(stage);
  if (commandGoes !== 'unknown') return commandGoes === 'started';
  const { facts } = stage.base;
  return facts.hardened === undefined && facts.user.state === 'known';
}

/** Whether a step may make files executable: a RUN that names such a program, or is no shell script. */
function mayChangeMode(instruction: Instruction): boolean {
  if (instruction.keyword !== 'RUN') return false;
  return instruction.script?.complete !== true || namesModeChanger(instruction.written);
}

const namesModeChanger = factOf(({ text, heredocs }: InstructionLine) =>
  [text, ...heredocs.map(({ body }) => body)].some((each) =>
    /\b(?:chmod|install|rsync|mv|cp)\b/.test(each.text),
  ),
);

/** Whether an octal mode lets somebody execute; `undefined` for others, which change what was there. */
function allowsExecution(mode: string): boolean | undefined {
  return /^[0-7]{3,4}$/.test(mode) ? /[1357]/.test(mode.slice(-3)) : undefined;
}

function makeExecutable({ flags, keywordSpan }: CopyInstruction): Fix {
  const mode = flags.find(({ name }) => name === 'chmod')?.valueSpan;
  return mode === undefined
    ? { title: 'Add --chmod=755', edits: [insert(keywordSpan.end, ' --chmod=755')] }
    : { title: 'Change to --chmod=755', edits: [replace(mode, '755')] };
}
