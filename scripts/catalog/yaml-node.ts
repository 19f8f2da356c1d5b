import { LineCounter, parseDocument } from 'yaml';

/** A fault of a definition, with its file and the key that it is at. */
export class DefinitionError extends Error {
  constructor(file: string, key: string, what: string) {
    super(key === '' ? `${file}: ${what}` : `${file}: ${key}: ${what}`);
  }
}

/** A value of a YAML file, which says where it stands when it is not what it should be. */
export class YamlNode {
  private constructor(
    private readonly file: string,
    private readonly key: string,
    private readonly value: unknown,
  ) {}

  /** @param file as messages name it. */
  static parse(file: string, text: string): YamlNode {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines });
    const [error] = document.errors;
    if (error !== undefined) {
      const { line } = lines.linePos(error.pos[0]);
      throw new DefinitionError(`${file}:${line}`, '', error.message.split('\n')[0] ?? 'no YAML');
    }
    return new YamlNode(file, '', document.toJS());
  }

  get exists(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  fail(what: string): never {
    throw new DefinitionError(this.file, this.key, what);
  }

  /** A key of a mapping; what is not there has no keys either. */
  at(key: string): YamlNode {
    const place = this.key === '' ? key : `${this.key}.${key}`;
    if (!this.exists) return new YamlNode(this.file, place, undefined);
    return new YamlNode(this.file, place, this.mapping()[key]);
  }

  keys(): readonly string[] {
    return this.exists ? Object.keys(this.mapping()) : [];
  }

  /** Items of a list; none where it is not there. */
  items(): readonly YamlNode[] {
    if (!this.exists) return [];
    if (!Array.isArray(this.value)) this.fail('must be a list');
    return this.value.map((item: unknown, at) => new YamlNode(this.file, `${this.key}[${at}]`, item));
  }

  /** Text that YAML must not take for a number: `3.10` would be 3.1. */
  string(): string {
    if (typeof this.value === 'string' && this.value !== '') return this.value;
    return this.fail(
      typeof this.value === 'number' ? 'must be quoted, as it is a number otherwise' : 'must be a text',
    );
  }

  /** Text, or a number or boolean as it would be written. */
  text(): string {
    if (typeof this.value === 'string') return this.value;
    if (typeof this.value === 'number' || typeof this.value === 'boolean') return String(this.value);
    return this.fail('must be a text or a number');
  }

  /** A whole number that is not negative. */
  number(): number {
    if (typeof this.value === 'number' && Number.isInteger(this.value) && this.value >= 0) return this.value;
    return this.fail('must be a whole number');
  }

  is(value: unknown): boolean {
    return this.value === value;
  }

  private mapping(): Readonly<Record<string, unknown>> {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value))
      this.fail('must be a mapping');
    return this.value as Readonly<Record<string, unknown>>;
  }
}
