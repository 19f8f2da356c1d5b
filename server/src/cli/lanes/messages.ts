import { type FoundFile } from '../find-files';
import { type LaneOptions } from '../lane';
import { type PlainOutcome } from './plain-outcome';

/** What a thread is started with. */
export interface LaneStart {
  readonly options: LaneOptions;
  readonly cwd: string;
}

/** Files to check, in their order. */
export interface LaneRequest {
  readonly id: number;
  readonly files: readonly Omit<FoundFile, 'real'>[];
}

/** What came of the files of a request, in the same order, or why nothing did. */
export type LaneAnswer =
  | { readonly id: number; readonly outcomes: readonly PlainOutcome[] }
  | { readonly id: number; readonly failure: string };

/** The side of a thread that its starter sees: as much of Node's `Worker` as is needed. */
export interface LaneThread {
  postMessage(request: LaneRequest): void;
  on(event: 'message', listener: (answer: LaneAnswer) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  terminate(): Promise<unknown>;
}

/** The side that the thread itself sees: as much of Node's `MessagePort` as is needed. */
export interface LanePort {
  postMessage(answer: LaneAnswer): void;
  on(event: 'message', listener: (request: LaneRequest) => void): unknown;
}
