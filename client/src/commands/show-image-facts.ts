import * as vscode from 'vscode';
import { placeOf } from './subject';

/**
 * Shows the hover of an image.
 * @param about what a code lens hands over; any extension may run the command with anything.
 */
export async function showImageFacts(about: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const place = placeOf(about);
  if (place !== undefined) {
    // A little into the reference: at its first character the hover of the word before may win.
    const inside = editor.document.validatePosition(place.position.translate(0, 1));
    editor.selection = new vscode.Selection(inside, inside);
  }
  await vscode.commands.executeCommand('editor.action.showHover');
}
