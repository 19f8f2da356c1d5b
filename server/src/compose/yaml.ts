import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseAllDocuments,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { type SyntaxFault, syntaxFault } from './syntax-fault';

/** The YAML of a file: its documents, what its aliases stand for, and what is wrong with it. */
export interface Yaml {
  readonly documents: readonly YamlDocument[];
  /** What an alias names; undefined where it names nothing, or something that it is itself part of. */
  target(alias: Alias): Target | undefined;
  readonly faults: readonly SyntaxFault[];
}

export interface YamlDocument {
  readonly contents: Node | null;
}

/** An anchored node, never an alias. */
export type Target = Scalar | YAMLMap | YAMLSeq;

const faultLimit = 50;

/** Parses YAML; never throws. */
export function parseYaml(text: string): Yaml {
  const faults: SyntaxFault[] = [];
  const documents = documentsOf(text, faults);
  const targets = new Map<Alias, Target>();
  for (const document of documents) {
    for (const error of document.errors) faults.push(syntaxFault(error.code, error.message, error.pos, text));
    link(document.contents, targets, faults, text);
  }
  faults.sort((a, b) => a.span.start - b.span.start);
  return { documents, target: (alias) => targets.get(alias), faults: faults.slice(0, faultLimit) };
}

function documentsOf(text: string, faults: SyntaxFault[]): readonly Document.Parsed[] {
  try {
    const documents = parseAllDocuments(text, {
      prettyErrors: false,
      uniqueKeys: false,
      merge: false,
      logLevel: 'silent',
    });
    return 'empty' in documents ? [] : documents;
  } catch {
    faults.push(syntaxFault('RESOURCE_EXHAUSTION', '', [0, 0], text));
    return [];
  }
}

type Step = { readonly node: unknown } | { readonly close: Node };

/** Finds what each alias stands for, and the keys that are written twice, in one walk in the order of the text. */
function link(root: Node | null, targets: Map<Alias, Target>, faults: SyntaxFault[], text: string): void {
  const anchors = new Map<string, Target>();
  const open = new Set<Node>();
  const steps: Step[] = [{ node: root }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if ('close' in step) {
      open.delete(step.close);
      continue;
    }
    const node = step.node;
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target !== undefined && !open.has(target)) targets.set(node, target);
      else if (target !== undefined) faults.push(syntaxFault('OWN_ALIAS', node.source, rangeOf(node), text));
      continue;
    }
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) continue;
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    if (isScalar(node)) continue;
    if (node.anchor !== undefined) {
      open.add(node);
      steps.push({ close: node });
    }
    if (isMap(node)) {
      checkKeys(node, faults, text);
      for (const pair of node.items.toReversed()) steps.push({ node: pair.value }, { node: pair.key });
    } else {
      for (const item of node.items.toReversed()) steps.push({ node: item });
    }
  }
}

function checkKeys(map: YAMLMap, faults: SyntaxFault[], text: string): void {
  const seen = new Set<string>();
  for (const { key } of map.items) {
    if (!isScalar(key)) continue;
    const name = key.source ?? '';
    if (seen.has(name)) faults.push(syntaxFault('DUPLICATE_KEY', name, rangeOf(key), text));
    seen.add(name);
  }
}

/** Start and end of a node's text, its tag, anchor and what follows it left out. */
export function rangeOf(node: Node): readonly [number, number] {
  const range = node.range;
  return range === null || range === undefined ? [0, 0] : [range[0], range[1]];
}
