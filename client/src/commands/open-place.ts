import * as vscode from 'vscode';

/**
 * Opens a file of the workspace at a place.
 * @param uri of the file. All three come from a link of the report, but any extension may run a command.
 * @param line counts from 1, and so does the column.
 */
export async function openPlace(uri: unknown, line: unknown, column: unknown): Promise<void> {
  if (typeof uri !== 'string' || typeof line !== 'number' || typeof column !== 'number') return;
  const file = vscode.Uri.parse(uri);
  if (vscode.workspace.getWorkspaceFolder(file) === undefined || line < 1 || column < 1) return;
  const place = new vscode.Position(line - 1, column - 1);
  try {
    await vscode.window.showTextDocument(file, { selection: new vscode.Range(place, place) });
  } catch {
    void vscode.window.showErrorMessage(`${vscode.workspace.asRelativePath(file)} cannot be opened.`);
  }
}
