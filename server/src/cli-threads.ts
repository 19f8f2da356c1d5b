import { type MakeService } from './cli/surroundings';
import { type LaneStart, type LaneThread } from './cli/lanes/messages';
import { serveLane } from './cli/lanes/serve-lane';
import { type Threads } from './cli/terminal';

/** What a thread of ours is started with; from a shell it is no option at all. */
const laneOption = '--lane';

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
    // It calls what `lint` calls, and so takes the code that is kept of that.
    start: (job): LaneThread => new Worker(program, { argv: ['lint', laneOption], workerData: job }),
  };
}

/** Checks files for the thread that started this one; false where nobody did. */
export async function serveAsThread(argv: readonly string[], makeService: MakeService): Promise<boolean> {
  if (argv[1] !== laneOption) return false;
  const threads = await import('node:worker_threads');
  if (threads.parentPort === null) return false;
  serveLane(threads.parentPort, threads.workerData as LaneStart, makeService);
  return true;
}
