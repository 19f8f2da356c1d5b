import { specification } from './specification-data';

/** A node of the Compose Specification's JSON schema. */
interface SchemaNode {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly oneOf?: readonly SchemaNode[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly patternProperties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly deprecated?: boolean;
}

interface Root extends SchemaNode {
  readonly definitions: Readonly<Record<string, SchemaNode>>;
}

/** Asked for at each use: the specification is loaded with the first. */
function root(): Root {
  return specification;
}

/** A place of a Compose file, as the specification knows it: all forms that a value may have there. */
export class Place {
  private constructor(
    private readonly nodes: readonly SchemaNode[],
    /** Whether the step to it is a key that the specification names; else it is an item, or a name of the author's. */
    readonly named: boolean,
    /** As they stand at the place itself, before references are followed. */
    private readonly own: readonly SchemaNode[],
  ) {}

  /** The place to which these keys and indices lead from the top of the file. */
  static at(path: readonly string[]): Place {
    let place = new Place(formsOf(root()), true, [root()]);
    for (const step of path) place = place.child(step);
    return place;
  }

  child(step: string): Place {
    const own = this.nodes
      .map((node) => propertyOf(node.properties, step))
      .filter((node) => node !== undefined);
    const found = own.length > 0 ? own : this.nodes.flatMap((node) => unnamed(node, step));
    return new Place(found.flatMap(formsOf), own.length > 0, found);
  }

  /** An item of a list that may stand here. */
  get item(): Place {
    const found = this.nodes.flatMap(({ items }) => items ?? []);
    return new Place(found.flatMap(formsOf), false, found);
  }

  /** The keys that a map may have here. */
  get keys(): readonly string[] {
    return this.nodes.flatMap(({ properties }) => Object.keys(properties ?? {}));
  }
  has(key: string): boolean {
    return this.nodes.some(({ properties }) => propertyOf(properties, key) !== undefined);
  }
  /** Types of JSON that a value may have here; none where any is allowed. */
  get types(): readonly string[] {
    return this.nodes.flatMap(({ type }) => type ?? []);
  }
  /** Texts that the specification allows here, where it lists them. */
  get choices(): readonly string[] {
    return this.nodes.flatMap((node) => node.enum ?? []).filter((choice) => typeof choice === 'string');
  }
  /** What the specification says of the place, in English; rather of its use here than of its form. */
  get description(): string | undefined {
    return [...this.own, ...this.nodes].find(({ description }) => description !== undefined)?.description;
  }
  get isDeprecated(): boolean {
    return this.nodes.some(({ deprecated }) => deprecated === true);
  }
}

/** Paths of keys within a service (`deploy.resources.limits`) below which a key of this name may stand. */
export function placesInService(key: string): readonly string[] {
  keyPlaces ??= indexOfService();
  return keyPlaces.get(key) ?? [];
}

let keyPlaces: ReadonlyMap<string, readonly string[]> | undefined;

function indexOfService(): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  const visit = (place: Place, path: readonly string[]): void => {
    for (const key of place.keys) {
      if (path.length > 0) index.set(key, [...(index.get(key) ?? []), path.join('.')]);
      if (path.length < 4) visit(place.child(key), [...path, key]);
    }
  };
  visit(Place.at(['services', 'name']), []);
  return index;
}

function propertyOf(
  map: Readonly<Record<string, SchemaNode>> | undefined,
  key: string,
): SchemaNode | undefined {
  return map !== undefined && Object.hasOwn(map, key) ? map[key] : undefined;
}

/** What stands below a name of the author's, or is an item of a list. */
function unnamed(node: SchemaNode, step: string): readonly SchemaNode[] {
  if (node.items !== undefined && /^\d+$/.test(step)) return [node.items];
  return Object.entries(node.patternProperties ?? {})
    .filter(([pattern]) => !pattern.startsWith('^x-') && new RegExp(pattern).test(step))
    .map(([, schema]) => schema);
}

/** The alternatives of a node, references followed. */
function formsOf(node: SchemaNode): readonly SchemaNode[] {
  const name = node.$ref?.replace('#/definitions/', '');
  const target = name === undefined ? undefined : root().definitions[name];
  if (target !== undefined) return formsOf(target);
  return node.oneOf === undefined ? [node] : [node, ...node.oneOf.flatMap(formsOf)];
}
