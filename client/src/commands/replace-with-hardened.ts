import * as vscode from 'vscode';
import { carryOut, offersOf } from './offers';
import { placeOf } from './subject';

const rule = 'dhi-available';

/** Puts a hardened image in the place of one of the view: the offer of the light bulb, where there is one. */
export async function replaceWithHardened(about: unknown): Promise<void> {
  const place = placeOf(about);
  if (place === undefined) return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(place.uri));
  const at = document.validateRange(new vscode.Range(place.position, place.position));
  await vscode.window.showTextDocument(document, { selection: at });
  const offers = (await offersOf(document, vscode.CodeActionKind.QuickFix, at)).filter(replaces);
  if (offers.length > 0) return carryOut('Replace with Hardened Image', offers);
  const migrate = 'Migrate…';
  const choice = await vscode.window.showInformationMessage(
    'To change the name alone would not do here: the file has to be changed with it, or the rule that offers it is off.',
    ...(document.languageId === 'dockerfile' ? [migrate] : []),
  );
  if (choice === migrate) await vscode.commands.executeCommand('bulwark.migrate');
}

/** Other offers for the same finding silence it, or open its page. */
function replaces({ edit, title, diagnostics = [] }: vscode.CodeAction): boolean {
  const codes = diagnostics.map(({ code }) => (typeof code === 'object' ? code.value : code));
  return edit !== undefined && title.startsWith('Change ') && codes.includes(rule);
}
