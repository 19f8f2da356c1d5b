import { type Value } from '../../../compose/value';
import { Place } from './specification';
import { ANY, scalarData } from './scalar-type';

const typeWords: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a map',
  string: 'text',
  number: 'a number',
  integer: 'a number',
  boolean: 'true or false',
};

/** The types that ajv names, in plain words: `text or a list`. */
export function expectedTypes(type: unknown): string {
  const types = (Array.isArray(type) ? type : [type]).map(String);
  return listed([...new Set(types.map((each) => typeWords[each]).filter((word) => word !== undefined))]);
}

/** What a value is, in plain words. */
export function actualType(value: Value): string {
  if (value.kind === 'list') return 'a list';
  if (value.kind === 'map') return 'a map';
  const data = scalarData(value);
  if (data === null) return 'empty';
  if (data === ANY || typeof data === 'string') return 'text';
  return typeof data === 'number' ? 'a number' : value.text;
}

/** `a, b or c`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

const sections: Readonly<Record<string, string>> = {
  services: 'service',
  networks: 'network',
  volumes: 'volume',
  secrets: 'secret',
  configs: 'config',
  models: 'model',
};

/** What stands at a place, as the beginning of a sentence: `The file`, `The service web`, `build`, `An item of ports`. */
export function placeName(path: readonly string[]): string {
  const [section = '', name, ...rest] = path;
  const kind = sections[section];
  const last = path.at(-1);
  if (last === undefined) return 'The file';
  if (name === undefined) return last;
  if (rest.length === 0 && kind !== undefined) return `The ${kind} ${name}`;
  if (Place.at(path).named) return last;
  return /^\d+$/.test(last) ? `An item of ${path.at(-2) ?? ''}` : `${last} in ${path.at(-2) ?? ''}`;
}
