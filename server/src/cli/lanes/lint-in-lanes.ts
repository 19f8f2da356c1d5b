import { breathe } from '../breathe';
import { type Input } from '../inputs';
import { type Lane, type Outcome } from '../lane';
import { type LaneThread } from './messages';
import { type RemoteLane, remoteLane } from './remote-lane';

/** Files that a thread is given at once: few, so that none has much left when the others are done. */
const batchSize = 8;

/** So many batches wait at a thread, so that it need not wait for this one to hear of it. */
const batchesAhead = 2;

/**
 * What comes of inputs, in their order: this thread's own lane and threads of their own share the work. What a thread that
 * fails had is done by the others, in the end by the own lane.
 */
export async function* lintInLanes(
  inputs: readonly Input[],
  own: Lane,
  threads: readonly LaneThread[],
): AsyncGenerator<Outcome> {
  const board = new Board(inputs);
  const remote = threads.map(remoteLane);
  const sharing = remote.flatMap((lane) => Array.from({ length: batchesAhead }, () => workIn(lane, board)));
  const all = Promise.all([workHere(own, board), ...sharing]).then(() => workHere(own, board));
  all.catch((error: unknown) => board.fail(error instanceof Error ? error : new Error(String(error))));
  try {
    for (const index of inputs.keys()) yield await board.outcome(index);
  } finally {
    for (const lane of remote) lane.end();
  }
}

async function workHere(own: Lane, board: Board): Promise<void> {
  for (let batch = board.take(); batch !== undefined; batch = board.take())
    for (const { input, index } of batch) {
      await breathe();
      board.put(index, await own.lint(input));
    }
}

async function workIn(lane: RemoteLane, board: Board): Promise<void> {
  for (let batch = board.take(); batch !== undefined; batch = board.take())
    try {
      const outcomes = await lane.lintAll(batch.map(({ input }) => input));
      batch.forEach(({ index }, at) => {
        const outcome = outcomes[at];
        if (outcome !== undefined) board.put(index, outcome);
      });
    } catch {
      board.giveBack(batch);
      return;
    }
}

interface Task {
  readonly input: Input;
  readonly index: number;
}

/** What is left to do, and what came of the rest. */
class Board {
  readonly #left: (readonly Task[])[] = [];
  readonly #done = new Map<number, Outcome>();
  readonly #waiting = new Map<
    number,
    { resolve: (outcome: Outcome) => void; reject: (error: Error) => void }
  >();
  #failure: Error | undefined;

  constructor(inputs: readonly Input[]) {
    const tasks = inputs.map((input, index) => ({ input, index }));
    for (let at = 0; at < tasks.length; at += batchSize) this.#left.push(tasks.slice(at, at + batchSize));
  }

  take(): readonly Task[] | undefined {
    return this.#failure === undefined ? this.#left.shift() : undefined;
  }

  giveBack(batch: readonly Task[]): void {
    this.#left.unshift(batch);
  }

  put(index: number, outcome: Outcome): void {
    const waiting = this.#waiting.get(index);
    if (waiting === undefined) this.#done.set(index, outcome);
    else waiting.resolve(outcome);
  }

  /** Nothing more will come. */
  fail(error: Error): void {
    this.#failure = error;
    for (const { reject } of this.#waiting.values()) reject(error);
  }

  outcome(index: number): Promise<Outcome> {
    const done = this.#done.get(index);
    this.#done.delete(index);
    if (done !== undefined) return Promise.resolve(done);
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => this.#waiting.set(index, { resolve, reject }));
  }
}
