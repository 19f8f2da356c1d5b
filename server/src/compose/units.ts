import { type Span } from '../text/span';
import { type ComposeDocument } from './model';
import { type ComposeProject, loneFile, type ProjectFile } from './project';
import { Reader } from './read-value';
import { type ComposeText } from './text';
import { type Entry, EXTENDED, OWN, type Value } from './value';

/**
 * Each file of a view has so many offsets for itself, more than a file may be long; the document that is looked at has the
 * first ones, so that its spans are what they are.
 */
const room = 2 ** 24;

/** Whether a place lies in the document that is looked at. */
export function liesInDocument({ start }: Span): boolean {
  return start < room;
}

/** A file as one view of its project reads it. */
export class Unit {
  readonly reader: Reader;
  readonly documents: readonly ComposeDocument[];
  #declarations: ReadonlyMap<string, readonly Entry[]> | undefined;
  readonly #handedOn = new Map<Entry, Value>();

  constructor(
    readonly file: ProjectFile,
    readonly content: ComposeText,
    readonly base: number,
  ) {
    const { source, yaml } = content;
    const reader = new Reader(source.text, yaml, file.variables, base);
    this.reader = reader;
    this.documents = yaml.documents.map(({ contents }) => {
      const root = reader.value(contents, OWN, base);
      return { root: root.kind === 'map' ? root : undefined };
    });
  }

  topLevel(key: string): readonly Entry[] {
    return this.documents.map(({ root }) => root?.get(key)).filter((entry) => entry !== undefined);
  }

  /** What each of its documents declares as a service of a name, in their order. */
  get declarations(): ReadonlyMap<string, readonly Entry[]> {
    return (this.#declarations ??= this.#readDeclarations());
  }

  /** A declaration as it looks to services that extend it; the same for all of them. */
  handedOn(declaration: Entry): Value {
    let value = this.#handedOn.get(declaration);
    if (value === undefined)
      this.#handedOn.set(declaration, (value = this.reader.reread(declaration, EXTENDED)));
    return value;
  }

  #readDeclarations(): ReadonlyMap<string, readonly Entry[]> {
    const declarations = new Map<string, Entry[]>();
    for (const { value } of this.topLevel('services')) {
      if (value.kind !== 'map') continue;
      for (const entry of value.entries) {
        if (entry.key.startsWith('x-')) continue;
        const same = declarations.get(entry.key);
        if (same === undefined) declarations.set(entry.key, [entry]);
        else same.push(entry);
      }
    }
    return declarations;
  }
}

/** The files of a project as they are seen from one document among them. */
export class Units {
  /** The files that lie over each other, weakest first. */
  readonly layers: readonly Unit[];
  /** The document that is looked at. */
  readonly own: Unit;
  readonly #units = new Map<ProjectFile, Unit>();
  readonly #uris: string[];
  readonly #byBase = new Map<number, Unit>();

  /**
   * @param uri of the document that is looked at.
   * @param content its present text, which may be newer than the one in the project.
   */
  constructor(
    readonly project: ComposeProject,
    uri: string,
    private readonly content: ComposeText,
  ) {
    this.#uris = [uri];
    this.layers = project.files.map((file) => this.of(file));
    this.own =
      this.layers.find(({ base }) => base === 0) ?? this.of(this.#extendedOwn() ?? loneFile(uri, content));
  }

  of(file: ProjectFile): Unit {
    const before = this.#units.get(file);
    if (before !== undefined) return before;
    let index = this.#uris.indexOf(file.uri);
    if (index < 0) index = this.#uris.push(file.uri) - 1;
    const unit = new Unit(file, index === 0 ? this.content : file.content, index * room);
    this.#units.set(file, unit);
    if (!this.#byBase.has(unit.base)) this.#byBase.set(unit.base, unit);
    return unit;
  }

  /** The file that a service of a unit extends. */
  extended(unit: Unit, path: string): Unit | undefined {
    const file = unit.file.extended.get(path);
    return file && this.of(file);
  }

  /** The file that a place lies in. */
  at({ start }: Span): Unit {
    return this.#byBase.get(Math.floor(start / room) * room) ?? this.own;
  }

  /** The document, where others only extend it. */
  #extendedOwn(): ProjectFile | undefined {
    const waiting = [...this.project.files];
    const seen = new Set<ProjectFile>();
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (seen.has(file)) continue;
      seen.add(file);
      if (file.uri === this.#uris[0]) return file;
      waiting.push(...file.extended.values());
    }
    return undefined;
  }
}
