import { type MappedText } from '../text/mapped';
import { skipBlanks } from './blanks';
import { type JsonForm } from './model';

/** The text as a JSON array of strings; absent where it is not exactly that, and BuildKit takes it as words. */
export function readJsonForm(text: MappedText): JsonForm | undefined {
  const json = text.text;
  if (!json.startsWith('[')) return undefined;
  const items = [];
  let at = skipBlanks(json, 1);
  if (json[at] !== ']') {
    for (;;) {
      const end = endOfString(json, at);
      if (end === undefined) return undefined;
      const value = stringOf(json.slice(at, end));
      if (value === undefined) return undefined;
      items.push({ value, span: text.spanOf(at, end) });
      at = skipBlanks(json, end);
      if (json[at] === ']') break;
      if (json[at] !== ',') return undefined;
      at = skipBlanks(json, at + 1);
    }
  }
  return at + 1 === json.length ? { items, span: text.spanOf(0, json.length) } : undefined;
}

function endOfString(json: string, start: number): number | undefined {
  if (json[start] !== '"') return undefined;
  for (let at = start + 1; at < json.length; at++) {
    if (json[at] === '\\') at++;
    else if (json[at] === '"') return at + 1;
  }
  return undefined;
}

function stringOf(literal: string): string | undefined {
  try {
    const value: unknown = JSON.parse(literal);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
