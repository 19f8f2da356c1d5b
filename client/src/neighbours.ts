import * as vscode from 'vscode';

/**
 * Docker DX, Container Tools, and the Docker extension of before bring language servers for Dockerfiles and Compose files;
 * Red Hat's YAML knows Compose files by their schema.
 */
const known: readonly string[] = [
  'docker.docker',
  'ms-azuretools.vscode-containers',
  'ms-azuretools.vscode-docker',
  'redhat.vscode-yaml',
];

/** Ids of the installed extensions that show some of what Bulwark can show. */
export function installedNeighbours(): readonly string[] {
  return known.filter((id) => vscode.extensions.getExtension(id) !== undefined);
}

/** Tells when one of them is installed, removed, enabled or disabled. */
export function onNeighboursChanged(listener: (ids: readonly string[]) => void): vscode.Disposable {
  let before = installedNeighbours();
  return vscode.extensions.onDidChange(() => {
    const now = installedNeighbours();
    if (now.join() === before.join()) return;
    before = now;
    listener(now);
  });
}
