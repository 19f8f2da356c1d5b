/**
 * Text with variables in it, taken apart as BuildKit's shell lexer does.
 * @see https://github.com/moby/buildkit/blob/master/frontend/dockerfile/shell/lex.go
 */
export interface Template {
  readonly parts: readonly TemplatePart[];
  /** False where BuildKit would refuse the text: a quote or a brace stays open, or an operator is unknown. */
  readonly valid: boolean;
}

export type TemplatePart = string | VariablePart;

export interface VariablePart {
  readonly name: string;
  /** From `$` on, in the text. */
  readonly start: number;
  readonly end: number;
  readonly nameStart: number;
  readonly operator: '' | '-' | '+' | '?' | '#' | '%' | '/';
  /** True for `:-`, `:+`, `:?`: an empty value counts as none. */
  readonly emptyIsUnset: boolean;
  /** True for `##`, `%%` and `//`. */
  readonly doubled: boolean;
  /** What stands after the operator. */
  readonly word: readonly TemplatePart[];
  /** What `/` puts in the pattern's place. */
  readonly replacement: readonly TemplatePart[];
}

/** No text that people write nests deeper; deeper ones are not valid here. */
const MAX_DEPTH = 20;
const NAME = /[A-Za-z_][A-Za-z0-9_]*|[0-9]+|[@*#?\-$!]/y;

interface ParseOptions {
  readonly escape: string;
  /** False in the bodies of heredocs, where quotes are plain text. */
  readonly quotes: boolean;
}

export function parseTemplate(text: string, { escape, quotes }: ParseOptions): Template {
  const plain = !text.includes('$') && !text.includes(escape);
  if (plain && !(quotes && (text.includes('"') || text.includes("'")))) return { parts: [text], valid: true };
  return new TemplateReader(text, escape, quotes).read();
}

class TemplateReader {
  #at = 0;
  #depth = 0;
  #valid = true;

  constructor(
    private readonly text: string,
    private readonly escape: string,
    private readonly quotes: boolean,
  ) {}

  read(): Template {
    const parts = this.#readUntil('', false);
    return { parts, valid: this.#valid };
  }

  /** Reads up to `stop`, which it takes too, or to the end. Patterns keep their escapes. */
  #readUntil(stop: string, keepsEscapes: boolean): readonly TemplatePart[] {
    const parts: TemplatePart[] = [];
    let literal = '';
    const add = (part: TemplatePart): void => {
      if (typeof part === 'string') {
        literal += part;
        return;
      }
      if (literal !== '') parts.push(literal);
      literal = '';
      parts.push(part);
    };
    let closed = stop === '';
    while (this.#at < this.text.length) {
      const character = this.text.charAt(this.#at);
      if (character === stop) {
        this.#at++;
        closed = true;
        break;
      }
      if (character === '$') add(this.#readDollar());
      else if (this.quotes && character === "'") add(this.#readSingleQuoted());
      else if (this.quotes && character === '"') this.#readDoubleQuoted(add, keepsEscapes);
      else if (character === this.escape) {
        this.#at += 2;
        add((keepsEscapes ? character : '') + this.text.charAt(this.#at - 1));
      } else {
        this.#at++;
        add(character);
      }
    }
    if (!closed) this.#valid = false;
    if (literal !== '') parts.push(literal);
    return parts;
  }

  #readSingleQuoted(): string {
    const end = this.text.indexOf("'", this.#at + 1);
    const start = this.#at + 1;
    if (end < 0) this.#valid = false;
    this.#at = end < 0 ? this.text.length : end + 1;
    return this.text.slice(start, end < 0 ? this.text.length : end);
  }

  #readDoubleQuoted(add: (part: TemplatePart) => void, keepsEscapes: boolean): void {
    this.#at++;
    while (this.#at < this.text.length) {
      const character = this.text.charAt(this.#at);
      if (character === '"') {
        this.#at++;
        return;
      }
      if (character === '$') {
        add(this.#readDollar());
        continue;
      }
      this.#at++;
      const next = this.text.charAt(this.#at);
      const escapes = character === this.escape && (next === '"' || next === '$' || next === this.escape);
      if (!escapes) add(character);
      else {
        this.#at++;
        add((keepsEscapes ? character : '') + next);
      }
    }
    this.#valid = false;
  }

  #readDollar(): TemplatePart {
    const start = this.#at++;
    if (this.text[this.#at] === '{') return this.#readBraced(start);
    const name = this.#readName();
    return name === '' ? '$' : this.#variable(start, start + 1, name, { operator: '' });
  }

  #readBraced(start: number): TemplatePart {
    this.#at++;
    const nameStart = this.#at;
    const name = this.#readName();
    if (name === '' || this.#depth >= MAX_DEPTH) return this.#refuse(start);
    let operator = this.text.charAt(this.#at++);
    if (operator === '}') return this.#variable(start, nameStart, name, { operator: '' });
    const emptyIsUnset = operator === ':';
    if (emptyIsUnset) operator = this.text.charAt(this.#at++);
    if (!isOperator(operator) || (operator === '/' && emptyIsUnset)) return this.#refuse(start);
    const isPattern = operator === '#' || operator === '%' || operator === '/';
    const doubled = isPattern && this.text[this.#at] === operator;
    if (doubled) this.#at++;
    this.#depth++;
    const word = this.#readUntil(operator === '/' ? '/' : '}', isPattern);
    const replacement = operator === '/' ? this.#readUntil('}', true) : [];
    this.#depth--;
    return this.#variable(start, nameStart, name, { operator, emptyIsUnset, doubled, word, replacement });
  }

  #variable(
    start: number,
    nameStart: number,
    name: string,
    rest: Pick<VariablePart, 'operator'> & Partial<VariablePart>,
  ): VariablePart {
    const { operator, emptyIsUnset = false, doubled = false, word = [], replacement = [] } = rest;
    return { name, start, end: this.#at, nameStart, operator, emptyIsUnset, doubled, word, replacement };
  }

  #readName(): string {
    NAME.lastIndex = this.#at;
    const name = NAME.exec(this.text)?.[0] ?? '';
    this.#at += name.length;
    return name;
  }

  #refuse(start: number): string {
    this.#valid = false;
    this.#at = Math.min(this.#at, this.text.length);
    return this.text.slice(start, this.#at);
  }
}

function isOperator(character: string): character is Exclude<VariablePart['operator'], ''> {
  return character !== '' && '-+?#%/'.includes(character);
}
