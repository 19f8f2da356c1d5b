/**
 * Substitutions and heredocs may nest so deep that reading them takes quadratic time. No script that people write
 * comes near these bounds.
 */
const MAX_DEPTH = 40;
const MAX_HEREDOCS_IN_LINE = 40;

/** Whether a shell text is beyond what is read. Linear, and blind to quotes: it may count too much, never too little. */
export function isTooDeep(text: string): boolean {
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
