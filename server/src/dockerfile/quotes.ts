import { MappedText, type Piece } from '../text/mapped';

/** Takes quotes and escapes out as BuildKit does; what variables stand in it stay as written. */
export function unquote(text: string, escape: string): string {
  return hasQuotes(text, escape) ? unquoted(text, escape, () => undefined) : text;
}

/** As `unquote`, with the way back to the document. */
export function unquoteMapped(text: MappedText, escape: string): MappedText {
  if (!hasQuotes(text.text, escape)) return text;
  const pieces: Piece[] = [];
  let next = -1;
  const plain = unquoted(text.text, escape, (from, at) => {
    const start = text.offsetOf(from);
    if (start !== next) pieces.push({ at, start });
    next = start + 1;
  });
  return new MappedText(plain, pieces.length > 0 ? pieces : [{ at: 0, start: text.offsetOf(0) }]);
}

function hasQuotes(text: string, escape: string): boolean {
  return text.includes('"') || text.includes("'") || text.includes(escape);
}

/** @param onCharacter is told for each character that stays where it stood and where it stands. */
function unquoted(text: string, escape: string, onCharacter: (from: number, at: number) => void): string {
  const kept: string[] = [];
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    let character = text.charAt(at);
    if (character === quote) {
      quote = '';
      continue;
    }
    if (quote === '' && (character === '"' || character === "'")) {
      quote = character;
      continue;
    }
    if (character === escape && quote !== "'" && escapes(text[at + 1], quote, escape)) {
      if (++at >= text.length) break;
      character = text.charAt(at);
    }
    onCharacter(at, kept.length);
    kept.push(character);
  }
  return kept.join('');
}

/** Outside quotes an escape takes whatever follows; inside double quotes only these, else it stands for itself. */
function escapes(next: string | undefined, quote: string, escape: string): boolean {
  return quote === '' || next === undefined || next === '"' || next === '$' || next === escape;
}
