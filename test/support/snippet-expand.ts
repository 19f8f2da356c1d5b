/**
 * Snippets as VS Code reads them: `$1`, `${1}`, `${1:default}`, `${1|a,b|}`, and `\` before `$`, `}` or `\`.
 * Variables and transforms are not spoken here: none of ours uses them, and an unescaped `$NAME` is a mistake.
 * @see https://code.visualstudio.com/docs/editing/userdefinedsnippets#_snippet-syntax
 */
export interface Expanded {
  /** What is inserted when every tab stop keeps its default, a choice its first. */
  readonly text: string;
  /** Tab stops in the order of their numbers, `$0` included. */
  readonly stops: readonly number[];
  /** Everything that a choice offers. */
  readonly choices: readonly string[];
  /** Mistakes: unescaped variables, braces that never close, a stop with two defaults. */
  readonly problems: readonly string[];
}

type Node = string | { readonly stop: number; readonly inner: readonly Node[] };

/** Expands the lines of a snippet's body; `pick` chooses from a choice, the first where it is absent. */
export function expandSnippet(
  body: readonly string[],
  pick: (choices: readonly string[]) => string = first,
): Expanded {
  const reader = new SnippetReader(body.join('\n'), pick);
  const nodes = reader.nodes('');
  const defaults = new Map<number, readonly Node[]>();
  const stops = new Set<number>();
  const problems = [...reader.problems];
  visit(nodes, ({ stop, inner }) => {
    stops.add(stop);
    if (inner.length === 0) return;
    if (defaults.has(stop)) problems.push(`two defaults for $${stop}`);
    defaults.set(stop, inner);
  });
  return {
    text: render(nodes, defaults),
    stops: [...stops].sort((a, b) => a - b),
    choices: reader.choices,
    problems,
  };
}

function first(choices: readonly string[]): string {
  return choices[0] ?? '';
}

function visit(nodes: readonly Node[], see: (node: Exclude<Node, string>) => void): void {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    see(node);
    visit(node.inner, see);
  }
}

function render(nodes: readonly Node[], defaults: ReadonlyMap<number, readonly Node[]>): string {
  return nodes
    .map((node) => (typeof node === 'string' ? node : render(defaults.get(node.stop) ?? [], defaults)))
    .join('');
}

class SnippetReader {
  readonly problems: string[] = [];
  readonly choices: string[] = [];
  #at = 0;

  constructor(
    readonly text: string,
    readonly pick: (choices: readonly string[]) => string,
  ) {}

  /** Everything up to `end`, which is consumed; up to the end of the text where `end` is empty. */
  nodes(end: string): Node[] {
    const nodes: Node[] = [];
    for (;;) {
      const char = this.text[this.#at];
      if (char === undefined) {
        if (end !== '') this.problems.push(`no closing ${end}`);
        return nodes;
      }
      this.#at++;
      if (char === end) return nodes;
      if (char === '\\') nodes.push(this.#escaped('$}\\'));
      else if (char === '$') nodes.push(this.#afterDollar());
      else nodes.push(char);
    }
  }

  #escaped(special: string): string {
    const next = this.text[this.#at] ?? '';
    if (next === '' || !special.includes(next)) return '\\';
    this.#at++;
    return next;
  }

  #afterDollar(): Node {
    const plain = this.#take(/\d+/y);
    if (plain !== undefined) return { stop: Number(plain), inner: [] };
    const braced = this.#take(/\{\d+/y);
    if (braced === undefined) {
      this.problems.push(`unescaped $ before ${JSON.stringify(this.text.slice(this.#at, this.#at + 12))}`);
      return '$';
    }
    const stop = Number(braced.slice(1));
    switch (this.text[this.#at++]) {
      case '}':
        return { stop, inner: [] };
      case ':':
        return { stop, inner: this.nodes('}') };
      case '|':
        return { stop, inner: [this.pick(this.#choice())] };
      default:
        this.problems.push(`unreadable \${${stop}`);
        return '';
    }
  }

  /** Inside a choice `$` means nothing, and `\` stands before `,`, `|` and `\`. */
  #choice(): string[] {
    const choices = [''];
    for (;;) {
      const char = this.text[this.#at++];
      if (char === undefined) {
        this.problems.push('no closing |}');
        return choices;
      }
      if (char === '|') break;
      if (char === ',') choices.push('');
      else choices.push((choices.pop() ?? '') + (char === '\\' ? this.#escaped(',|\\') : char));
    }
    if (this.text[this.#at++] !== '}') this.problems.push('no } after a choice');
    this.choices.push(...choices);
    return choices;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }
}
