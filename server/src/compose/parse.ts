import { Source } from '../text/source';
import { type Span } from '../text/span';
import { Layering } from './layers';
import { type Compose, type ComposeDocument, type ComposeOptions, type Service } from './model';
import { Reader } from './read-value';
import { ParsedService } from './service';
import { type Style, styleOf } from './style';
import { type SyntaxFault } from './syntax-fault';
import { Users } from './users';
import { type Entry, OWN, scalarOf, type ScalarValue } from './value';
import { parseYaml } from './yaml';

/** Parses a Compose file. Never throws; what cannot be read is left out, and `errors` says where. */
export function parseCompose(text: string | Source, options: ComposeOptions = {}): Compose {
  return new ParsedCompose(typeof text === 'string' ? new Source(text) : text, options);
}

class ParsedCompose implements Compose {
  readonly errors: readonly SyntaxFault[];
  readonly documents: readonly ComposeDocument[];
  readonly #reader: Reader;
  #services: ReadonlyMap<string, Service> | undefined;
  #users: Users | undefined;
  #style: Style | undefined;

  constructor(
    readonly source: Source,
    options: ComposeOptions,
  ) {
    const yaml = parseYaml(source.text);
    const reader = new Reader(source.text, yaml, options.variables ?? new Map());
    this.#reader = reader;
    this.errors = yaml.faults;
    this.documents = yaml.documents.map(({ contents }) => {
      const root = reader.value(contents, OWN, 0);
      return { root: root.kind === 'map' ? root : undefined };
    });
  }

  get services(): readonly Service[] {
    return [...this.#byName.values()];
  }
  service(name: string): Service | undefined {
    return this.#byName.get(name);
  }
  topLevel(key: string): readonly Entry[] {
    return this.documents.map(({ root }) => root?.get(key)).filter((entry) => entry !== undefined);
  }
  declared(section: string): readonly Entry[] {
    const byName = new Map<string, Entry>();
    for (const { value } of this.topLevel(section))
      if (value.kind === 'map') for (const entry of value.entries) byName.set(entry.key, entry);
    return [...byName.values()];
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
    this.#users ??= new Users(
      [...this.#byName.values()].filter((service) => service instanceof ParsedService),
    );
    return this.#users.of(value.span);
  }

  get #byName(): ReadonlyMap<string, Service> {
    return (this.#services ??= this.#readServices());
  }

  #readServices(): ReadonlyMap<string, Service> {
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
    const layering = new Layering(declarations, (entry, origin) => this.#reader.reread(entry, origin));
    const services = new Map<string, Service>();
    for (const [name, entries] of declarations) {
      const last = entries.at(-1);
      if (last !== undefined && last.value.tag !== '!reset')
        services.set(name, new ParsedService(name, last, layering));
    }
    return services;
  }
}
