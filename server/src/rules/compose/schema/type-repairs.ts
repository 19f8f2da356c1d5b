import { insertPairs } from '../../../compose/insertion';
import { type Compose } from '../../../compose/model';
import { renderBlock, renderFlow, renderScalar } from '../../../compose/render';
import { quoteScalar } from '../../../compose/scalar-edits';
import { columnOf } from '../../../compose/style';
import { scalarOf } from '../../../compose/value';
import { replace } from '../../../text/edit';
import { type Fix } from '../../rule';
import { fixOf } from '../marked';
import { type Fault } from './fault';
import { scalarData } from './scalar-type';
import { Place } from './specification';

/** Changes that give a value the type that is asked for and keep what it says. */
export function typeRepairs(compose: Compose, fault: Fault, type: unknown): readonly (Fix | undefined)[] {
  const types = (Array.isArray(type) ? type : [type]).map(String);
  return [
    types.includes('string') ? asText(compose, fault) : undefined,
    types.includes('array') ? asList(compose, fault) : undefined,
    types.includes('string') ? asAssignment(compose, fault) : undefined,
  ];
}

/** Keys whose text is a duration, which needs a unit. */
const durations = new Set([
  'delay',
  'interval',
  'monitor',
  'start_interval',
  'start_period',
  'stop_grace_period',
  'timeout',
  'window',
]);

function asText(compose: Compose, { value, path }: Fault): Fix | undefined {
  if (value.kind !== 'scalar' || value.style !== 'plain') return undefined;
  const data = scalarData(value);
  if (typeof data !== 'number' && typeof data !== 'boolean') return undefined;
  if (durations.has(path.at(-1) ?? '')) {
    if (!/^\d+$/.test(value.text)) return undefined;
    return fixOf(`Write ${value.text}s`, [replace(value.span, `${value.text}s`)]);
  }
  return fixOf('Put it in quotes', [quoteScalar(value, compose.style)]);
}

/** `key: value` becomes a list of that one value. */
function asList(compose: Compose, { value, entry }: Fault): Fix | undefined {
  const { source, style } = compose;
  if (value.kind !== 'scalar' || value.isNull || value.style === 'block' || entry === undefined)
    return undefined;
  if (!/^:[ \t]+$/.test(source.text.slice(entry.keySpan.end, value.span.start))) return undefined;
  const raw = source.slice(value.span);
  if (raw.includes('\n')) return undefined;
  const key = source.slice(entry.keySpan);
  const indent = ' '.repeat(columnOf(source, entry.keySpan.start));
  const text = entry.inFlow ? renderFlow(key, [{ raw }], style) : renderBlock(key, [{ raw }], indent, style);
  return fixOf('Make it a list', [replace({ start: entry.keySpan.start, end: value.span.end }, text)]);
}

/** `- NAME: value` of a list becomes `- NAME=value`, where the list might be a map as well. */
function asAssignment(compose: Compose, { value, path }: Fault): Fix | undefined {
  if (value.kind !== 'map' || value.flow || value.origin.kind !== 'own') return undefined;
  if (!Place.at(path.slice(0, -1)).types.includes('object')) return undefined;
  const [first, ...others] = value.ownEntries;
  const scalar = scalarOf(first?.value);
  if (first === undefined || others.length > 0 || scalar === undefined || scalar.style === 'block')
    return undefined;
  if (scalar.origin.kind !== 'own' || scalar.text.includes('\n')) return undefined;
  const text = `${first.key}=${scalar.text}`;
  return fixOf(`Write ${first.key}=…`, [replace(value.span, renderScalar(text, compose.style))]);
}

/** `condition` of a dependency, as it is where only a name is listed. */
export function missingKeyRepair(compose: Compose, { value, path }: Fault, key: string): Fix | undefined {
  if (value.kind !== 'map' || value.origin.kind !== 'own' || path[2] !== 'depends_on') return undefined;
  if (key !== 'condition') return undefined;
  const edits = insertPairs(compose, value, { condition: 'service_started' });
  return fixOf('Add condition: service_started', edits);
}
