import * as vscode from 'vscode';

/** Docker DX, Container Tools, and the Docker extension of before: they bring a language server for Dockerfiles. */
const known: readonly string[] = [
  'docker.docker',
  'ms-azuretools.vscode-containers',
  'ms-azuretools.vscode-docker',
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
