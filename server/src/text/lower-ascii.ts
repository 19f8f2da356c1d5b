/** The one character that is none of ASCII but becomes a letter of it in lower case: the sign for kelvin. */
const kelvin = '\u212a';

/**
 * A text in lower case, for comparing it with words of ASCII: it has such a word exactly where a pattern with the flag `i`
 * would find it. Offsets may differ from those of the text.
 */
export function lowerAscii(text: string): string {
  return text.replaceAll(kelvin, '\ufffd').toLowerCase();
}
