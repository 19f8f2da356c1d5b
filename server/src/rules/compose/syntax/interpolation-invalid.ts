import { type Compose } from '../../../compose/model';
import { type ScalarValue, type Value } from '../../../compose/value';
import { type Span, spanId } from '../../../text/span';
import { composeRule } from '../../rule';

/** @see https://docs.docker.com/reference/compose-file/interpolation/ */
export const interpolationInvalid = composeRule({
  id: 'interpolation-invalid',
  summary: 'A variable must be written as Compose reads it.',
  severity: 'error',
  fix: 'none',
  messages: {
    base: 'Compose cannot read {text}: after ${ stand a name, perhaps one of the operators :- - :? ? :+ + with a text, and a closing brace. To hand the text on as it is, write $$.',
    unclosed:
      '{text} has no closing brace. To hand the text on to the container as it is, write $$ for the dollar sign.',
  },
  since: '0.1.0',
  check({ compose, report }) {
    for (const scalar of faultyScalars(compose)) {
      for (const { start, end } of scalar.interpolation.faults) {
        const text = scalar.text.slice(start, end);
        report({
          message: text.endsWith('}') ? 'base' : 'unclosed',
          at: spanIn(scalar, start, end),
          data: { text: text.length > 40 ? `${text.slice(0, 40)}…` : text },
        });
      }
    }
  },
});

function spanIn({ textStart, span }: ScalarValue, start: number, end: number): Span {
  return textStart === undefined ? span : { start: textStart + start, end: textStart + end };
}

/** Each text that has such a fault, once; what stands only below an `x-` key is left out. */
function faultyScalars(compose: Compose): Iterable<ScalarValue> {
  const found = new Map<number, ScalarValue>();
  if (!compose.source.text.includes('${')) return [];
  const shared = new Set<number>();
  const waiting: Value[] = [];
  for (const { root } of compose.documents)
    for (const { key, value } of root?.entries ?? []) if (!key.startsWith('x-')) waiting.push(value);
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (value.kind === 'scalar') {
      if (value.interpolation.faults.length > 0) found.set(spanId(value.span), value);
      continue;
    }
    if (value.origin.kind !== 'own') {
      // By aliases of aliases a short file can have more values than anybody could count.
      const id = spanId(value.span);
      if (shared.has(id)) continue;
      shared.add(id);
    }
    if (value.kind === 'list') for (const item of value.items) waiting.push(item);
    else for (const entry of value.entries) waiting.push(entry.value);
  }
  return found.values();
}
