import { type Dockerfile, type Stage } from '../../../dockerfile/model';
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
  return dockerfile.shippedStages.flatMap((stage) => modesOf(dockerfile, stage));
}

function modesOf({ source }: Dockerfile, stage: Stage): readonly FileMode[] {
  const found: FileMode[] = [];
  for (const instruction of instructionsOf(stage, ['RUN', 'COPY', 'ADD'], { triggers: true })) {
    if (instruction.keyword === 'RUN') {
      found.push(...commandsOf(instruction).flatMap(modeOf));
      continue;
    }
    const flag = instruction.flags.find(({ name }) => name === 'chmod');
    if (flag?.value !== undefined && flag.valueSpan !== undefined && !flag.value.includes('$'))
      found.push({ text: flag.value, span: flag.valueSpan, isPlain: false });
  }
  return found.map((mode) => ({ ...mode, isPlain: source.slice(mode.span) === mode.text }));
}

function modeOf(command: ShellCommand): readonly FileMode[] {
  if (command.name === 'mkdir' || command.name === 'install')
    return flagValues(command, '-m', '--mode')
      .filter(({ literal }) => literal)
      .map(({ value, valueSpan }) => ({ text: value, span: valueSpan, isPlain: false }));
  if (command.name !== 'chmod' || command.args.some(({ value }) => value.startsWith('--reference')))
    return [];
  const [mode] = operands(command);
  return mode?.literal === true ? [{ text: mode.value, span: mode.span, isPlain: false }] : [];
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
