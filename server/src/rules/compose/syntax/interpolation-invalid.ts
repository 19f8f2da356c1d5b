import { type Compose } from '../../../compose/model';
import { type ScalarValue, type Value } from '../../../compose/value';
import { type Span } from '../../../text/span';
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
    for (const scalar of scalarsOf(compose)) {
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

/** Each text of the file that Compose puts variables into, once; what stands only below an `x-` key is left out. */
function scalarsOf(compose: Compose): readonly ScalarValue[] {
  if (!compose.source.text.includes('${')) return [];
  const scalars: ScalarValue[] = [];
  const seen = new Set<string>();
  const waiting: Value[] = [];
  const open = (value: Value): void => {
    const id = `${value.span.start} ${value.span.end}`;
    if (seen.has(id)) return;
    seen.add(id);
    if (value.kind === 'scalar') scalars.push(value);
    else waiting.push(value);
  };
  for (const { root } of compose.documents)
    for (const { key, value } of root?.entries ?? []) if (!key.startsWith('x-')) open(value);
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (value.kind === 'list') value.items.forEach(open);
    if (value.kind === 'map') for (const entry of value.entries) open(entry.value);
  }
  return scalars;
}
