import { type MappedText } from '../text/mapped';
import { type Source } from '../text/source';
import { skipBlanks, trimEnd } from './blanks';
import { escapeOf, readDirective } from './directives';
import { heredocOpenings, readHeredocs } from './heredocs';
import { readJsonForm } from './json-form';
import { readFlags } from './flags';
import { InstructionLine } from './instruction-line';
import { sameBeginning, type Lexed } from './lexed';
import { lineFrom } from './lines';
import { readLogicalLine, splitKeyword, trimmed } from './logical-line';
import { type Directive, type Heredoc } from './model';

/**
 * Never throws; takes time linear in the text.
 * @param before an earlier version: what both begin with is not read again.
 * @see https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/parser.go
 */
export function lex(source: Source, before?: Lexed): Lexed {
  const { text } = source;
  const beginning = sameBeginning(before, text);
  const { directives, comments, lines, ends, age } = beginning;
  const addComment = (start: number, end: number): void => {
    const content = text.slice(start + 1, end).trim();
    comments.push({ text: content, line: source.lineAt(start), span: { start, end } });
  };
  let { escape } = beginning;
  let mayBeDirective = lines.length === 0;
  for (let { at } = beginning; at < text.length;) {
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
    let heredocs: readonly Heredoc[] = [];
    let end = head.spanOf(0, head.text.length).end;
    if (openings.length > 0) {
      const bodies = readHeredocs(text, head, openings, next);
      heredocs = bodies.heredocs;
      at = bodies.next;
      end = endOfLineBefore(text, at);
    }
    lines.push(new InstructionLine(head, heredocs, end, escape, text));
    ends.push(at);
  }
  return { text, escape, directives, comments, lines, ends, age };
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

function endOfLineBefore(text: string, next: number): number {
  let end = next;
  if (end > 0 && text[end - 1] === '\n') end--;
  while (end > 0 && text[end - 1] === '\r') end--;
  return end;
}
