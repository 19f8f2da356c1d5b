import * as vscode from 'vscode';
import { carryOut, offersOf } from './offers';

const kind = vscode.CodeActionKind.RefactorRewrite.append('bulwark.migrate');

/** Moves a Dockerfile to hardened images: the offer of the light bulb. */
export async function migrate(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined) return;
  const offers = await offersOf(document, kind);
  if (offers.length > 0) return carryOut('Migrate to Hardened Images', offers);
  void vscode.window.showInformationMessage(
    'Nothing in this file can be migrated: it stands on hardened images already, on none that Bulwark knows a counterpart of, or does what has to be changed by hand first.',
  );
}
