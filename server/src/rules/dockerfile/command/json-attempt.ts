import { type MappedText } from '../../../text/mapped';
import { insert, remove, replace, type Edit } from '../../../text/edit';
import { type Span } from '../../../text/span';
import { readAttempt, type Attempt, type AttemptItem } from './json-tokens';

/** What keeps a text from being the JSON array that it was meant to be. */
export interface JsonFault {
  readonly kind: 'quotes' | 'escape' | 'comma' | 'surplus' | 'unclosed' | 'comment' | 'after';
  readonly span: Span;
  /** Absent where only a person can tell what was meant. */
  readonly edit?: Edit;
}

/** Keywords after which a shell may be meant to read a test: `[ -f x ] && y`. */
const runsTests = new Set(['RUN', 'HEALTHCHECK']);
const takesPatterns = new Set(['COPY', 'ADD']);

/**
 * What is wrong with a text that was meant to be a JSON array and is none, in order; empty where no array was meant,
 * or where it is one.
 * @param keyword the instruction, which says what else the text may be.
 */
export function jsonFaults(text: MappedText, keyword: string): readonly JsonFault[] {
  const attempt = readAttempt(text.text);
  if (attempt === undefined || !isMeantAsArray(attempt, keyword)) return [];
  const faults = [...itemFaults(attempt, text), ...commaFaults(attempt, text)];
  const last = attempt.items.at(-1);
  if (!attempt.closed && last !== undefined)
    faults.push({
      kind: 'unclosed',
      span: text.spanOf(last.start, last.end),
      edit: insert(text.spanOf(last.start, last.end).end, ']'),
    });
  if (attempt.rest < text.text.length) {
    const span = text.spanOf(attempt.rest, text.text.length);
    faults.push({ kind: text.text[attempt.rest] === '#' ? 'comment' : 'after', span });
  }
  return faults.sort((a, b) => a.span.start - b.span.start);
}

function isMeantAsArray(attempt: Attempt, keyword: string): boolean {
  const { items, commas, closed, tight } = attempt;
  const isAlone = closed && attempt.rest === attempt.length;
  if (items.length === 0) return false;
  if (items.every(({ quote }) => quote !== ''))
    return tight || commas.length > 0 || (isAlone && !runsTests.has(keyword));
  if (!isAlone) return false;
  const isSeparated = items.slice(1).every(({ afterComma }) => afterComma);
  // `[npm start]`: no test, as that has a blank; yet a pattern of files may look like it.
  if (tight) return commas.length > 0 || !takesPatterns.has(keyword);
  return commas.length > 0 && isSeparated && items.some(({ quote }) => quote !== '');
}

function itemFaults({ items }: Attempt, text: MappedText): JsonFault[] {
  return items.flatMap((item): JsonFault[] => {
    const span = text.spanOf(item.start, item.end);
    if (item.quote !== '"')
      return [{ kind: 'quotes', span, edit: replace(span, JSON.stringify(item.inner)) }];
    if (isJsonString(item.inner)) return [];
    const escaped = item.inner.replace(/\\(?!["\\])|\\(["\\])/g, (pair) =>
      pair.length === 1 ? '\\\\' : pair,
    );
    return [
      isJsonString(escaped)
        ? { kind: 'escape', span, edit: replace(span, `"${escaped}"`) }
        : { kind: 'escape', span },
    ];
  });
}

function commaFaults({ items, commas }: Attempt, text: MappedText): JsonFault[] {
  const missing = items.flatMap((item, index): JsonFault[] => {
    const before: AttemptItem | undefined = items[index - 1];
    if (before === undefined || item.afterComma) return [];
    const edit = insert(text.spanOf(before.start, before.end).end, ',');
    return [{ kind: 'comma', span: text.spanOf(item.start, item.end), edit }];
  });
  const surplus = commas
    .filter(({ surplus: isSurplus }) => isSurplus)
    .map(({ at }): JsonFault => {
      const span = text.spanOf(at, at + 1);
      return { kind: 'surplus', span, edit: remove(span) };
    });
  return [...missing, ...surplus];
}

function isJsonString(inner: string): boolean {
  try {
    return typeof JSON.parse(`"${inner}"`) === 'string';
  } catch {
    return false;
  }
}
