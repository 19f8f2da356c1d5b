/**
 * Substitutions and heredocs may nest so deep that reading them takes quadratic time. No script that people write
 * comes near these bounds.
 */
const MAX_DEPTH = 40;
const MAX_HEREDOCS_IN_LINE = 40;

/**
 * Whether a shell text is beyond what is read. Linear. It counts open brackets twice, blind to quotes and with an eye to
 * them: texts can be made that mislead either count, but what misleads one is seen by the other.
 */
export function isTooDeep(text: string): boolean {
  if (text.length <= 2 * MAX_DEPTH) return false;
  return isTooDeepBlindly(text) || isTooDeepInQuotes(text);
}

function isTooDeepBlindly(text: string): boolean {
  let depth = 0;
  let heredocs = 0;
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 0x28: // (
      case 0x7b: // {
        if (++depth > MAX_DEPTH) return true;
        break;
      case 0x29: // )
      case 0x7d: // }
        if (depth > 0) depth--;
        break;
      case 0x3c: // <
        if (text.charCodeAt(i + 1) === 0x3c && ++heredocs > MAX_HEREDOCS_IN_LINE) return true;
        break;
      case 0x0a:
        heredocs = 0;
        break;
      default:
    }
  }
  return false;
}

/** Follows `"… $( … "…" … ) …"`: quotes open anew inside a substitution. */
function isTooDeepInQuotes(text: string): boolean {
  // For each open bracket, whether it stands inside double quotes.
  const around: boolean[] = [];
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 0x5c: // \
        i++;
        break;
      case 0x22: // "
        quoted = !quoted;
        break;
      case 0x27: // '
        if (!quoted) i = endOfSingleQuotes(text, i);
        break;
      case 0x28: // (
      case 0x7b: // {
        if (quoted && text.charCodeAt(i - 1) !== 0x24) break;
        around.push(quoted);
        quoted = false;
        if (around.length > MAX_DEPTH) return true;
        break;
      case 0x29: // )
      case 0x7d: // }
        if (!quoted) quoted = around.pop() ?? false;
        break;
      default:
    }
  }
  return false;
}

function endOfSingleQuotes(text: string, start: number): number {
  const end = text.indexOf("'", start + 1);
  return end < 0 ? start : end;
}
