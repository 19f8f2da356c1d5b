import { type Compose } from '../../../compose/model';
import { type Entry, type MapValue, type Value } from '../../../compose/value';
import { plainData } from './plain-data';
import { ANY, scalarData } from './scalar-type';
import { validate, type ValidatorError } from './specification-data';

/** A place where a file does not fit the specification. */
export interface Fault {
  readonly error: ValidatorError;
  /** Keys and indices that lead to the value from the top of the file. */
  readonly path: readonly string[];
  /** The value at which the fault is. */
  readonly value: Value;
  /** The entry that holds the value; absent for items of lists and the top of the file. */
  readonly entry: Entry | undefined;
}

/** More faults than these are of no use to a reader. */
const mostFaults = 200;

/** What is wrong in a file by the Compose Specification's schema, each place once. */
export function faultsOf(compose: Compose): readonly Fault[] {
  // What is below a fault of the YAML may belong to something else than it seems.
  if (compose.errors.length > 0) return [];
  return compose.documents.flatMap(({ root }) => {
    if (root === undefined) return [];
    const data = plainData(root);
    if (data === undefined || validate(data)) return [];
    return (validate.errors ?? []).slice(0, mostFaults).flatMap((error) => {
      const fault = locate(root, error);
      return fault === undefined || isExcused(compose, fault) ? [] : fault;
    });
  });
}

function locate(root: MapValue, error: ValidatorError): Fault | undefined {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  let value: Value = root;
  let entry: Entry | undefined;
  for (const step of path) {
    entry = value.kind === 'map' ? value.get(step) : undefined;
    const next: Value | undefined = value.kind === 'list' ? value.items[Number(step)] : entry?.value;
    if (next === undefined) return undefined;
    value = next;
  }
  return { error, path, value, entry };
}

/** Whether something that the file does not show may set it right. */
function isExcused(compose: Compose, { error, path, value }: Fault): boolean {
  if (value.kind === 'scalar') {
    const data = scalarData(value);
    return data === ANY || (error.keyword === 'type' && isRead(error.params['type'], value.text));
  }
  if (error.keyword !== 'required' || value.kind !== 'map') return false;
  if (!value.complete || value.get(String(error.params['missingProperty'])) !== undefined) return true;
  return path[0] === 'services' && isCompleted(compose, path);
}

/** Whether another service, document or file adds to what a key of a service has, or may do so. */
function isCompleted(compose: Compose, [, name = '', key = '']: readonly string[]): boolean {
  const service = compose.service(name);
  if (service === undefined || service.isFragment || service.extends !== undefined) return true;
  return service.entries(key).length > 1;
}

/** Compose turns the texts of booleans and numbers into what they say before it looks at their type. */
function isRead(type: unknown, text: string): boolean {
  const types = Array.isArray(type) ? (type as readonly unknown[]) : [type];
  if (types.includes('boolean') && /^(?:true|false|yes|no|on|off|y|n)$/i.test(text)) return true;
  return (types.includes('number') || types.includes('integer')) && /^[-+]?\d+(?:\.\d+)?$/.test(text);
}
