import { type CopyInstruction, type Dockerfile, type RunInstruction } from '../../../dockerfile/model';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { flagValues, operands } from '../../../shell/flags';
import { type ShellCommand } from '../../../shell/model';
import { type Span } from '../../../text/span';

/** A mode that files or folders of an image are given. */
export interface FileMode {
  /** `777`, `a+w`. */
  readonly text: string;
  readonly span: Span;
  /** Whether the span holds the text as it is, so that other text can take its place. */
  readonly isPlain: boolean;
}

/** The modes that stages which ship give their files: by chmod, mkdir, install, COPY and ADD. */
export function shippedModes(dockerfile: Dockerfile): readonly FileMode[] {
  const { source } = dockerfile;
  const found: FileMode[] = [];
  for (const stage of dockerfile.shippedStages)
    for (const instruction of instructionsOf(stage, ['RUN', 'COPY', 'ADD'], { triggers: true }))
      for (const { text, span } of modesOf(instruction))
        found.push({ text, span, isPlain: source.slice(span) === text });
  return found;
}

type WrittenMode = Pick<FileMode, 'text' | 'span'>;

function modesOf(instruction: RunInstruction | CopyInstruction): readonly WrittenMode[] {
  if (instruction.keyword === 'RUN') {
    const commands = commandsOf(instruction).filter(({ name }) => givers.has(name));
    return commands.length === 0 ? [] : commands.flatMap(modeOf);
  }
  const flag = instruction.flags.find(({ name }) => name === 'chmod');
  return flag?.value === undefined || flag.valueSpan === undefined || flag.value.includes('$')
    ? []
    : [{ text: flag.value, span: flag.valueSpan }];
}

/** Programs that are told a mode. */
const givers = new Set(['chmod', 'mkdir', 'install']);

function modeOf(command: ShellCommand): readonly WrittenMode[] {
  if (command.name !== 'chmod')
    return flagValues(command, '-m', '--mode')
      .filter(({ literal }) => literal)
      .map(({ value, valueSpan }) => ({ text: value, span: valueSpan }));
  if (command.args.some(({ value }) => value.startsWith('--reference'))) return [];
  const [mode] = operands(command);
  return mode?.literal === true ? [{ text: mode.value, span: mode.span }] : [];
}

/** A clause of a mode in letters: `a+w` of `u=rw,a+w`. */
export interface ModeClause {
  /** `u`, `g`, `o`, `a`; empty where none is named, and then the umask counts. */
  readonly who: string;
  readonly operator: string;
  readonly rights: string;
}

/** The clauses of a mode in letters; absent where it is a number or cannot be read. */
export function clausesOf(text: string): readonly ModeClause[] | undefined {
  const clauses = text.split(',').map((part) => /^([ugoa]*)([-+=])([rwxXst]*)$/.exec(part));
  return clauses.some((match) => match === null)
    ? undefined
    : clauses.map((match) => ({
        who: match?.[1] ?? '',
        operator: match?.[2] ?? '',
        rights: match?.[3] ?? '',
      }));
}
