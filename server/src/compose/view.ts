import { type Source } from '../text/source';
import { type Span } from '../text/span';
import { Layering } from './layers';
import { type Compose, type ComposeDocument, type ComposePlace, type Service } from './model';
import { type ComposeProject, type ProjectFile } from './project';
import { ParsedService, type ServicePlace, type ServiceSetting } from './service';
import { type Style, styleOf } from './style';
import { type SyntaxFault } from './syntax-fault';
import { type ComposeText } from './text';
import { liesInDocument, type Unit, Units } from './units';
import { Users } from './users';
import { type Entry, scalarOf, type ScalarValue } from './value';

export interface ViewOptions {
  /** Of the document that is looked at; canonical. */
  readonly uri: string;
  /** Its present text, which may be newer than the one in the project. */
  readonly content: ComposeText;
  readonly project: ComposeProject;
  readonly hardenedImageMirrors?: readonly string[] | undefined;
  /** Services that are bases for others which are not known: each may have more keys. */
  readonly areBases?: boolean;
  /** Only these services; all where absent. */
  readonly only?: (name: string) => boolean;
}

/** A project as it is seen from one of its documents. */
export class ComposeView implements Compose {
  readonly source: Source;
  readonly errors: readonly SyntaxFault[];
  readonly documents: readonly ComposeDocument[];
  readonly isAlone: boolean;
  readonly isWhole: boolean;
  readonly facts = new Map<object, unknown>();
  readonly #units: Units;
  readonly #own: Unit;
  readonly #layering: Layering;
  #byName: ReadonlyMap<string, ParsedService> | undefined;
  #services: readonly ParsedService[] | undefined;
  readonly #declared = new Map<string, readonly Entry[]>();
  #users: Users | undefined;
  #style: Style | undefined;

  constructor(private readonly options: ViewOptions) {
    const { uri, content, project } = options;
    this.#units = new Units(project, uri, content);
    this.#own = this.#units.own;
    this.#layering = new Layering(this.#units);
    this.source = content.source;
    this.errors = content.yaml.faults;
    this.documents = this.#own.documents;
    const { layers } = this.#units;
    this.isAlone = layers.every((unit) => unit === this.#own && unit.file.extended.size === 0);
    const includesNone = layers.length === 1 && this.#own.topLevel('include').length === 0;
    this.isWhole =
      project.isWhole &&
      options.areBases !== true &&
      (includesNone || layers.length > 1) &&
      layers.every((unit) => unit === this.#own || unit.content.yaml.faults.length === 0);
  }

  get services(): readonly Service[] {
    return this.#all;
  }
  service(name: string): Service | undefined {
    return this.#named.get(name);
  }
  topLevel(key: string): readonly Entry[] {
    return this.#own.topLevel(key);
  }
  declared(section: string): readonly Entry[] {
    let entries = this.#declared.get(section);
    if (entries === undefined) this.#declared.set(section, (entries = this.#readDeclared(section)));
    return entries;
  }
  get includes(): readonly ScalarValue[] {
    return this.topLevel('include').flatMap(({ value }) => {
      const items = value.kind === 'list' ? value.items : [value];
      return items.flatMap((item) => {
        const path = item.kind === 'map' ? item.get('path')?.value : item;
        const paths = path?.kind === 'list' ? path.items : [path];
        return paths.map(scalarOf).filter((scalar) => scalar !== undefined);
      });
    });
  }
  get style(): Style {
    return (this.#style ??= styleOf(this.source, this.documents));
  }
  usersOf(value: { readonly span: Span }): readonly Service[] {
    this.#users ??= new Users(this.#all);
    return this.#users.of(value.span);
  }
  isOwn(span: Span): boolean {
    return liesInDocument(span);
  }
  placeOf(span: Span): ComposePlace {
    const { file, content, base } = this.#units.at(span);
    const { uri, folder } = file;
    return { uri, folder, source: content.source, span: { start: span.start - base, end: span.end - base } };
  }

  /** Services of the document that services of this view extend. */
  get extended(): ReadonlySet<string> {
    // They are known once the layers of all services are.
    const layers = this.#all.map((service) => service.layers);
    return layers.length === 0 ? new Set() : this.#layering.extended;
  }
  get ownFile(): ProjectFile {
    return this.#own.file;
  }
  /** Whether the document lies among the files of the project, so that each of its services is one of the project's. */
  get isLayer(): boolean {
    return this.#units.layers.includes(this.#own);
  }

  get #all(): readonly ParsedService[] {
    return (this.#services ??= [...this.#named.values()]);
  }
  get #named(): ReadonlyMap<string, ParsedService> {
    return (this.#byName ??= this.#readServices());
  }

  #readDeclared(section: string): readonly Entry[] {
    const byName = new Map<string, Entry>();
    for (const unit of this.#units.layers)
      for (const { value } of unit.topLevel(section))
        if (value.kind === 'map') for (const entry of value.entries) byName.set(entry.key, entry);
    return [...byName.values()];
  }

  #readServices(): ReadonlyMap<string, ParsedService> {
    const places = new Map<string, ServicePlace>();
    const gone = new Set<string>();
    for (const unit of this.#units.layers)
      for (const [name, entries] of unit.declarations) {
        const last = entries.at(-1);
        if (last === undefined || this.options.only?.(name) === false) continue;
        if (last.value.tag === '!reset') gone.add(name);
        else gone.delete(name);
        const before = places.get(name);
        places.set(name, {
          nameSpan: before?.nameSpan ?? last.keySpan,
          declaration:
            before !== undefined && liesInDocument(before.declaration.keySpan) ? before.declaration : last,
        });
      }
    const setting: ServiceSetting = {
      layering: this.#layering,
      hardenedImageMirrors: this.options.hardenedImageMirrors ?? [],
      isOpen: this.options.areBases === true,
      envFile: (path) =>
        path.resolved.state === 'known'
          ? this.#units.at(path.span).file.envFiles.get(path.resolved.value)
          : undefined,
    };
    const services = new Map<string, ParsedService>();
    for (const [name, place] of places)
      if (!gone.has(name)) services.set(name, new ParsedService(name, place, setting));
    return services;
  }
}
