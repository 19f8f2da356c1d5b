import * as vscode from 'vscode';

/** Repairs in the active editor all that can be repaired without changing what the file means. */
export async function fixAll(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined) return;
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    whole,
    'source.fixAll.bulwark',
  );
  const edit = actions.find(({ kind }) => kind?.value === 'source.fixAll.bulwark')?.edit;
  if (edit === undefined) {
    void vscode.window.showInformationMessage('Bulwark finds nothing in this file that it can fix safely.');
    return;
  }
  await vscode.workspace.applyEdit(edit);
}
