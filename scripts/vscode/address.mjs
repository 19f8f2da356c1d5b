/**
 * The address under which a server shows a folder (or a .code-workspace file), as a path of this machine.
 *
 * @param {{ origin: string }} server
 * @param {string} path
 * @param {readonly (readonly [string, string])[]} [payload] what the workbench shall do
 */
export function workbenchUrl({ origin }, path, payload) {
  const url = new URL(origin);
  url.searchParams.set(path.endsWith('.code-workspace') ? 'workspace' : 'folder', path);
  if (payload !== undefined) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/** The same path as the workbench names it. */
export function remoteUri({ authority }, path) {
  return `vscode-remote://${authority}${path}`;
}
