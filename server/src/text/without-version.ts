/** A word without the digits and dots at its end: `python` for `python3.12`, `rhel` for `rhel9`. */
export function withoutVersion(word: string): string {
  let end = word.length;
  while (end > 0 && '0123456789.'.includes(word.charAt(end - 1))) end--;
  return word.slice(0, end);
}
