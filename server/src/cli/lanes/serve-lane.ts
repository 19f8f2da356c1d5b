import { fileInput } from '../inputs';
import { type Lane, openLane } from '../lane';
import { type MakeService } from '../surroundings';
import { type LanePort, type LaneRequest, type LaneStart } from './messages';
import { type PlainOutcome, toPlain } from './plain-outcome';

/** What a thread does that was started to check files: answers requests one after the other. */
export function serveLane(port: LanePort, { options, cwd }: LaneStart, makeService: MakeService): void {
  const lane = openLane(options, cwd, makeService);
  let before: Promise<void> = Promise.resolve();
  port.on('message', (request) => {
    before = before.then(async () => {
      try {
        port.postMessage({ id: request.id, outcomes: await lintAll(await lane, request, cwd) });
      } catch (error) {
        port.postMessage({ id: request.id, failure: String(error) });
      }
    });
  });
}

async function lintAll(lane: Lane, { files }: LaneRequest, cwd: string): Promise<readonly PlainOutcome[]> {
  const outcomes: PlainOutcome[] = [];
  for (const file of files) outcomes.push(toPlain(await lane.lint(fileInput(file, cwd))));
  return outcomes;
}
