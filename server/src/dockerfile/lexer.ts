import { type MappedText } from '../text/mapped';
import { type Source } from '../text/source';
import { findBlank, skipBlanks, trimEnd } from './blanks';
import { escapeOf, readDirective } from './directives';
import { heredocOpenings, readHeredocs } from './heredocs';
import { readJsonForm } from './json-form';
import { readFlags } from './flags';
import { lineFrom } from './lines';
import { readLogicalLine, trimmed } from './logical-line';
import { type Comment, type Directive, type Heredoc } from './model';

/** A file taken apart into what BuildKit's parser reads from it, before any instruction is understood. */
export interface Lexed {
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  readonly comments: readonly Comment[];
  readonly lines: readonly InstructionLine[];
}

export interface InstructionLine {
  /** The whole head, keyword included, continuations taken out, trimmed. */
  readonly head: MappedText;
  readonly heredocs: readonly Heredoc[];
  /** After the last character of the head or of its last heredoc's terminator. */
  readonly end: number;
}

/**
 * Never throws; takes time linear in the text.
 * @see https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/parser.go
 */
export function lex(source: Source): Lexed {
  const { text } = source;
  const directives: Directive[] = [];
  const comments: Comment[] = [];
  const lines: InstructionLine[] = [];
  const addComment = (start: number, end: number): void => {
    const content = text.slice(start + 1, end).trim();
    comments.push({ text: content, line: source.lineAt(start), span: { start, end } });
  };
  let escape: '\\' | '`' = '\\';
  let mayBeDirective = true;
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length;) {
    const line = lineFrom(text, at);
    const start = skipBlanks(text, line.start, line.end);
    at = line.next;
    if (text[start] === '#' && start < line.end) {
      const end = trimEnd(text, start, line.end);
      const directive: Directive | undefined = mayBeDirective
        ? readDirective(text.slice(start, end), start, directives)
        : undefined;
      if (directive === undefined) addComment(start, end);
      else directives.push(directive);
      mayBeDirective = directive !== undefined;
      escape = escapeOf(directives);
      continue;
    }
    mayBeDirective = false;
    if (start === line.end) continue;
    const { text: head, next } = readLogicalLine(text, start, escape, addComment);
    at = next;
    if (head.text === '') continue;
    const openings = mayOpenHeredocs(head) ? heredocOpenings(head.text) : [];
    if (openings.length === 0) {
      lines.push({ head, heredocs: [], end: head.spanOf(0, head.text.length).end });
      continue;
    }
    const bodies = readHeredocs(text, head, openings, next);
    at = bodies.next;
    lines.push({ head, heredocs: bodies.heredocs, end: endOfLineBefore(text, bodies.next) });
  }
  return { escape, directives, comments, lines };
}

/** Only RUN, COPY and ADD have heredocs, also as triggers of an ONBUILD, and not in JSON form. */
function mayOpenHeredocs(head: MappedText): boolean {
  if (!head.text.includes('<<')) return false;
  const [keyword, rest] = splitKeyword(head);
  const [inner, innerRest] = keyword.toUpperCase() === 'ONBUILD' ? splitKeyword(rest) : [keyword, rest];
  if (!['RUN', 'COPY', 'ADD'].includes(inner.toUpperCase())) return false;
  const { rest: body } = readFlags(innerRest);
  return readJsonForm(trimmed(innerRest, body)) === undefined;
}

/** The first word, and all after it, trimmed. */
export function splitKeyword(head: MappedText): readonly [string, MappedText] {
  const end = findBlank(head.text, 0);
  return [head.text.slice(0, end), trimmed(head, end)];
}

function endOfLineBefore(text: string, next: number): number {
  let end = next;
  if (end > 0 && text[end - 1] === '\n') end--;
  while (end > 0 && text[end - 1] === '\r') end--;
  return end;
}
