/** What can be named in one place of a Compose file and declared in another. */
export type Thing = 'service' | Section | 'profile' | 'stage';

export type Section = (typeof sections)[number];

/** Top-level keys below which names are declared, services aside. */
export const sections = ['networks', 'volumes', 'secrets', 'configs', 'models'] as const;

/** A kind of place that holds a name. */
export interface NamePlace {
  readonly thing: Thing;
  /** `whole`: the text is the name. `first`: the part before the first colon is. `prefixed`: what follows `service:` is. */
  readonly form: 'whole' | 'first' | 'prefixed';
  readonly declares: boolean;
}

/** As in `Caret`: a key of a map, an item of a list, or the value of a key. */
export type PlaceKind = 'key' | 'item' | 'value';

/**
 * By kind and path below the service.
 * @see https://docs.docker.com/reference/compose-file/services/
 */
const inService: Readonly<Record<string, readonly [Thing, NamePlace['form']]>> = {
  'key depends_on': ['service', 'whole'],
  'item depends_on': ['service', 'whole'],
  'item links': ['service', 'first'],
  'item volumes_from': ['service', 'first'],
  'value network_mode': ['service', 'prefixed'],
  'value pid': ['service', 'prefixed'],
  'value ipc': ['service', 'prefixed'],
  'value extends': ['service', 'whole'],
  'value extends.service': ['service', 'whole'],
  'value build.additional_contexts.*': ['service', 'prefixed'],
  'item build.additional_contexts': ['service', 'prefixed'],
  'key networks': ['networks', 'whole'],
  'item networks': ['networks', 'whole'],
  'item secrets': ['secrets', 'whole'],
  'value secrets.0.source': ['secrets', 'whole'],
  'item build.secrets': ['secrets', 'whole'],
  'value build.secrets.0.source': ['secrets', 'whole'],
  'item configs': ['configs', 'whole'],
  'value configs.0.source': ['configs', 'whole'],
  'value credential_spec.config': ['configs', 'whole'],
  'key models': ['models', 'whole'],
  'item models': ['models', 'whole'],
  'item volumes': ['volumes', 'first'],
  'value volumes.0.source': ['volumes', 'whole'],
  'item profiles': ['profile', 'whole'],
  'value build.target': ['stage', 'whole'],
};

/** Keys of a service below which names stand. */
export const namingKeys: ReadonlySet<string> = new Set(
  Object.keys(inService).map((place) => place.replace(/^\w+ /, '').replace(/\..*$/, '')),
);

/** @param path as in `Caret`: of the map or list, or of the key whose value it is. Items are `0`. */
export function namePlace(path: readonly string[], kind: PlaceKind): NamePlace | undefined {
  const [top = '', , ...rest] = path;
  if (kind === 'key' && path.length === 1) {
    const thing = top === 'services' ? 'service' : sections.find((section) => section === top);
    return thing && { thing, form: 'whole', declares: true };
  }
  if (top !== 'services' || path.length < 3) return undefined;
  const key = rest.join('.').replace(/^(build\.additional_contexts)\..+$/, '$1.*');
  const found = Object.hasOwn(inService, `${kind} ${key}`) ? inService[`${kind} ${key}`] : undefined;
  return found && { thing: found[0], form: found[1], declares: false };
}

/** The name in a text, and the index at which it begins; undefined where there is none, or it hangs on a variable. */
export function nameIn(
  text: string,
  { thing, form }: NamePlace,
): { readonly name: string; readonly start: number } | undefined {
  const match = patternOf(thing, form).exec(text);
  const name = match?.[1];
  if (match === null || name === undefined) return undefined;
  return { name, start: match.index + match[0].indexOf(name, form === 'prefixed' ? 'service:'.length : 0) };
}

function patternOf(thing: Thing, form: NamePlace['form']): RegExp {
  if (form === 'prefixed') return /(?:^|(?<==))service:([\w.-]+)$/;
  // A path is no volume's name.
  if (thing === 'volumes') return form === 'first' ? /^([a-zA-Z0-9][\w.-]*):/ : /^([a-zA-Z0-9][\w.-]*)$/;
  return form === 'first' ? /^(?!container:)([\w.-]+)(?=:|$)/ : /^([\w.-]+)$/;
}
