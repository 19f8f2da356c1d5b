/** A text without the quotes around it, `"` or `'`; what stands between them stays as it is. */
export function unquoted(text: string): string {
  const quote = text.charAt(0);
  return text.length > 1 && (quote === '"' || quote === "'") && text.endsWith(quote)
    ? text.slice(1, -1)
    : text;
}
