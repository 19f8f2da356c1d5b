import { execCommand } from '../../../dockerfile/exec-command';
import { type Instruction, type Stage } from '../../../dockerfile/model';
import { commandsOf } from '../../../dockerfile/walk';
import { type Span } from '../../../text/span';

/** An absolute path that a stage expects in its own image. */
export interface NamedPath {
  readonly path: string;
  /** Of the path where it stands there as it is, else of the word that holds it. */
  readonly span: Span;
  readonly isPlain: boolean;
  readonly instruction: Instruction;
}

/** Paths in what a stage runs and starts, in its variables and volumes, and where it copies to. */
export function namedPaths(stage: Stage): readonly NamedPath[] {
  return stage.instructions.flatMap((instruction): readonly NamedPath[] => {
    switch (instruction.keyword) {
      case 'RUN':
      case 'CMD':
      case 'ENTRYPOINT':
        return wordsOf(instruction, instruction.json);
      case 'HEALTHCHECK':
        return wordsOf(instruction, instruction.command?.json);
      case 'ENV':
        return instruction.pairs.flatMap(({ value, valueSpan }) =>
          value === undefined || valueSpan === undefined ? [] : partsOf(value, valueSpan, instruction),
        );
      case 'VOLUME': {
        const words =
          instruction.json?.items ?? instruction.args.map(({ text, span }) => ({ value: text, span }));
        return words.flatMap(({ value, span }) => partsOf(value, span, instruction));
      }
      case 'COPY':
      case 'ADD': {
        const { destination } = instruction;
        if (destination === undefined) return [];
        return partsOf(destination.text, destination.span, instruction);
      }
      default:
        return [];
    }
  });
}

function wordsOf(instruction: Instruction, json: Instruction['json']): readonly NamedPath[] {
  const exec = json && execCommand(json);
  const commands = exec === undefined ? commandsOf(instruction) : [exec];
  return commands.flatMap(({ program, args }) =>
    [...(program === undefined ? [] : [program]), ...args].flatMap(({ value, literal, span }) =>
      literal && value.startsWith('/') ? pathAt(value, 0, value, span, instruction) : [],
    ),
  );
}

/** The paths of a list such as that of PATH. */
function partsOf(value: string, span: Span, instruction: Instruction): readonly NamedPath[] {
  let at = 0;
  return value.split(':').flatMap((part) => {
    const start = at;
    at += part.length + 1;
    return /^\/[^$\\"']*$/.test(part) ? pathAt(part, start, value, span, instruction) : [];
  });
}

function pathAt(
  path: string,
  at: number,
  value: string,
  span: Span,
  instruction: Instruction,
): readonly NamedPath[] {
  const around = span.end - span.start - value.length;
  const isPlain = around === 0 || around === 2;
  const start = span.start + at + around / 2;
  return [{ path, span: isPlain ? { start, end: start + path.length } : span, isPlain, instruction }];
}
