import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { KeptPieces } from './kept-pieces';
import { faultsOf, readWithLibrary } from './library';
import { type RawFault, type SyntaxFault, syntaxFault } from './syntax-fault';

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

/** More faults than these are of no use to a reader. */
const faultLimit = 50;

const keptPieces = new KeptPieces();

/** Parses YAML; never throws. */
export function parseYaml(text: string): Yaml {
  const faults: RawFault[] = [];
  const documents = documentsOf(text, faults);
  const targets = new Map<Alias, Target>();
  for (const { contents } of documents) link(contents, targets, faults);
  faults.sort((a, b) => a.at[0] - b.at[0]);
  return {
    documents,
    target: (alias) => targets.get(alias),
    faults: faults.slice(0, faultLimit).map((fault) => syntaxFault(fault, text)),
  };
}

/** Parsed in pieces where it can be: the same is found then, and sooner in a text that was parsed before and has changed. */
function documentsOf(text: string, faults: RawFault[]): readonly YamlDocument[] {
  const pieced = keptPieces.documentOf(text);
  if (pieced !== undefined) {
    faults.push(...pieced.faults);
    return [pieced];
  }
  const { documents, tooDeep } = readWithLibrary(text);
  if (tooDeep !== undefined) faults.push({ code: 'RESOURCE_EXHAUSTION', detail: '', at: [tooDeep, tooDeep] });
  for (const document of documents) faults.push(...faultsOf(document));
  return documents;
}

type Step = { readonly node: unknown } | { readonly close: Node };

/** Finds what each alias stands for, and the keys that are written twice, in one walk in the order of the text. */
function link(root: Node | null, targets: Map<Alias, Target>, faults: RawFault[]): void {
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
      else if (node.source !== '')
        faults.push({
          code: target === undefined ? 'BAD_ALIAS' : 'OWN_ALIAS',
          detail: node.source,
          at: rangeOf(node),
        });
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
      checkKeys(node, faults);
      for (const pair of node.items.toReversed()) steps.push({ node: pair.value }, { node: pair.key });
    } else {
      for (const item of node.items.toReversed()) steps.push({ node: item });
    }
  }
}

function checkKeys(map: YAMLMap, faults: RawFault[]): void {
  const seen = new Set<string>();
  for (const { key } of map.items) {
    if (!isScalar(key)) continue;
    const name = key.source ?? '';
    if (seen.has(name)) faults.push({ code: 'DUPLICATE_KEY', detail: name, at: rangeOf(key) });
    seen.add(name);
  }
}

/** Start and end of a node's text, its tag, anchor and what follows it left out. */
export function rangeOf(node: Node): readonly [number, number] {
  const range = node.range;
  return range === null || range === undefined ? [0, 0] : [range[0], range[1]];
}
