/**
 * Whether a YAML text is a Compose file by its shape: a top-level `services` whose entries have `image`, `build` or
 * `extends`. For files whose name says nothing; reads lines, parses nothing.
 */
export function looksLikeCompose(text: string): boolean {
  const header = /^\uFEFF?(["']?)services\1[ \t]*:[ \t]*(.*)$/m.exec(text);
  if (header === null) return false;
  const body = text.slice(header.index + header[0].length);
  if (header[2]?.startsWith('{') === true)
    return /["'{,\s](?:image|build|extends)["']?\s*:/.test(text.slice(header.index));
  let nameIndent: number | undefined;
  for (const [, blanks = '', rest = ''] of body.matchAll(/^( *)(\S.*)$/gm)) {
    if (rest.startsWith('#')) continue;
    if (blanks.length === 0 || rest.startsWith('- ')) {
      if (nameIndent === undefined || blanks.length === 0) return false;
      continue;
    }
    nameIndent ??= blanks.length;
    if (blanks.length > nameIndent && /^(["']?)(?:image|build|extends)\1[ \t]*:/.test(rest)) return true;
    if (blanks.length === nameIndent && /:[ \t]*\{[^}]*\b(?:image|build|extends)["']?[ \t]*:/.test(rest))
      return true;
  }
  return false;
}
