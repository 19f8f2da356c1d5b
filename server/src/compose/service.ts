import { ABSENT, type Known, known, UNKNOWN } from '../text/known';
import { type Span } from '../text/span';
import {
  type BuildConfig,
  type Command,
  type Extends,
  type Healthcheck,
  type Port,
  type Reference,
  type Variable,
  type Volume,
  type WatchRule,
} from './field';
import { nameOf, readBuild, readCommand, readReferences, readWatch, targetOf } from './fields';
import { type Variables } from './interpolate';
import { allLayeredEntries, extendsOf, type Layering, type Layers } from './layers';
import { mergeEntries, mergeLogging } from './merged';
import { type Service } from './model';
import { overlay } from './overlay';
import { portKey, readPort } from './ports';
import { type Entry, type MapValue, scalarOf, scalarsOf, type ScalarValue, type Value } from './value';
import { readVariables } from './variables';
import { readVolume, volumeKey } from './volumes';

/** Where a service is written. */
export interface ServicePlace {
  /** Its name in the weakest file that declares it. */
  readonly nameSpan: Span;
  /** In the document that is looked at, where that declares it, else in the strongest file. */
  readonly declaration: Entry;
}

/** What a service needs of the files around it. */
export interface ServiceSetting {
  readonly layering: Layering;
  readonly hardenedImageMirrors: readonly string[];
  /** Whether keys may be added in a place that is not known. */
  readonly isOpen: boolean;
  /** What the files set that a path of `env_file` names. */
  readonly envFile: (path: ScalarValue) => Variables | undefined;
}

const none: readonly never[] = [];

/** A service, each field of it read when it is first asked for. */
export class ParsedService implements Service {
  #entries: ReadonlyMap<string, readonly Entry[]> | undefined;
  #layers: Layers | undefined;
  readonly #fields = new Map<string, unknown>();
  readonly facts = new Map<object, unknown>();
  readonly nameSpan: Span;
  readonly declaration: Entry;

  constructor(
    readonly name: string,
    { nameSpan, declaration }: ServicePlace,
    private readonly setting: ServiceSetting,
  ) {
    this.nameSpan = nameSpan;
    this.declaration = declaration;
  }

  get map(): MapValue | undefined {
    return this.declaration.value.kind === 'map' ? this.declaration.value : undefined;
  }
  /** What it is made of, weakest first. */
  get layers(): Layers {
    return (this.#layers ??= this.setting.layering.layersOf(this.name));
  }
  get extends(): Extends | undefined {
    return this.map === undefined ? undefined : extendsOf(this.map);
  }
  get hardenedImageMirrors(): readonly string[] {
    return this.setting.hardenedImageMirrors;
  }
  get inheritsUnknown(): boolean {
    return this.setting.isOpen || !this.layers.complete;
  }
  get isFragment(): boolean {
    return !this.inheritsUnknown && this.entry('image') === undefined && this.entry('build') === undefined;
  }

  entry(key: string): Entry | undefined {
    const entries = this.entries(key);
    const last = entries.at(-1);
    if (entries.length < 2 || last?.value.kind !== 'map') return last;
    return this.#once(`entry ${key}`, () =>
      key === 'logging' ? mergeLogging(entries) : mergeEntries(entries),
    );
  }
  entries(key: string): readonly Entry[] {
    this.#entries ??= allLayeredEntries(this.layers.maps);
    return this.#entries.get(key) ?? none;
  }
  scalar(key: string): ScalarValue | undefined {
    return scalarOf(this.entry(key)?.value);
  }
  scalars(key: string): readonly ScalarValue[] {
    const entries = this.entries(key);
    if (entries.length === 0) return none;
    return this.#once(`scalars of ${key}`, () => entries.flatMap(({ value }) => scalarsOf(value)));
  }

