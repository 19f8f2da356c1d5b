import { fstatSync, statSync, writeSync } from 'node:fs';
import { type Fault, reasonOf } from './read-text';
import { type Output } from './terminal';

/** What of Node's own stream is needed. */
export interface Stream extends Output {
  write(text: string | Uint8Array): unknown;
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
}

/**
 * Standard output or standard error of this process. To open Node's stream takes a good part of a short run, and it does no more
 * than write at once: so it is opened where that is not enough.
 * @param descriptor number of the open file.
 * @param open gives Node's stream on the same file.
 * @param failed told once of what cannot be written, perhaps after the run; what follows is lost.
 */
export function standardOutput(descriptor: 1 | 2, open: () => Stream, failed: Failed): Output {
  return isPlain(descriptor) ? new PromptOutput(descriptor, open, failed) : quiet(open(), failed);
}

type Failed = (fault: Fault) => void;

/** Writes at once, and what cannot be written at once by the stream. */
export class PromptOutput implements Output {
  readonly #descriptor: number;
  readonly #open: () => Stream;
  readonly #failed: Failed;
  #stream: Stream | undefined;
  #isClosed = false;

  constructor(descriptor: number, open: () => Stream, failed: Failed) {
    this.#descriptor = descriptor;
    this.#open = open;
    this.#failed = failed;
  }

  write(text: string): void {
    if (this.#stream !== undefined) this.#stream.write(text);
    else if (!this.#isClosed) this.#writeAtOnce(Buffer.from(text));
  }

  #writeAtOnce(bytes: Uint8Array): void {
    let written = 0;
    try {
      while (written < bytes.length) written += writeSync(this.#descriptor, bytes, written);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') {
        // A full pipe on which nobody waits: the stream does.
        this.#stream = quiet(this.#open(), this.#failed);
        this.#stream.write(bytes.subarray(written));
      } else {
        this.#isClosed = true;
        if (code !== 'EPIPE') this.#failed({ fault: reasonOf(error) });
      }
    }
  }
}

/** A reader that has seen enough (`bulwark lint | head`) closes the pipe: no reason to complain. */
function quiet(stream: Stream, failed: Failed): Stream {
  let isTold = false;
  stream.on('error', (error) => {
    if (error.code === 'EPIPE' || isTold) return;
    isTold = true;
    failed({ fault: reasonOf(error) });
  });
  return stream;
}

/** Whether it is a file, a pipe or nothing at all: no terminal, on which width, colours and Windows' letters matter. */
function isPlain(descriptor: number): boolean {
  if (process.platform === 'win32') return false;
  const stats = fstatSync(descriptor);
  return (
    stats.isFile() ||
    stats.isFIFO() ||
    stats.isSocket() ||
    (stats.isCharacterDevice() && stats.rdev === statSync('/dev/null').rdev)
  );
}
