import { CancellationTokenSource } from 'vscode';
import { type BaseLanguageClient } from 'vscode-languageclient';
import type { ImageInventoryAnswer } from '../../../server/src/protocol/inventory/messages';
import { askAtLength } from '../ask-at-length';

/** One question to the server, that can be taken back. */
export interface Reading {
  /** `undefined` where it failed, or was taken back. */
  readonly answer: Promise<ImageInventoryAnswer | undefined>;
  readonly isStopped: () => boolean;
  stop(): void;
}

const method = 'bulwark/imageInventory';

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
  const source = new CancellationTokenSource();
  const ask = async (): Promise<ImageInventoryAnswer | undefined> => {
    const answer = await askAtLength<ImageInventoryAnswer>(
      client,
      method,
      { again },
      ({ message }) => {
        if (message !== undefined) told(message);
      },
      source.token,
    );
    return answer ?? undefined;
  };
  return {
    answer: ask(),
    isStopped: () => source.token.isCancellationRequested,
    stop: () => source.cancel(),
  };
}
