import { Lexer } from 'yaml';
import { type Span } from '../../text/span';

/** `&name` or `*name`. */
export interface AnchorPlace {
  readonly name: string;
  /** Of the name, without `&` or `*`. */
  readonly span: Span;
  readonly declares: boolean;
  /** Two places with one number belong together: a name may be given anew further down, and in each document. */
  readonly group: number;
}

/** What the lexer puts between the texts: these do not stand in the file. */
const document = '\u0002';
const flowEnd = '\u0018';
const scalar = '\u001F';

/** Anchors and aliases in the order of the text. Never throws; an alias that names nothing has a group of its own. */
export function anchorsOf(text: string): readonly AnchorPlace[] {
  const found: AnchorPlace[] = [];
  if (!/[&*]/.test(text)) return found;
  let groups = new Map<string, number>();
  let next = 0;
  let offset = 0;
  let isText = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme === scalar) isText = true;
    else if (lexeme === document) groups = new Map<string, number>();
    else if (lexeme !== flowEnd) {
      const declares = lexeme.startsWith('&');
      if (!isText && lexeme.length > 1 && (declares || lexeme.startsWith('*'))) {
        const name = lexeme.slice(1);
        if (declares || !groups.has(name)) groups.set(name, next++);
        const span = { start: offset + 1, end: offset + lexeme.length };
        found.push({ name, span, declares, group: groups.get(name) ?? next });
      }
      isText = false;
      offset += lexeme.length;
    }
  }
  return found;
}
