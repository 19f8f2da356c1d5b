import { type LaneStart, type LaneThread } from './lanes/messages';

/** Where the command line's text goes. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  /** Width in characters, where it is a terminal. */
  readonly columns?: number;
}

/** The width of an output, in characters. A terminal without a window says that it has none. */
export function columnsOf({ columns = 0 }: Output, usual: number): number {
  return columns > 0 ? columns : usual;
}

/** All that a run of the command line has to do with the process that it runs in. */
export interface Terminal {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Absolute path of the folder that relative paths start at. */
  readonly cwd: string;
  /** Absolute path of the folder with a page for each rule; absent where they are not at hand. */
  readonly pages?: string;
  /** Ends what would go on for ever. */
  readonly stopped?: AbortSignal;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Further threads for so many files; absent where there are none to be had. */
  readonly threads?: (files: number) => Promise<Threads>;
  /** Absolute path of the folder with all that the program is made of. */
  readonly program?: string;
  /** A clock, in milliseconds. */
  readonly now?: () => number;
}

/** Threads that check files. */
export interface Threads {
  /** How many can be at work at once, this one among them. */
  readonly available: number;
  start(job: LaneStart): LaneThread;
}

/** All of standard input; `undefined` where it has more than so many bytes: who writes it may never end. */
export async function readInput(stdin: Terminal['stdin'], most: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    length += bytes.length;
    if (length > most) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
