import * as vscode from 'vscode';
import { type BaseLanguageClient } from 'vscode-languageclient';
import { askAtLength } from '../ask-at-length';

/**
 * Asks the server something that may take long, and shows how far it is; the person can take it back.
 * @returns undefined where it was taken back or has failed.
 */
export async function askWithProgress<R>(
  client: BaseLanguageClient,
  title: string,
  method: string,
  params: object = {},
): Promise<R | undefined> {
  if (!client.isRunning()) {
    void vscode.window.showErrorMessage("Bulwark's language server does not run.");
    return undefined;
  }
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (shown, token) => {
    let percent = 0;
    const answer = await askAtLength<R>(
      client,
      method,
      params,
      ({ message = '', percentage = percent }) => {
        shown.report({ message, increment: percentage - percent });
        percent = percentage;
      },
      token,
    );
    if (answer === null)
      void vscode.window.showErrorMessage(`${title} failed. The output of Bulwark says why.`);
    return answer ?? undefined;
  });
}
