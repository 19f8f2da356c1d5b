/** The SHA-256 of a text in UTF-8. Made by what Node and web workers have in common. */
export async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}
