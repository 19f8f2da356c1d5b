import * as vscode from 'vscode';
import { type CommandTools } from './command-tools';

/** Shows the steps of a Dockerfile to hardened images in the refactor preview, or says why there are none. */
export async function migrate({ facts }: CommandTools): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const answer = document && (await facts.migration(document.uri));
  const text = (answer?.messages ?? []).join(' ');
  if (answer?.edit !== undefined) await vscode.workspace.applyEdit(answer.edit, { isRefactoring: true });
  else if (answer === undefined)
    void vscode.window.showInformationMessage('This is no Dockerfile, or one that is too large to migrate.');
  else if (answer.state === 'refused')
    void vscode.window.showWarningMessage(`This file stays as it is. ${text}`);
  else
    void vscode.window.showInformationMessage(
      `What ships stands on hardened images already.${text === '' ? '' : ` Left for you to decide: ${text}`}`,
    );
}
