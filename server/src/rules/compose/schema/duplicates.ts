import { removeItem } from '../../../compose/removal';
import { type Compose } from '../../../compose/model';
import { type ListValue, scalarOf, type ScalarValue } from '../../../compose/value';
import { type Fix } from '../../rule';
import { fixOf } from '../marked';
import { ANY, scalarData } from './scalar-type';

/** An item that its list has before. */
export interface Duplicate {
  readonly item: ScalarValue;
  /** Key of the list. */
  readonly place: string;
  /** Whether Compose refuses such a file; else it drops the item. */
  readonly isRefused: boolean;
  readonly fix: Fix | undefined;
}

/**
 * Lists of a service that the specification calls sets, and whether Compose refuses one that says something twice. Of the
 * others it drops what it has read before it validates. Ports, mounts and variables are the same by a part of them: of those
 * other rules speak.
 * @see https://github.com/compose-spec/compose-go/blob/main/override/uncity.go
 * @see https://github.com/docker/compose/issues/11777
 */
const sets: Readonly<Record<string, 'refused' | 'dropped'>> = {
  cap_add: 'dropped',
  cap_drop: 'dropped',
  depends_on: 'refused',
  dns: 'dropped',
  dns_opt: 'dropped',
  dns_search: 'dropped',
  env_file: 'dropped',
  expose: 'dropped',
  external_links: 'refused',
  group_add: 'refused',
  links: 'dropped',
  networks: 'refused',
  profiles: 'dropped',
  security_opt: 'refused',
  tmpfs: 'dropped',
  volumes_from: 'refused',
};

/** What the lists of the document's services say twice. */
export function duplicates(compose: Compose): readonly Duplicate[] {
  if (compose.errors.length > 0) return [];
  return compose.topLevel('services').flatMap(({ value: services }) => {
    if (services.kind !== 'map') return [];
    return services.entries.flatMap(({ value: service }) => {
      if (service.kind !== 'map') return [];
      return service.entries.flatMap(({ key, value }) => {
        const set = Object.hasOwn(sets, key) ? sets[key] : undefined;
        return set === undefined || value.kind !== 'list' || value.items.length < 2
          ? []
          : repeated(value).map((item) => ({
              item,
              place: key,
              isRefused: set === 'refused',
              fix: withoutItem(compose, value, item),
            }));
      });
    });
  });
}

function repeated(list: ListValue): readonly ScalarValue[] {
  const seen = new Set<string>();
  return list.items.flatMap((each) => {
    const item = scalarOf(each);
    if (item === undefined) return [];
    const data = scalarData(item);
    // A text and a number are not the same, and a variable is what it is both times.
    const id = `${data === ANY ? 'variable' : typeof data} ${item.text}`;
    if (seen.has(id)) return [item];
    seen.add(id);
    return [];
  });
}

function withoutItem(compose: Compose, list: ListValue, item: ScalarValue): Fix | undefined {
  const edit = removeItem(compose.source, list, item);
  return fixOf(`Remove the second ${item.text}`, edit && [edit]);
}
