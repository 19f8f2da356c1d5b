import * as vscode from 'vscode';
import { carryOut, offersOf } from './offers';
import { placeOf } from './subject';

/** Puts a hardened image in the place of one of the view: the offer of the light bulb, where there is one. */
export async function replaceWithHardened(about: unknown): Promise<void> {
  const place = placeOf(about);
  const counterpart = counterpartOf(about);
  if (place === undefined || counterpart === undefined) return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(place.uri));
  const at = document.validateRange(new vscode.Range(place.position, place.position));
  await vscode.window.showTextDocument(document, { selection: at });
  const offers = await offersOf(document, vscode.CodeActionKind.QuickFix, at);
  // Several rules may offer the same.
  const fitting = offers.filter(
    ({ title }, index) =>
      isAbout(title, counterpart) && offers.findIndex((other) => other.title === title) === index,
  );
  if (fitting.length > 0) return carryOut('Replace with Hardened Image', fitting);
  const migrate = 'Migrate…';
  const choice = await vscode.window.showInformationMessage(
    `To put ${counterpart} here, more has to change than the name, or the rule "dhi-available" is off.`,
    ...(document.languageId === 'dockerfile' ? [migrate] : []),
  );
  if (choice === migrate) await vscode.commands.executeCommand('bulwark.migrate');
}

/** Whether an offer is to put this image there, alone or with all others of the file. */
function isAbout(title: string, counterpart: string): boolean {
  return (
    title.startsWith(`Change to ${counterpart}`) || /^Change all \d+ images to hardened ones/.test(title)
  );
}

function counterpartOf(about: unknown): string | undefined {
  if (typeof about !== 'object' || about === null || !('counterpart' in about)) return undefined;
  return typeof about.counterpart === 'string' ? about.counterpart : undefined;
}
