import { type LaneOptions } from '../lane';
import { type Terminal } from '../terminal';
import { type LaneThread } from './messages';

/**
 * So many files are worth a thread of their own: it takes as long as some dozen files to start, and shares in the rest.
 */
const filesForThread = 50;

/** More threads than this wait for each other. */
const mostThreads = 8;

/**
 * Threads for a run, started, beside the one that it has; none where there is little to do, and where files are written,
 * each of which may be what another one is checked against.
 */
export async function threadsFor(
  files: number,
  options: LaneOptions,
  { threads, cwd }: Pick<Terminal, 'threads' | 'cwd'>,
): Promise<readonly LaneThread[]> {
  const { jobs, fix, stdinFilename } = options;
  const worth = jobs === undefined ? Math.floor(files / filesForThread) : Math.min(jobs, files) - 1;
  if (worth < 1 || threads === undefined || fix === 'write' || stdinFilename !== undefined) return [];
  const more = await threads(files);
  const count = jobs === undefined ? Math.min(worth, Math.min(more.available, mostThreads) - 1) : worth;
  return Array.from({ length: Math.max(0, count) }, () => more.start({ options, cwd }));
}
