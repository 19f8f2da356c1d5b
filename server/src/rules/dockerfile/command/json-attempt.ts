import { type MappedText } from '../../../text/mapped';
import { remove, replace, type Edit } from '../../../text/edit';
import { type Span } from '../../../text/span';
import { readAttempt, type Attempt, type AttemptItem } from './json-tokens';

/** What keeps a text from being the JSON array that it was meant to be. */
export interface JsonFault {
  readonly kind: 'quotes' | 'escape' | 'comma' | 'surplus' | 'unclosed' | 'comment' | 'after';
  readonly span: Span;
}

/** A text that was meant to be a JSON array and is none. */
export interface BrokenJson {
  /** In order of the text; at least one. */
  readonly faults: readonly [JsonFault, ...JsonFault[]];
  /** Make an array of it, but for what follows behind it. Absent where only a person can tell what was meant. */
  readonly edits?: readonly Edit[];
}

/** Keywords after which a shell may be meant to read a test: `[ -f x ] && y`. */
const runsTests = new Set(['RUN', 'HEALTHCHECK']);
/** Keywords after which a pattern of files may be meant: `[a-z]*.txt`. */
const takesPatterns = new Set(['COPY', 'ADD']);

/**
 * What is wrong with a text that was meant to be a JSON array; absent where no array was meant, or where it is one.
 * @param keyword the instruction, which says what else the text may be.
 */
export function brokenJson(text: MappedText, keyword: string): BrokenJson | undefined {
  const attempt = readAttempt(text.text);
  if (attempt === undefined || !isMeantAsArray(attempt, keyword)) return undefined;
  const [first, ...more] = faultsOf(attempt, text).sort((a, b) => a.span.start - b.span.start);
  if (first === undefined) return undefined;
  const edits = editsFor(attempt, text);
  return { faults: [first, ...more], ...(edits && { edits }) };
}

function isMeantAsArray(attempt: Attempt, keyword: string): boolean {
  const { items, commas, closed, tight } = attempt;
  const isAlone = closed && attempt.rest === attempt.length;
  if (items.length === 0) return false;
  if (items.every(({ quote }) => quote !== ''))
    return tight || commas.length > 0 || (isAlone && !runsTests.has(keyword));
  if (!isAlone) return false;
  // `[npm start]` is no test, as that has a blank behind its bracket.
  if (tight) return commas.length > 0 || !takesPatterns.has(keyword);
  const isSeparated = items.slice(1).every(({ afterComma }) => afterComma);
  return commas.length > 0 && isSeparated && items.some(({ quote }) => quote !== '');
}

function faultsOf({ items, commas, closed, rest }: Attempt, text: MappedText): JsonFault[] {
  const faults: JsonFault[] = items.flatMap((item, index): JsonFault[] => {
    const span = text.spanOf(item.start, item.end);
    if (item.quote !== '"') return [{ kind: 'quotes', span }];
    if (!isJsonString(item.inner)) return [{ kind: 'escape', span }];
    return index > 0 && !item.afterComma ? [{ kind: 'comma', span }] : [];
  });
  for (const { at, surplus } of commas)
    if (surplus) faults.push({ kind: 'surplus', span: text.spanOf(at, at + 1) });
  const last = items.at(-1);
  if (!closed && last !== undefined)
    faults.push({ kind: 'unclosed', span: text.spanOf(last.start, last.end) });
  if (rest < text.text.length) {
    const kind = text.text[rest] === '#' ? 'comment' : 'after';
    faults.push({ kind, span: text.spanOf(rest, text.text.length) });
  }
  return faults;
}

/** One edit an item, with the comma or bracket that is missing behind it, and one for each comma too many. */
function editsFor({ items, commas, closed }: Attempt, text: MappedText): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (const [index, item] of items.entries()) {
    const next = items[index + 1];
    const json = jsonString(item);
    // Words that touch each other may be one word or two.
    if (json === undefined || next?.start === item.end) return undefined;
    const isMissing = next === undefined ? !closed : !next.afterComma;
    const behind = !isMissing ? '' : next === undefined ? ']' : ',';
    const written = text.text.slice(item.start, item.end);
    if (`${json}${behind}` !== written)
      edits.push(replace(text.spanOf(item.start, item.end), `${json}${behind}`));
  }
  for (const { at, surplus } of commas) if (surplus) edits.push(remove(text.spanOf(at, at + 1)));
  return edits;
}

/** The item as JSON wants it: in double quotes, its backslashes doubled where they are none of JSON's. */
function jsonString({ quote, inner }: AttemptItem): string | undefined {
  if (quote !== '"') return JSON.stringify(inner);
  if (isJsonString(inner)) return `"${inner}"`;
  const escaped = inner.replace(/\\(?!["\\])|\\(["\\])/g, (pair) => (pair.length === 1 ? '\\\\' : pair));
  return isJsonString(escaped) ? `"${escaped}"` : undefined;
}

function isJsonString(inner: string): boolean {
  try {
    return typeof JSON.parse(`"${inner}"`) === 'string';
  } catch {
    return false;
  }
}