  get image(): ScalarValue | undefined {
    return this.scalar('image');
  }
  get build(): BuildConfig | undefined {
    const entries = this.entries('build');
    return entries.length === 0 ? undefined : this.#once('build', () => readBuild(entries));
  }
  get user(): ScalarValue | undefined {
    return this.scalar('user');
  }
  get privileged(): ScalarValue | undefined {
    return this.scalar('privileged');
  }
  get readOnly(): ScalarValue | undefined {
    return this.scalar('read_only');
  }
  get networkMode(): ScalarValue | undefined {
    return this.scalar('network_mode');
  }
  get pid(): ScalarValue | undefined {
    return this.scalar('pid');
  }
  get ipc(): ScalarValue | undefined {
    return this.scalar('ipc');
  }
  get uts(): ScalarValue | undefined {
    return this.scalar('uts');
  }
  get usernsMode(): ScalarValue | undefined {
    return this.scalar('userns_mode');
  }
  get restart(): ScalarValue | undefined {
    return this.scalar('restart');
  }
  get capAdd(): readonly ScalarValue[] {
    return this.scalars('cap_add');
  }
  get capDrop(): readonly ScalarValue[] {
    return this.scalars('cap_drop');
  }
  get securityOpt(): readonly ScalarValue[] {
    return this.scalars('security_opt');
  }
  get groupAdd(): readonly ScalarValue[] {
    return this.scalars('group_add');
  }
  get devices(): readonly ScalarValue[] {
    return this.scalars('devices');
  }
  get tmpfs(): readonly ScalarValue[] {
    return this.scalars('tmpfs');
  }
  get profiles(): readonly ScalarValue[] {
    return this.scalars('profiles');
  }
  get envFiles(): readonly ScalarValue[] {
    return this.#once('envFiles', () =>
      this.#items('env_file')
        .map((item) => scalarOf(item.kind === 'map' ? item.get('path')?.value : item))
        .filter((path) => path !== undefined),
    );
  }
  get ports(): readonly Port[] {
    return this.#once('ports', () => this.#overlaid('ports', readPort, portKey));
  }
  get volumes(): readonly Volume[] {
    return this.#once('volumes', () => this.#overlaid('volumes', readVolume, volumeKey));
  }
  get environment(): readonly Variable[] {
    return this.#once('environment', () => readVariables(this.#values('environment')));
  }
  variable(name: string): Known<string> {
    const own = this.environment.find((variable) => variable.name === name);
    // What stands there without a value comes from whoever starts the service.
    if (own !== undefined) return own.value.state === 'absent' ? UNKNOWN : own.value;
    if (this.inheritsUnknown || this.#values('environment').some(isUnreadable)) return UNKNOWN;
    for (const path of this.envFiles.toReversed()) {
      const variables = this.setting.envFile(path);
      const value = variables?.get(name);
      if (variables === undefined || value !== undefined) return value === undefined ? UNKNOWN : known(value);
    }
    return ABSENT;
  }
  get labels(): readonly Variable[] {
    return this.#once('labels', () => readVariables(this.#values('labels')));
  }
  get command(): Command | undefined {
    return readCommand(this.entry('command')?.value);
  }
  get entrypoint(): Command | undefined {
    return readCommand(this.entry('entrypoint')?.value);
  }
  get healthcheck(): Healthcheck | undefined {
    const entry = this.entry('healthcheck');
    if (entry?.value.kind !== 'map') return undefined;
    const test = readCommand(entry.value.get('test')?.value);
    const isNone = test?.form === 'exec' && test.words[0]?.text === 'NONE';
    const disabled = isNone || scalarOf(entry.value.get('disable')?.value)?.boolean === true;
    return { test, disabled, entry };
  }
  get secrets(): readonly Reference[] {
    return this.#once('secrets', () => readReferences(this.#values('secrets'), targetOf));
  }
  get configs(): readonly Reference[] {
    return this.#once('configs', () => readReferences(this.#values('configs'), targetOf));
  }
  get networks(): readonly Reference[] {
    return this.#once('networks', () => readReferences(this.#values('networks'), nameOf));
  }
  get dependsOn(): readonly Reference[] {
    return this.#once('dependsOn', () => readReferences(this.#values('depends_on'), nameOf));
  }
  get watch(): readonly WatchRule[] {
    return this.#once('watch', () => readWatch(this.entries('develop')));
  }
  get resources(): MapValue | undefined {
    const deploy = this.entry('deploy')?.value;
    const resources = deploy?.kind === 'map' ? deploy.get('resources')?.value : undefined;
    return resources?.kind === 'map' ? resources : undefined;
  }
  get logging(): MapValue | undefined {
    const logging = this.entry('logging')?.value;
    return logging?.kind === 'map' ? logging : undefined;
  }

  #values(key: string): readonly Value[] {
    return this.entries(key).map((entry) => entry.value);
  }

  /** Items of the lists under a key, or the value that stands alone. */
  #items(key: string): readonly Value[] {
    return this.#values(key).flatMap(itemsOf);
  }

  #overlaid<T>(
    key: string,
    read: (item: Value) => T | undefined,
    keyOf: (item: T) => string | undefined,
  ): readonly T[] {
    const values = this.#values(key);
    if (values.length === 0) return none;
    const layers = values.map((value) =>
      itemsOf(value)
        .map(read)
        .filter((item) => item !== undefined),
    );
    return overlay(layers, keyOf);
  }

  #once<T>(field: string, read: () => T): T {
    const known = this.#fields.get(field);
    if (known !== undefined || this.#fields.has(field)) return known as T;
    const value = read();
    this.#fields.set(field, value);
    return value;
  }
}

function itemsOf(value: Value): readonly Value[] {
  return value.kind === 'list' ? value.items : [value];
}

function isUnreadable(value: Value): boolean {
  return value.kind === 'scalar' && !value.isNull;
}
