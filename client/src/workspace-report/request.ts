import * as vscode from 'vscode';
import { type BaseLanguageClient, WorkDoneProgress } from 'vscode-languageclient';

let count = 0;

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
    const workDoneToken = `bulwark.workspace.${++count}`;
    let percent = 0;
    const told = client.onProgress(WorkDoneProgress.type, workDoneToken, (step) => {
      if (step.kind !== 'report') return;
      const { message = '', percentage = percent } = step;
      shown.report({ message, increment: percentage - percent });
      percent = percentage;
    });
    try {
      const answer = await client.sendRequest<R | null>(method, { ...params, workDoneToken }, token);
      if (answer !== null) return answer;
      void vscode.window.showErrorMessage(`${title} failed. The output of Bulwark says why.`);
      return undefined;
    } catch {
      // A server that stops meanwhile says so itself.
      return undefined;
    } finally {
      told.dispose();
    }
  });
}
