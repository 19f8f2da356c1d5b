import { type Dockerfile, type Instruction } from '../../../dockerfile/model';
import { ModelMap } from '../../../dockerfile/model-map';
import { instructionsOf } from '../../../dockerfile/walk';
import { type MappedText } from '../../../text/mapped';
import { type Span } from '../../../text/span';

/** A match in a text that ends up in a file of the image. */
export interface Written {
  /** Of a pattern with the flag `d`. */
  readonly match: RegExpExecArray;
  readonly text: MappedText;
  /** Of one of the match's groups, in the document; absent where it took no part. */
  readonly spanOf: (group: number) => Span | undefined;
}

/**
 * What configuration files get written: by echo, printf, tee or sed, or from a heredoc of RUN, COPY or ADD. Comment lines
 * do not count; the `\\n` of echo and printf ends a line.
 * @param pattern with the flags `d` and `g`.
 */
export function writtenLines(dockerfile: Dockerfile, pattern: RegExp): readonly Written[] {
  return textsOf(dockerfile).flatMap(({ instruction, text, lines }) =>
    [...lines.matchAll(pattern)]
      .filter((match) => isWritten(instruction, text, match))
      .map((match) => ({ match, text, spanOf: (group) => spanOf(match, text, group) })),
  );
}

/** A judgement of all lines around a match, made once for all matches among the same lines. */
export function aboutLines(judge: (lines: string) => boolean): (written: Written) => boolean {
  const known = new Map<string, boolean>();
  return ({ match: { input } }) => {
    const found = known.get(input) ?? judge(input);
    known.set(input, found);
    return found;
  };
}

/** A text that may be written, wholly or in part. */
interface WritableText {
  readonly instruction: Instruction;
  readonly text: MappedText;
  /** As the file will have them, each character in its place. */
  readonly lines: string;
}

/** Of each file, for the many settings that are looked for. */
const gathered = new ModelMap<Dockerfile, readonly WritableText[]>();

function textsOf(dockerfile: Dockerfile): readonly WritableText[] {
  const known = gathered.get(dockerfile);
  if (known !== undefined) return known;
  const texts = instructionsOf(dockerfile, ['RUN', 'COPY', 'ADD'], { triggers: true }).flatMap(
    (instruction) => {
      const bodies = instruction.heredocs.map(({ body }) => body);
      const all = instruction.keyword === 'RUN' ? [instruction.body, ...bodies] : bodies;
      return all.map((text) => ({ instruction, text, lines: linesOf(text.text) }));
    },
  );
  gathered.set(dockerfile, texts);
  return texts;
}

function linesOf(text: string): string {
  return text
    .replaceAll('\\n', ' \n')
    .replaceAll('\\t', ' \t')
    .replace(/^[ \t]*[#;].*$/gm, (comment) => ' '.repeat(comment.length));
}

function spanOf({ indices }: RegExpExecArray, text: MappedText, group: number): Span | undefined {
  const range = indices?.[group];
  return range && text.spanOf(...range);
}

/** Programs whose arguments end up in a file. */
const writers = new Set(['echo', 'printf', 'tee', 'sed', 'perl']);

/** A program's own flags, and what is only looked for, are not written. */
function isWritten(instruction: Instruction, text: MappedText, match: RegExpExecArray): boolean {
  if (instruction.keyword !== 'RUN') return true;
  const offset = text.offsetOf(match.index);
  const holder = instruction.script?.commands.findLast(
    ({ span }) => span.start <= offset && offset < span.end,
  );
  if (holder === undefined) return text !== instruction.body;
  return (
    writers.has(holder.name) && !isSearchedFor(text.text.slice(Math.max(0, match.index - 120), match.index))
  );
}

/** Whether the text ends inside the first part of `s/old/new/`, or inside an address such as `/old/d`. */
function isSearchedFor(before: string): boolean {
  return /[\s'"{};]s([^\w\s\\])(?:(?!\1)[^\n'"])*$/.test(before) || /['"]\/[^/\s]*$/.test(before);
}
