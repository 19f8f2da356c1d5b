/** Text that is shown as it is, whatever was in it; a line end counts as what cannot be shown. */
export function printable(text: string): string {
  return isPlain(text) ? text : withoutUnprintable(text);
}

/** Control characters, and those that turn the direction of text: a reader would not see what is there. */
function withoutUnprintable(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}

/** Whether a text has nothing but the printable characters of ASCII, as nearly all have. */
export function isPlain(text: string): boolean {
  return !/[^ -~]/.test(text);
}
