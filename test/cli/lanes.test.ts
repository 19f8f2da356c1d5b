import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { type LaneRequest, type LaneStart, type LaneThread } from '../../server/src/cli/lanes/messages';
import { serveLane } from '../../server/src/cli/lanes/serve-lane';
import { type Threads } from '../../server/src/cli/terminal';
import { Project } from '../support/cli';
import { wordService } from '../support/word-service';

/** A thread that is none: what goes in and out is copied as between threads. */
class NearThread extends EventEmitter implements LaneThread {
  readonly asked: string[] = [];
  ended = false;
  readonly #port = new EventEmitter();

  /** @param dies before it answers its second request. */
  constructor(
    job: LaneStart,
    private readonly dies = false,
  ) {
    super();
    const port = Object.assign(this.#port, {
      postMessage: (answer: unknown) => this.emit('message', structuredClone(answer)),
    });
    serveLane(port, structuredClone(job), wordService);
  }

  postMessage(request: LaneRequest): void {
    this.asked.push(...request.files.map(({ path }) => path));
    if (this.dies && request.id === 1) setImmediate(() => this.emit('exit', 1));
    else this.#port.emit('message', structuredClone(request));
  }

  terminate(): Promise<void> {
    this.ended = true;
    return Promise.resolve();
  }
}

/** Files with all that there is to say about files, some of which cannot be read. */
function manyFiles(count: number): Record<string, string | Uint8Array> {
  const words = ['FROM x', 'FROM ERROR', 'FROM SAFE WARNING', 'FROM INFO HINT', 'FROM THROWS'];
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `${String(at).padStart(3, '0')}/Dockerfile`,
      at % 13 === 5 ? new Uint8Array([0]) : `${words[at % words.length] ?? ''}\n# ${at}\n`,
    ]),
  );
}

describe('bulwark lint in several threads', () => {
  let project: Project;
  let started: NearThread[];
  const threads = (available: number, dies = false) => {
    started = [];
    return (): Promise<Threads> =>
      Promise.resolve({
        available,
        start: (job) => {
          const thread = new NearThread(job, dies);
          started.push(thread);
          return thread;
        },
      });
  };
  before(() => {
    project = new Project({ ...manyFiles(160), 'bulwark.json': '{ "nonsense": 1 }' });
  });
  after(() => project.remove());

  for (const line of [
    '--format text',
    '--format json',
    '--format sarif --quiet',
    '--fix-dry-run --format diff',
  ])
    it(`tells the same as one, in the same order: ${line}`, async () => {
      const argv = ['lint', ...line.split(' ')];
      const alone = await project.run(argv);
      const together = await project.run(argv, { threads: threads(4) });
      assert.deepEqual(together, alone);
      assert.match(alone.stderr, /^bulwark: bulwark\.json:1:3: /);
      assert.equal(started.length, 3);
      assert.ok(started.every(({ asked, ended }) => asked.length > 0 && ended));
    });

  it('loses no file of a thread that dies', async () => {
    const alone = await project.run(['lint', '--format', 'json']);
    const together = await project.run(['lint', '--format', 'json'], { threads: threads(3, true) });
    assert.deepEqual(together, alone);
    assert.ok(started.every(({ asked }) => asked.length > 8));
  });

  const cases: [line: string, available: number, threads: number][] = [
    ['', 2, 1],
    ['', 1, 0],
    ['', 64, 3],
    ['--jobs 1', 8, 0],
    ['--jobs 5', 2, 4],
    ['000 001 002 003', 8, 0],
    ['000 001 002 003 --jobs 8', 8, 3],
  ];
  for (const [line, available, count] of cases)
    it(`starts ${count} beside its own for "${line}" where ${available} can work at once`, async () => {
      const argv = ['lint', '--fail-on', 'never', ...line.split(' ').filter((word) => word !== '')];
      await project.run(argv, { threads: threads(available) });
      assert.equal(started.length, count);
    });

  it('writes files in one alone, for one may be what another is checked against', async () => {
    const own = new Project({ ...manyFiles(0), a: 'FROM SAFE\n', b: 'FROM SAFE\n' });
    try {
      const { code } = await own.run(['lint', 'a', 'b', '--fix', '--jobs', '2'], { threads: threads(2) });
      assert.equal(code, 0);
      assert.equal(started.length, 0);
    } finally {
      own.remove();
    }
  });

  it('wants a number that makes sense', async () => {
    for (const [typed, message] of [
      ['0', '--jobs is the number of threads, at least 1'],
      ['many', '--jobs is a number; not many'],
    ]) {
      const { code, stderr } = await project.run(['lint', '--jobs', typed ?? '']);
      assert.equal(stderr.split('\n')[0], `bulwark: ${message ?? ''}`);
      assert.equal(code, 2);
    }
  });
});
