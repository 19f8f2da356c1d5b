import { type Compose } from '../../../compose/model';
import { type Entry, type MapValue, type Value } from '../../../compose/value';
import { replace } from '../../../text/edit';
import { closest } from '../../../text/nearest';
import { type Span } from '../../../text/span';
import { type Fix } from '../../rule';
import { fixOf } from '../marked';
import { scalarData } from './scalar-type';
import { Place, placesInService } from './specification';
import { placeName } from './words';

/** What is said of a key that the specification does not have. */
export interface UnknownKey {
  readonly message: 'unknownKey' | 'nearKey' | 'misplacedKey' | 'badName' | 'oldFormat';
  readonly at: Span;
  readonly data: Readonly<Record<string, string>>;
  readonly offers: readonly (Fix | undefined)[];
}

export function unknownKey(
  compose: Compose,
  path: readonly string[],
  map: Value,
  key: string,
): UnknownKey | undefined {
  const entry = map.kind === 'map' ? map.get(key) : undefined;
  if (map.kind !== 'map' || entry === undefined) return undefined;
  const place = Place.at(path);
  const about = { key, place: placeName(path) };
  if (place.keys.length === 0) return { message: 'badName', at: entry.keySpan, data: about, offers: [] };
  if (path.length === 0 && isService(entry.value) && map.get('services') === undefined)
    return { message: 'oldFormat', at: entry.keySpan, data: about, offers: [] };
  const home = homeOf(path, entry);
  if (home !== undefined)
    return { message: 'misplacedKey', at: entry.keySpan, data: { ...about, home }, offers: [] };
  const nearest = closest(key, place.keys);
  if (nearest === undefined) return { message: 'unknownKey', at: entry.keySpan, data: about, offers: [] };
  const offers = [rename(compose, map, entry, nearest, place)];
  return { message: 'nearKey', at: entry.keySpan, data: { ...about, nearest }, offers };
}

/** Where a key belongs that is known elsewhere, as words that follow "it belongs". */
function homeOf(path: readonly string[], { key, value }: Entry): string | undefined {
  const service = Place.at(['services', 'name']);
  if (path.length === 0) return isService(value) || service.has(key) ? 'below services' : undefined;
  if (path[0] !== 'services') return undefined;
  if (path.length > 2) return service.has(key) ? 'to the service itself' : undefined;
  const places = placesInService(key);
  return places.length === 1 && places[0] !== undefined ? `below ${places[0]}` : undefined;
}

function isService(value: Value): boolean {
  return value.kind === 'map' && (value.get('image') !== undefined || value.get('build') !== undefined);
}

function rename(
  compose: Compose,
  map: MapValue,
  { keySpan, value }: Entry,
  name: string,
  place: Place,
): Fix | undefined {
  if (map.get(name) !== undefined || !accepts(place.child(name), value)) return undefined;
  const quote = /^["']/.exec(compose.source.slice(keySpan))?.[0] ?? '';
  return fixOf(`Rename to ${name}`, [replace(keySpan, quote + name + quote)]);
}

/** Whether a value of this type may stand there, so that the new name makes no new fault. */
function accepts(place: Place, value: Value): boolean {
  const { types } = place;
  if (types.length === 0) return true;
  if (value.kind !== 'scalar') return types.includes(value.kind === 'list' ? 'array' : 'object');
  const data = scalarData(value);
  if (typeof data === 'symbol') return true;
  if (typeof data === 'number') return types.includes('number') || types.includes('integer');
  return types.includes(data === null ? 'null' : typeof data);
}
