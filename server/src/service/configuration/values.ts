import { closest } from '../../text/nearest';
import { type Span } from '../../text/span';
import { type JsonNode, type JsonObject } from './json';

/** Told of what is wrong at a place. */
export type Complain = (at: { readonly span: Span }, message: string) => void;

/** The members of an object; of keys that stand twice the last one counts, and the first is complained of. */
export function membersOf(node: JsonNode, what: string, complain: Complain): JsonObject['members'] {
  if (node.kind !== 'object') {
    complain(node, `${what} must be an object: { … }`);
    return [];
  }
  const last = new Map(node.members.map((member) => [member.key, member]));
  for (const member of node.members)
    if (last.get(member.key) !== member) complain({ span: member.keySpan }, `"${member.key}" stands twice`);
  return [...last.values()];
}

/** `undefined` for anything but a list of strings. */
export function stringsOf(node: JsonNode): string[] | undefined {
  if (node.kind !== 'array') return undefined;
  const strings = node.items.flatMap((item) =>
    item.kind === 'scalar' && typeof item.value === 'string' ? [item.value] : [],
  );
  return strings.length === node.items.length ? strings : undefined;
}

/** The word that the node is; `undefined` where it is none of them. */
export function oneOf<T extends string>(words: readonly T[], node: JsonNode): T | undefined {
  return node.kind === 'scalar' ? words.find((word) => word === node.value) : undefined;
}

/** `"a", "b" or "c"`. */
export function listed(words: readonly string[]): string {
  return words
    .map((word) => `"${word}"`)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' or ');
}

/** What the node may have been meant to be, as the end of a sentence; empty where no word is near. */
export function guess(node: JsonNode, words: readonly string[]): string {
  return node.kind === 'scalar' && typeof node.value === 'string' ? guessWord(node.value, words) : '';
}

/** As `guess`, for a word. */
export function guessWord(word: string, words: readonly string[]): string {
  const near = closest(word, words);
  return near === undefined ? '' : `; did you mean "${near}"?`;
}
