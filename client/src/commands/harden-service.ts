import * as vscode from 'vscode';
import { carryOut, offersOf } from './offers';

const title = 'Harden Service';

/** How the offer for all that a service lacks begins. */
const offer = 'Harden service "';

/** Adds to a service what it lacks: the offer of the light bulb, of the service at the cursor or one that is picked. */
export async function hardenService(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const offers = (await offersOf(editor.document, vscode.CodeActionKind.QuickFix)).filter((action) =>
    action.title.startsWith(offer),
  );
  if (offers.length === 0) {
    void vscode.window.showInformationMessage(
      'No service of this file lacks several things that Bulwark can add. What one lacks is marked, with an offer of its own where there is one.',
    );
    return;
  }
  await carryOut(title, atCursor(offers, editor.selection.active) ?? offers);
}

/** That of the service that the cursor stands in: of those that begin before it, the last. */
function atCursor(
  offers: readonly vscode.CodeAction[],
  cursor: vscode.Position,
): readonly vscode.CodeAction[] | undefined {
  const start = (action: vscode.CodeAction): number => action.diagnostics?.[0]?.range.start.line ?? -1;
  const before = offers.filter((action) => start(action) >= 0 && start(action) <= cursor.line);
  const [last] = before.sort((a, b) => start(b) - start(a));
  return last && [last];
}
