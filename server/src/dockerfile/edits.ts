import { insert, remove, type Edit } from '../text/edit';
import { type Source } from '../text/source';
import { inKeywordCase } from './keyword-case';
import { type Dockerfile, type Instruction } from './model';

/**
 * Adds a line above an instruction, and above the comment that stands directly over it, with its indentation, and its keyword
 * as those of the file.
 */
export function addLineBefore(dockerfile: Dockerfile, instruction: Instruction, text: string): Edit {
  const { source } = dockerfile;
  const own = source.lineAt(instruction.span.start);
  let line = own;
  while (line > 0 && isComment(source, line - 1)) line--;
  // A comment at the very top may be a parser directive or the file's own header: nothing goes above it.
  if (line === 0) line = own;
  return insert(
    source.lineSpan(line).start,
    `${source.indentAt(own)}${inKeywordCase(dockerfile, text)}${source.eol}`,
  );
}

/** Adds a line below an instruction, heredoc bodies included, with its indentation, and its keyword as those of the file. */
export function addLineAfter(dockerfile: Dockerfile, instruction: Instruction, text: string): Edit {
  const { source } = dockerfile;
  const indent = source.indentAt(source.lineAt(instruction.span.start));
  const end = source.lineSpan(source.lineAt(instruction.span.end)).end;
  return insert(end, `${source.eol}${indent}${inKeywordCase(dockerfile, text)}`);
}

/** Takes out an instruction with its whole lines. */
export function removeInstruction({ source }: Dockerfile, { span }: Instruction): Edit {
  const start = source.lineSpan(source.lineAt(span.start)).start;
  return remove({ start, end: source.fullLineSpan(source.lineAt(span.end)).end });
}

function isComment(source: Source, line: number): boolean {
  return source.slice(source.lineSpan(line)).startsWith('#', source.indentAt(line).length);
}
