import * as vscode from 'vscode';

/**
 * Shows the hover of an image.
 * @param about what a code lens hands over; any extension may run the command with anything.
 */
export async function showImageFacts(about: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const position = positionOf(about);
  if (position !== undefined) {
    // A little into the reference: at its first character the hover of the word before may win.
    const inside = editor.document.validatePosition(position.translate(0, 1));
    editor.selection = new vscode.Selection(inside, inside);
  }
  await vscode.commands.executeCommand('editor.action.showHover');
}

function positionOf(about: unknown): vscode.Position | undefined {
  if (typeof about !== 'object' || about === null || !('position' in about)) return undefined;
  const { position } = about;
  if (typeof position !== 'object' || position === null) return undefined;
  if (!('line' in position) || !('character' in position)) return undefined;
  const { line, character } = position;
  return typeof line === 'number' && typeof character === 'number' && line >= 0 && character >= 0
    ? new vscode.Position(line, character)
    : undefined;
}
