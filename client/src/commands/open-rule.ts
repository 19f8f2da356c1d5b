import * as vscode from 'vscode';

/**
 * Shows the page of a rule: the copy that the extension carries, else the one on the web.
 * @param id of the rule. Both come from a code action, but any extension may run a command.
 */
export async function openRule(extension: vscode.Uri, id: unknown, url: unknown): Promise<void> {
  if (typeof id === 'string' && /^[a-z\d-]+$/.test(id)) {
    const page = vscode.Uri.joinPath(extension, 'docs', 'rules', `${id}.md`);
    if (await exists(page)) {
      await vscode.commands.executeCommand('markdown.showPreview', page);
      return;
    }
  }
  if (typeof url === 'string' && url.startsWith('https://'))
    await vscode.env.openExternal(vscode.Uri.parse(url));
}

async function exists(file: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
