import { type MakeService } from './cli/surroundings';
import { type LaneStart, type LaneThread } from './cli/lanes/messages';
import { serveLane } from './cli/lanes/serve-lane';
import { type Threads } from './cli/terminal';

/** What a thread of ours is started with; from a shell it is no option at all. */
const laneOption = '--lane';

/**
 * From so many files on, code that V8 has optimised pays off. To make it takes a fifth of the time of a run with fewer: each
 * thread makes its own, and it is made where the threads themselves want to run.
 */
const worthOptimising = 2000;

/**
 * Threads that run the same program.
 * @param program the file, absolute.
 * @param files how many there are to check.
 */
export async function threadsOf(program: string, files: number): Promise<Threads> {
  const [{ Worker }, { availableParallelism }, { setFlagsFromString }] = await Promise.all([
    import('node:worker_threads'),
    import('node:os'),
    import('node:v8'),
  ]);
  let starting = 0;
  let running = 0;
  return {
    available: availableParallelism(),
    start(job): LaneThread {
      // It calls what `lint` calls, and so takes the code that is kept of that.
      const thread = new Worker(program, { argv: ['lint', laneOption], workerData: job });
      starting++;
      running++;
      // Not before all have answered: kept code is taken only under the flags that it was made under.
      thread.once('message', () => {
        if (--starting === 0 && files < worthOptimising) setFlagsFromString('--no-opt');
      });
      thread.once('exit', () => {
        if (--running === 0) setFlagsFromString('--opt');
      });
      return thread;
    },
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
