import { type MakeService } from './cli/surroundings';
import { type LaneStart, type LaneThread } from './cli/lanes/messages';
import { serveLane } from './cli/lanes/serve-lane';
import { type Threads } from './cli/terminal';

/** What a thread of ours is started with in the place of a command; from a shell it is no command at all. */
const laneWord = '--lane';

/**
 * Threads that run the same program.
 * @param program the file, absolute.
 */
export async function threadsOf(program: string): Promise<Threads> {
  const [{ Worker }, { availableParallelism }] = await Promise.all([
    import('node:worker_threads'),
    import('node:os'),
  ]);
  return {
    available: availableParallelism(),
    start: (job): LaneThread => new Worker(program, { argv: [laneWord], workerData: job }),
  };
}

/** Checks files for the thread that started this one; false where nobody did. */
export async function serveAsThread(argv: readonly string[], makeService: MakeService): Promise<boolean> {
  if (argv[0] !== laneWord) return false;
  const threads = await import('node:worker_threads');
  if (threads.parentPort === null) return false;
  serveLane(threads.parentPort, threads.workerData as LaneStart, makeService);
  return true;
}
