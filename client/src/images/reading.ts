import * as vscode from 'vscode';
import { type BaseLanguageClient, WorkDoneProgress } from 'vscode-languageclient';
import type {
  ImageInventoryAnswer,
  ImageInventoryParams,
} from '../../../server/src/protocol/inventory/messages';

/** One question to the server, that can be taken back. */
export interface Reading {
  /** `null` where it failed, or was taken back. */
  readonly answer: Promise<ImageInventoryAnswer | null>;
  readonly isStopped: () => boolean;
  stop(): void;
}

const request = 'bulwark/imageInventory';

let count = 0;

/**
 * Asks which images the workspace uses.
 * @param again reads everything anew.
 * @param told how far it is, in words.
 */
export function readImages(
  client: BaseLanguageClient,
  again: boolean,
  told: (words: string) => void,
): Reading {
  const source = new vscode.CancellationTokenSource();
  const workDoneToken = `bulwark.images.${++count}`;
  const progress = client.onProgress(WorkDoneProgress.type, workDoneToken, (step) => {
    if (step.kind === 'report' && step.message !== undefined) told(step.message);
  });
  const params: ImageInventoryParams = { workDoneToken, again };
  const ask = async (): Promise<ImageInventoryAnswer | null> => {
    try {
      return await client.sendRequest<ImageInventoryAnswer | null>(request, params, source.token);
    } catch {
      // Taken back; a server that stops meanwhile says nothing, either.
      return null;
    } finally {
      progress.dispose();
    }
  };
  return {
    answer: ask(),
    isStopped: () => source.token.isCancellationRequested,
    stop: () => source.cancel(),
  };
}
