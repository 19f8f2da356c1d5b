/**
 * A pure function of a text that remembers what it made of the latest texts: between two keystrokes nearly all texts of a
 * document stay the same.
 */
export function recently<Result>(work: (text: string) => Result): (text: string) => Result {
  let young = new Map<string, Result>();
  let old = new Map<string, Result>();
  let length = 0;
  return (text) => {
    const known = young.get(text);
    if (known !== undefined) return known;
    const result = old.get(text) ?? work(text);
    if (length > MAX_LENGTH) {
      old = young;
      young = new Map();
      length = 0;
    }
    young.set(text, result);
    length += text.length + ENTRY;
    return result;
  };
}

/** How long the remembered texts of one generation may be, in UTF-16 code units; there are two. */
const MAX_LENGTH = 50_000;
/** What an entry counts beside its text. */
const ENTRY = 50;
