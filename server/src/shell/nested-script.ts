import { type Assignment, type ParsedScript, type Word } from 'unbash';
import { hasAnyOf } from '../text/has-any-of';
import { MappedText } from '../text/mapped';
import { cover } from '../text/span';
import { type ShellWord } from './model';
import { coarsePlace, exactPlace, type Place } from './place';
import { syntaxTree } from './syntax-tree';

export interface NestedScript {
  readonly tree: ParsedScript;
  readonly place: Place;
}

/**
 * Parses the words that a wrapper takes as a script. Absent where nothing of it can be told, as in
 * `sh -c "$COMMAND"` or `eval "$(ssh-agent)"`.
 */
export function nestedScript(
  nodes: readonly (Word | Assignment | undefined)[],
  words: readonly (ShellWord | undefined)[],
  place: Place,
): NestedScript | undefined {
  const [node, ...more] = nodes;
  const [word] = words;
  if (node === undefined || word === undefined || isOnlyExpansion(word)) return undefined;
  const exact =
    more.length === 0 ? (verbatimPart(node, place) ?? unescapedPart(node, word, place)) : undefined;
  const text = exact?.text ?? words.map((each) => each?.value ?? '').join(' ');
  const tree = syntaxTree(text);
  if (tree === undefined) return undefined;
  if (exact !== undefined) return { tree, place: exact };
  const span = words.map((each) => each?.span ?? word.span).reduce(cover, word.span);
  return { tree, place: coarsePlace(text, span) };
}

function isOnlyExpansion(word: ShellWord): boolean {
  return /^\s*[$`]/.test(word.value) && !word.literal;
}

/** The inner text of a word that the shell hands on as it is written: `'…'`, or `"…"` without a backslash. */
function verbatimPart(node: Word | Assignment, place: Place): Place | undefined {
  const raw = node.text;
  const quote = raw.charAt(0);
  const bare = quote !== "'" && quote !== '"';
  if (bare ? hasAnyOf(raw, `'"\\`) : !isOneQuoted(node, quote)) return undefined;
  const inner = bare ? place.slice(node.pos, node.end) : place.slice(node.pos + 1, node.end - 1);
  return inner && exactPlace(inner);
}

function isOneQuoted(node: Word | Assignment, quote: string): boolean {
  if (node.type !== 'Word' || node.parts?.length !== 1 || !node.text.endsWith(quote)) return false;
  return quote === "'" || !node.text.includes('\\');
}

/** The inner text of one `"…"` whose backslashes the shell takes out: what is left keeps its way to the document. */
function unescapedPart(node: Word | Assignment, { value }: ShellWord, place: Place): Place | undefined {
  if (node.type !== 'Word' || node.parts?.length !== 1 || !/^"[^]*"$/.test(node.text)) return undefined;
  const kept: MappedText[] = [];
  let from = 1;
  const keep = (end: number): void => {
    const part = place.slice(node.pos + from, node.pos + end);
    if (part !== undefined) kept.push(part);
  };
  // https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_03
  for (const { index } of node.text.matchAll(/\\[$`"\\]/g)) {
    keep(index);
    from = index + 1;
  }
  keep(node.text.length - 1);
  const text = MappedText.join(kept);
  return text.text === value ? exactPlace(text) : undefined;
}
