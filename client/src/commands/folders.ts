import * as vscode from 'vscode';

/** The folder that a file lies in; undefined for one that lies nowhere yet. */
export function folderOf({ uri }: vscode.TextDocument): vscode.Uri | undefined {
  return uri.scheme === 'untitled' ? undefined : vscode.Uri.joinPath(uri, '..');
}

/** The name of a file in its folder. */
export function nameOf({ uri }: vscode.TextDocument): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** The workspace folder of the file that is looked at, else the only one, else the one that the person picks. */
export async function workspaceFolder(): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const own = active && vscode.workspace.getWorkspaceFolder(active);
  const [only, ...others] = vscode.workspace.workspaceFolders ?? [];
  if (own !== undefined || others.length === 0) return (own ?? only)?.uri;
  return (await vscode.window.showWorkspaceFolderPick())?.uri;
}
