/** Whether the UTF-16 code is white space by Go's `unicode.IsSpace`, which BuildKit's parser trims and splits by. */
export function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0x85 || code === 0xa0;
}

/** The first offset from `start` on that holds no blank; `end` where there is none. */
export function skipBlanks(text: string, start: number, end = text.length): number {
  let at = start;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** The offset after the last character before `end` that is no blank; `start` where there is none. */
export function trimEnd(text: string, start: number, end = text.length): number {
  let at = end;
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The first blank from `start` on; `end` where there is none. */
export function findBlank(text: string, start: number, end = text.length): number {
  let at = start;
  while (at < end && !isBlank(text.charCodeAt(at))) at++;
  return at;
}
