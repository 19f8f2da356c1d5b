import * as vscode from 'vscode';
import { type CommandTools } from './command-tools';
import { carryOut, offersOf } from './offers';

const kind = vscode.CodeActionKind.RefactorRewrite.append('bulwark.migrate');

/** Moves a Dockerfile to hardened images: the offer of the light bulb, or why there is none. */
export async function migrate({ facts }: CommandTools): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined) return;
  const offers = await offersOf(document, kind);
  if (offers.length > 0) return carryOut('Migrate to Docker Hardened Images', offers);
  const answer = await facts.migration(document.uri);
  const text = (answer?.messages ?? []).join(' ');
  if (answer === undefined)
    void vscode.window.showInformationMessage('This is no Dockerfile, or one that is too large to migrate.');
  else if (answer.state === 'refused')
    void vscode.window.showWarningMessage(`This file stays as it is. ${text}`);
  else
    void vscode.window.showInformationMessage(
      `What ships stands on hardened images already.${text === '' ? '' : ` Left for you to decide: ${text}`}`,
    );
}
