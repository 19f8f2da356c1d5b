import { type Span } from '../../text/span';

/** A JSON value that remembers where it stands. Keys that stand twice are both kept. */
export type JsonNode = JsonObject | JsonArray | JsonScalar;

export interface JsonObject {
  readonly kind: 'object';
  readonly members: readonly JsonMember[];
  readonly span: Span;
}

export interface JsonMember {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: JsonNode;
}

export interface JsonArray {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
  readonly span: Span;
}

export interface JsonScalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly span: Span;
}

/** Why a text is not JSON, and where. */
export interface JsonFault {
  readonly message: string;
  readonly span: Span;
}

/** Deeper nesting than this is refused; settings need three levels. */
const deepest = 50;

/** Reads JSON as RFC 8259 has it: no comments, no trailing commas. Never throws. */
export function readJson(text: string): { readonly node: JsonNode } | { readonly fault: JsonFault } {
  try {
    return { node: new Reader(text).document() };
  } catch (error) {
    if (error instanceof Fault) return { fault: error };
    throw error;
  }
}

class Fault extends Error implements JsonFault {
  constructor(
    message: string,
    readonly span: Span,
  ) {
    super(message);
  }
}

class Reader {
  #at = 0;

  constructor(private readonly text: string) {}

  document(): JsonNode {
    const node = this.#value(0);
    if (this.#next() !== '') this.#fail('Nothing may follow the closing brace');
    return node;
  }

  #value(depth: number): JsonNode {
    const next = this.#next();
    if (depth > deepest) this.#fail('Nested too deeply');
    if (next === '{') return this.#object(depth);
    if (next === '[') return this.#array(depth);
    const start = this.#at;
    if (next === '"') {
      const value = this.#string();
      return { kind: 'scalar', value, span: { start, end: this.#at } };
    }
    const word = this.#take(/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[A-Za-z]+/y);
    const span = { start, end: this.#at };
    if (word === 'true' || word === 'false') return { kind: 'scalar', value: word === 'true', span };
    if (word === 'null') return { kind: 'scalar', value: null, span };
    if (word !== undefined && /^-?\d/.test(word)) return { kind: 'scalar', value: Number(word), span };
    if (word !== undefined) throw new Fault(`"${word}" must stand in double quotes`, span);
    if (next === ']') this.#fail('A comma must not stand before the closing bracket');
    return this.#fail(next === '' ? 'The file ends too early' : 'A value is missing here');
  }

  #object(depth: number): JsonObject {
    const start = this.#at++;
    const members: JsonMember[] = [];
    if (this.#next() === '}') this.#at++;
    else
      do {
        const keyStart = this.#comesTo('"', 'A key in double quotes is missing here');
        const key = this.#string();
        const keySpan = { start: keyStart, end: this.#at };
        this.#comesTo(':', 'A colon is missing after the key');
        this.#at++;
        members.push({ key, keySpan, value: this.#value(depth + 1) });
      } while (this.#goesOn('}'));
    return { kind: 'object', members, span: { start, end: this.#at } };
  }

  #array(depth: number): JsonArray {
    const start = this.#at++;
    const items: JsonNode[] = [];
    if (this.#next() === ']') this.#at++;
    else
      do items.push(this.#value(depth + 1));
      while (this.#goesOn(']'));
    return { kind: 'array', items, span: { start, end: this.#at } };
  }

  /** Takes a comma and says that more follows, or takes the closing bracket. */
  #goesOn(close: string): boolean {
    const next = this.#next();
    if (next !== ',' && next !== close)
      this.#fail(next === '' ? `"${close}" is missing` : 'A comma is missing here');
    this.#at++;
    return next === ',';
  }

  #string(): string {
    const raw = this.#take(/"[^"\\\r\n]*(?:\\.[^"\\\r\n]*)*"/y);
    if (raw === undefined) return this.#fail('This string is not closed');
    try {
      return String(JSON.parse(raw));
    } catch {
      throw new Fault('This string holds an invalid escape or character', {
        start: this.#at - raw.length,
        end: this.#at,
      });
    }
  }

  #comesTo(wanted: string, message: string): number {
    const next = this.#next();
    if (next === wanted) return this.#at;
    if (wanted === '"' && next === '}') this.#fail('A comma must not stand before the closing bracket');
    return this.#fail(message);
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  /** The next character that is no blank, `''` at the end. */
  #next(): string {
    this.#take(/[ \t\r\n\ufeff]+/y);
    const next = this.text.charAt(this.#at);
    if (next === '/') this.#fail('Comments are not allowed in JSON');
    return next;
  }

  #fail(message: string): never {
    throw new Fault(message, { start: this.#at, end: Math.min(this.#at + 1, this.text.length) });
  }
}
