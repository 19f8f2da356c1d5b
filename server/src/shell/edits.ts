import { insert, remove, replace, type Edit } from '../text/edit';
import { type Source } from '../text/source';
import { type Span } from '../text/span';
import { type FlagUse, type FlagValue } from './flags';
import { type ShellWord } from './model';

/**
 * Inserts text after a word: `insertAfter(source, word, ' -y')`. Absent where the word does not stand in the document as
 * the shell reads it (`\"a\"` inside `sh -c "…"`), so that an edit there would hit something else.
 */
export function insertAfter(source: Source, word: ShellWord, text: string): Edit | undefined {
  return standsInSource(source, word) ? insert(word.span.end, text) : undefined;
}

/** Puts other text in a word's place; absent as in {@link insertAfter}. */
export function replaceWord(source: Source, word: ShellWord, text: string): Edit | undefined {
  return standsInSource(source, word) ? replace(word.span, text) : undefined;
}

/** Removes a word with the blanks beside it, see {@link removeSpan}; absent as in {@link insertAfter}. */
export function removeWord(source: Source, word: ShellWord): Edit | undefined {
  return standsInSource(source, word) ? removeSpan(source, word.span) : undefined;
}

/** Removes the words from one to another, both included. */
export function removeWords(source: Source, first: ShellWord, last: ShellWord): Edit | undefined {
  if (!standsInSource(source, first) || !standsInSource(source, last)) return undefined;
  return removeSpan(source, { start: first.span.start, end: last.span.end });
}

/** Removes a flag with its value; of `-qk` only the letter. */
export function removeFlag(source: Source, use: FlagUse | FlagValue): Edit | undefined {
  const { word, name } = use;
  if (!standsInSource(source, word)) return undefined;
  const hasAttachedValue = 'valueWord' in use && use.valueWord === word;
  if (hasAttachedValue || name.length !== 2 || !/^-[A-Za-z\d]{2,}$/.test(word.raw))
    return removeSpan(source, use.span);
  const others = word.raw.slice(1).replaceAll(name.charAt(1), '');
  return others === '' ? removeSpan(source, use.span) : replace(use.span, `-${others}`);
}

/**
 * Removes a stretch of a command together with one run of blanks beside it. Where nothing else stands on its lines they
 * go as a whole, and where these were the last of the command, the continuation before them goes too. Comment lines stay.
 */
export function removeSpan(source: Source, target: Span): Edit {
  const { text } = source;
  const firstLine = source.lineSpan(source.lineAt(target.start));
  const lastLine = source.lineSpan(source.lineAt(target.end));
  const before = text.slice(firstLine.start, target.start);
  const after = text.slice(target.end, lastLine.end);
  const isFirst = before.trim() === '';
  if (!isFirst) {
    const blanks = before.length - before.trimEnd().length;
    if (blanks > 0) return remove({ start: target.start - blanks, end: target.end });
    return remove({ start: target.start, end: target.end + leadingBlanks(after) });
  }
  if (isContinuation(source, after))
    return remove({ start: firstLine.start, end: source.fullLineSpan(source.lineAt(target.end)).end });
  if (after.trim() === '') return removeTail(source, target);
  return remove({ start: target.start, end: target.end + leadingBlanks(after) });
}

/** Removes the last line of a continued command: with the continuation of the line before, over comment lines between. */
function removeTail(source: Source, target: Span): Edit {
  const own = source.lineAt(target.start);
  let line = own - 1;
  while (line >= 0 && isCommentOrBlank(source.slice(source.lineSpan(line)))) line--;
  const lineSpan = source.lineSpan(line);
  const code = line < 0 ? '' : source.slice(lineSpan);
  const mark = continuation(source).exec(code);
  if (mark === null) return remove({ start: source.lineSpan(own).start, end: target.end });
  const start = lineSpan.start + code.slice(0, mark.index).trimEnd().length;
  const kept = source.text.slice(lineSpan.end, source.lineSpan(own - 1).end);
  return replace(
    { start, end: source.lineSpan(source.lineAt(target.end)).end },
    line === own - 1 ? '' : kept,
  );
}

function isCommentOrBlank(line: string): boolean {
  return /^\s*(?:#|$)/.test(line);
}

function leadingBlanks(text: string): number {
  return text.length - text.trimStart().length;
}

function isContinuation(source: Source, rest: string): boolean {
  return continuation(source).exec(rest)?.index === leadingBlanks(rest);
}

/** The mark at the end of a line that goes on: a backslash, or the back-tick that an `# escape=` directive names. */
function continuation(source: Source): RegExp {
  return ESCAPE_DIRECTIVE.test(source.text) ? /[\\`][ \t]*$/ : /\\[ \t]*$/;
}

/** https://docs.docker.com/reference/dockerfile/#escape: among the directives before anything else. */
const ESCAPE_DIRECTIVE = /^\uFEFF?(?:[ \t]*#[^\r\n]*\r?\n)*?[ \t]*#[ \t]*escape[ \t]*=[ \t]*`/i;

/** Whether the word's span holds the word as the shell reads it, but for continuations. */
function standsInSource(source: Source, word: ShellWord): boolean {
  const written = source.slice(word.span);
  return (
    written === word.raw || (written.includes('\n') && written.replace(/[\\`][ \t]*\r?\n/g, '') === word.raw)
  );
}
