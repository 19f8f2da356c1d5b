import * as vscode from 'vscode';

/** What VS Code shows when the pointer rests at a place: one text for each extension that has something to say. */
export async function hoverTexts(uri: vscode.Uri, position: vscode.Position): Promise<readonly string[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    position,
  );
  return hovers.map(({ contents }) =>
    contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : '')).join('\n'),
  );
}
