import * as vscode from 'vscode';

/** The workspace's first folder, or the one with this name. */
export function folder(name?: string): vscode.WorkspaceFolder {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = name === undefined ? folders[0] : folders.find((each) => each.name === name);
  if (found === undefined) throw new Error(`The window has no folder ${name ?? ''}.`);
  return found;
}

/** Writes a file below a folder of the workspace and shows it in an editor. */
export async function openFile(path: string, text: string, within = folder()): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.joinPath(within.uri, path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  // A tab of its own: the next file would take the place of a preview.
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

/** Shows a file of the fixtures. */
export async function openFixture(path: string, within = folder()): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.joinPath(within.uri, path);
  // A tab of its own: the next file would take the place of a preview.
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

/** Replaces the only place where `before` stands. */
export async function replaceText(editor: vscode.TextEditor, before: string, after: string): Promise<void> {
  const start = editor.document.getText().indexOf(before);
  if (start === -1) throw new Error(`The document has no ${JSON.stringify(before)}.`);
  const range = new vscode.Range(
    editor.document.positionAt(start),
    editor.document.positionAt(start + before.length),
  );
  const done = await editor.edit((edit) => edit.replace(range, after));
  if (!done) throw new Error('The edit was refused.');
}

/** Closes every editor and terminal; what is not saved is dropped, so that no question comes up. */
export async function closeEditors(): Promise<void> {
  for (const { document } of vscode.window.visibleTextEditors) {
    if (document.isDirty) await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  for (const terminal of vscode.window.terminals) terminal.dispose();
}

/** Changes settings of the workspace, or of one resource, for the time of `body`. */
export async function withSettings(
  values: Readonly<Record<string, unknown>>,
  body: () => Promise<void>,
  within?: vscode.WorkspaceFolder,
): Promise<void> {
  const target =
    within === undefined ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.WorkspaceFolder;
  const write = async (key: string, value: unknown) => {
    await vscode.workspace.getConfiguration(undefined, within?.uri).update(key, value, target);
  };
  try {
    for (const [key, value] of Object.entries(values)) await write(key, value);
    await body();
  } finally {
    for (const key of Object.keys(values)) await write(key, undefined);
  }
}
