import * as vscode from 'vscode';
import { carryOut, offersOf } from './offers';

const kind = vscode.CodeActionKind.RefactorRewrite.append('bulwark.migrate');

/** Moves a Dockerfile to hardened images: the offer of the light bulb, shown before anything changes. */
export async function migrate(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined) return;
  const offers = await offersOf(document, kind);
  const possible = offers.filter(({ disabled }) => disabled === undefined);
  if (possible.length > 0) {
    await carryOut('Migrate to Hardened Images', possible);
    return;
  }
  const reason = offers[0]?.disabled?.reason;
  void vscode.window.showInformationMessage(
    reason ??
      'Nothing in this file can be migrated: it stands on hardened images, or on none that Bulwark knows a counterpart of.',
  );
}
