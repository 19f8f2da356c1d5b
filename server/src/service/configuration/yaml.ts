import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type JsonFault, type JsonMember, type JsonNode } from './json';

/** Deeper nesting than this is refused; settings need four levels. */
const deepest = 50;

class Unreadable extends Error {
  constructor(
    message: string,
    readonly start: number,
    readonly end: number,
  ) {
    super(message);
  }
}

/** Reads YAML that says what JSON could say: no aliases, no tags of its own. Never throws. */
export function readYaml(text: string): { readonly node: JsonNode } | { readonly fault: JsonFault } {
  const document = parseDocument(text, {
    prettyErrors: false,
    logLevel: 'silent',
    uniqueKeys: false,
    lineCounter: new LineCounter(),
  });
  const [error] = document.errors;
  if (error !== undefined)
    return { fault: { message: `This is no YAML: ${error.message}`, span: spanOf(error.pos, text) } };
  const root = document.contents;
  if (root === null) return { node: { kind: 'object', members: [], span: { start: 0, end: 0 } } };
  try {
    return { node: nodeOf(root, 0) };
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
    const { message, start, end } = failure;
    return { fault: { message, span: spanOf([start, end], text) } };
  }
}

function spanOf([start, end]: readonly [number, number], text: string): { start: number; end: number } {
  return { start: Math.min(start, text.length), end: Math.min(Math.max(start, end), text.length) };
}

function nodeOf(node: unknown, depth: number): JsonNode {
  const [start, end] = (node as Node | null)?.range ?? [0, 0];
  const span = { start, end };
  if (depth > deepest) throw new Unreadable('Nested too deeply', start, end);
  if (isMap(node)) {
    const members = node.items.map(({ key, value }): JsonMember => {
      if (!isScalar(key)) throw new Unreadable('A key must be a plain word', start, end);
      const [keyStart, keyEnd] = key.range ?? [start, end];
      const keySpan = { start: keyStart, end: keyEnd };
      const inner: JsonNode =
        value === null ? { kind: 'scalar', value: null, span: keySpan } : nodeOf(value, depth + 1);
      return { key: String(key.value), keySpan, value: inner };
    });
    return { kind: 'object', members, span };
  }
  if (isSeq(node)) return { kind: 'array', items: node.items.map((item) => nodeOf(item, depth + 1)), span };
  if (isScalar(node)) {
    const { value } = node;
    const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return { kind: 'scalar', value: plain ? value : null, span };
  }
  throw new Unreadable('Aliases are not followed: write the value itself', start, end);
}
