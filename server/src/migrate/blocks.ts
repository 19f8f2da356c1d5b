import { type Dockerfile, type Instruction } from '../dockerfile/model';
import { type Edit } from '../text/edit';
import { type Span } from '../text/span';

/** An instruction with its whole lines, and the comment right above it. */
export interface Block {
  readonly instruction: Instruction;
  /** From the comment's first line to the end of the instruction's last line, without its line end. */
  readonly span: Span;
  /** Of the instruction's own lines. */
  readonly own: Span;
  /** Whether an empty line stands above. */
  readonly spaced: boolean;
}

export function blockOf({ source, comments }: Dockerfile, instruction: Instruction): Block {
  const first = source.lineAt(instruction.span.start);
  const commentLines = new Set(comments.map(({ line }) => line));
  let line = first;
  while (commentLines.has(line - 1)) line--;
  const above = line > 0 ? source.slice(source.lineSpan(line - 1)).trim() : undefined;
  const end = source.lineSpan(source.lineAt(instruction.span.end)).end;
  return {
    instruction,
    span: { start: source.lineSpan(line).start, end },
    own: { start: source.lineSpan(first).start, end },
    spaced: above === '',
  };
}

/** Takes a block out, and the empty lines below it where one stands above it too. */
function removeBlock({ source }: Dockerfile, { span, spaced }: Block): Edit {
  let line = source.lineAt(span.end) + 1;
  while (spaced && line < source.lineCount && source.slice(source.lineSpan(line)).trim() === '') line++;
  const isLast = line >= source.lineCount;
  if (!isLast) return { span: { start: span.start, end: source.lineSpan(line).start }, newText: '' };
  // Nothing follows: the line end before it goes.
  let above = source.lineAt(span.start) - 1;
  while (above > 0 && source.slice(source.lineSpan(above)).trim() === '') above--;
  return { span: { start: source.lineSpan(Math.max(above, 0)).end, end: span.end }, newText: '' };
}

/** Takes blocks out; those that follow each other go as one. */
export function removeBlocks(dockerfile: Dockerfile, blocks: readonly Block[]): readonly Edit[] {
  const { source } = dockerfile;
  const groups: Block[] = [];
  for (const block of [...blocks].sort((a, b) => a.span.start - b.span.start)) {
    const last = groups.at(-1);
    const isNext = last !== undefined && source.lineAt(last.span.end) + 1 === source.lineAt(block.span.start);
    if (!isNext) groups.push(block);
    else groups[groups.length - 1] = { ...last, span: { start: last.span.start, end: block.span.end } };
  }
  return groups.map((group) => removeBlock(dockerfile, group));
}

/** Whether the edit lies within the lines. */
export function isWithin(edit: Edit, { start, end }: Span): boolean {
  return edit.span.start >= start && edit.span.end <= end;
}
