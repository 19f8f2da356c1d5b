import { type Input } from '../inputs';
import { type Outcome } from '../lane';
import { type LaneThread } from './messages';
import { fromPlain, type PlainOutcome } from './plain-outcome';

/** A lane in a thread of its own. */
export interface RemoteLane {
  /** @throws Error where the thread has failed: nothing is known of these inputs then. */
  lintAll(inputs: readonly Input[]): Promise<readonly Outcome[]>;
  end(): void;
}

interface Waiting {
  readonly resolve: (outcomes: readonly PlainOutcome[]) => void;
  readonly reject: (error: Error) => void;
}

export function remoteLane(thread: LaneThread): RemoteLane {
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let gone: Error | undefined;
  const fail = (error: Error): void => {
    gone ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  thread.on('message', (answer) => {
    const waited = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('failure' in answer) waited?.reject(new Error(answer.failure));
    else waited?.resolve(answer.outcomes);
  });
  thread.on('error', fail);
  thread.on('exit', () => fail(new Error('The thread has ended')));
  return {
    async lintAll(inputs) {
      const outcomes = await new Promise<readonly PlainOutcome[]>((resolve, reject) => {
        if (gone !== undefined) {
          reject(gone);
          return;
        }
        const id = next++;
        waiting.set(id, { resolve, reject });
        thread.postMessage({
          id,
          files: inputs.map(({ path, language, folder }) => ({ path, language, folder })),
        });
      });
      return outcomes.map(fromPlain);
    },
    end() {
      thread.terminate().catch(() => undefined);
    },
  };
}
