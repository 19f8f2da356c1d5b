import { Alias, isAlias, isMap, isPair, isScalar, isSeq, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';

/** A copy of a pair that stands so many characters further on, with all that is read of nodes: comments are left behind. */
export function movedPair(pair: Pair, by: number): Pair {
  return new Pair(movedNode(pair.key, by), movedNode(pair.value, by));
}

/** @param node anything that stands in a document; what is no node stays as it is. */
export function movedNode(node: unknown, by: number): unknown {
  if (isScalar(node)) {
    const copy = new Scalar(node.value);
    if (node.source !== undefined) copy.source = node.source;
    if (node.type !== undefined) copy.type = node.type;
    return placed(copy, node, by);
  }
  if (isMap(node)) {
    const copy = new YAMLMap();
    copy.items = node.items.map((item) => movedPair(item, by));
    return placed(inStyle(copy, node), node, by);
  }
  if (isSeq(node)) {
    const copy = new YAMLSeq();
    // A list in brackets may hold pairs.
    copy.items = node.items.map((item) => (isPair(item) ? movedPair(item, by) : movedNode(item, by)));
    return placed(inStyle(copy, node), node, by);
  }
  return isAlias(node) ? placed(new Alias(node.source), node, by) : node;
}

function inStyle<T extends YAMLMap | YAMLSeq>(copy: T, { flow }: T): T {
  if (flow !== undefined) copy.flow = flow;
  return copy;
}

function placed<T extends Scalar | YAMLMap | YAMLSeq | Alias>(
  copy: T,
  { range, tag, anchor }: T,
  by: number,
): T {
  if (range !== undefined && range !== null) copy.range = [range[0] + by, range[1] + by, range[2] + by];
  if (anchor !== undefined) copy.anchor = anchor;
  if (tag !== undefined) copy.tag = tag;
  return copy;
}
