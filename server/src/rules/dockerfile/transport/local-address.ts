/** Whether a URL, or a host with or without a port, is of the machine itself. */
export function isLocalAddress(text: string): boolean {
  return /^(?:[a-z]+:\/\/)?(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?|0\.0\.0\.0)(?:[:/]|$)/i.test(text);
}
