import * as vscode from 'vscode';
import { placeOf } from './subject';

/**
 * Shows the hover of an image.
 * @param about what a code lens or the view of images hands over; any extension may run the command with anything.
 */
export async function showImageFacts(about: unknown): Promise<void> {
  const place = placeOf(about);
  const editor = place === undefined ? vscode.window.activeTextEditor : await editorOf(place.uri);
  if (editor === undefined) return;
  if (place !== undefined) {
    // A little into the reference: at its first character the hover of the word before may win.
    const inside = editor.document.validatePosition(place.position.translate(0, 1));
    editor.selection = new vscode.Selection(inside, inside);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
  await vscode.commands.executeCommand('editor.action.showHover');
}

/** A code lens is in the active editor; the view may lead anywhere. */
async function editorOf(uri: string): Promise<vscode.TextEditor> {
  const active = vscode.window.activeTextEditor;
  if (active?.document.uri.toString() === uri) return active;
  return vscode.window.showTextDocument(vscode.Uri.parse(uri));
}
