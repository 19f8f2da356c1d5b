import { ABSENT, type Known, known, UNKNOWN } from '../text/known';
import { type Variable } from './field';
import { HOLE, interpolate, type Interpolation } from './interpolate';
import { type Entry, type ScalarValue, type Value } from './value';

/** Reads maps and lists of `NAME=value`, weakest first; of two with one name the last counts. */
export function readVariables(values: readonly Value[]): readonly Variable[] {
  const byName = new Map<string, Variable>();
  for (const value of values) {
    const read =
      value.kind === 'map'
        ? value.entries.map(fromEntry)
        : value.kind === 'list'
          ? value.items.map(fromItem)
          : [];
    for (const variable of read) if (variable !== undefined) byName.set(variable.name, variable);
  }
  return [...byName.values()];
}

function fromEntry({ key, keySpan, value }: Entry): Variable | undefined {
  if (value.kind !== 'scalar') return undefined;
  const start = value.textStart;
  return {
    name: key,
    nameSpan: keySpan,
    value: value.resolved,
    literal: value.isNull ? ABSENT : literal(value).value,
    text: value.isNull ? '' : value.text,
    valueSpan: start === undefined ? value.span : { start, end: start + value.text.length },
    scalar: value,
    form: 'map',
  };
}

function fromItem(item: Value): Variable | undefined {
  if (item.kind !== 'scalar' || item.isNull) return undefined;
  const equals = item.text.indexOf('=');
  const name = equals < 0 ? item.text : item.text.slice(0, equals);
  const start = item.textStart;
  return {
    name,
    nameSpan: start === undefined ? item.span : { start, end: start + name.length },
    value: equals < 0 ? ABSENT : afterEquals(item.interpolation),
    literal: equals < 0 ? ABSENT : afterEquals(literal(item)),
    text: equals < 0 ? '' : item.text.slice(equals + 1),
    valueSpan: start === undefined ? item.span : { start: start + equals + 1, end: start + item.text.length },
    scalar: item,
    form: 'list',
  };
}

function afterEquals({ template }: Interpolation): Known<string> {
  const value = template.slice(template.indexOf('=') + 1);
  return value.includes(HOLE) ? UNKNOWN : known(value);
}

const nothing = new Map<string, string>();

/** The text as the file alone fills it in. */
function literal({ interpolation, text }: ScalarValue): Interpolation {
  return interpolation.variables.length === 0 ? interpolation : interpolate(text, nothing);
}
