/** Whether a text has one of the characters in it. */
export function hasAnyOf(text: string, characters: string): boolean {
  for (const character of characters) if (text.includes(character)) return true;
  return false;
}
