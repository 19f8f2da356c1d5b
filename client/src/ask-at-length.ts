import type { CancellationToken } from 'vscode';
import {
  type BaseLanguageClient,
  WorkDoneProgress,
  type WorkDoneProgressReport,
} from 'vscode-languageclient';

let count = 0;

/**
 * Asks the server what may take long, and hears how far it is.
 * @param told each step that the server reports.
 * @param token takes the question back.
 * @returns null where the server has no answer; undefined where the question was taken back or the server has stopped, which says
 *   so itself.
 */
export async function askAtLength<R>(
  client: BaseLanguageClient,
  method: string,
  params: object,
  told: (step: WorkDoneProgressReport) => void,
  token: CancellationToken,
): Promise<R | null | undefined> {
  const workDoneToken = `bulwark.progress.${++count}`;
  const progress = client.onProgress(WorkDoneProgress.type, workDoneToken, (step) => {
    if (step.kind === 'report') told(step);
  });
  try {
    return await client.sendRequest<R | null>(method, { ...params, workDoneToken }, token);
  } catch {
    return undefined;
  } finally {
    progress.dispose();
  }
}
