import assert from 'node:assert/strict';
import { Project } from '../support/cli';

describe('progress', () => {
  let project: Project;
  before(() => {
    project = new Project({
      'a/Dockerfile': 'FROM x\n',
      'b/Dockerfile': 'FROM ERROR\n',
      'c/Dockerfile': 'FROM x\n',
    });
  });
  after(() => project.remove());

  /** A clock that goes on by so many milliseconds each time that somebody looks at it. */
  const clock = (step: number) => {
    let now = 0;
    return () => (now += step);
  };
  const emptied = '\r\u001b[K';

  it('is told whole on a terminal that does not know its width', async () => {
    const { stderr } = await project.run(['lint'], { tty: true, columns: 0, env: {}, now: clock(400) });
    assert.ok(stderr.includes(`${emptied}Checked 2 of 3 files${emptied}`), stderr);
  });

  it('tells on a terminal how far a long run is, and goes away before anything else is said', async () => {
    const events: string[] = [];
    let [out, err] = ['', ''];
    const { stdout, stderr } = await project.run(['lint'], {
      tty: true,
      columns: 30,
      env: { NO_COLOR: '1' },
      now: clock(400),
      written: (stdout_, stderr_) => {
        if (stderr_ !== err) events.push(stderr_.slice(err.length));
        else if (stdout_ !== out) events.push('report');
        [out, err] = [stdout_, stderr_];
      },
    });
    assert.equal(stdout, (await project.run(['lint'], { columns: 30 })).stdout);
    assert.ok(stderr.includes(`${emptied}Looking for files: 4 folders`), stderr);
    assert.ok(stderr.includes(`${emptied}Checked 2 of 3 files`), stderr);
    // Whatever was shown is gone when the report goes on, and at the end.
    for (const [at, event] of events.entries())
      if (event === 'report') assert.ok([emptied, 'report'].includes(events[at - 1] ?? ''), events.join('|'));
    assert.ok(stderr.endsWith(emptied));
  });

  const silent: [name: string, options: Parameters<Project['run']>[1]][] = [
    ['in less than a second', { tty: true, now: clock(10) }],
    ['where nobody watches', { now: clock(400) }],
    ['in CI', { tty: true, env: { CI: 'true' }, now: clock(400) }],
    ['on a terminal that knows nothing', { tty: true, env: { TERM: 'dumb' }, now: clock(400) }],
  ];
  for (const [name, options] of silent)
    it(`says nothing: ${name}`, async () => {
      assert.equal((await project.run(['lint'], options)).stderr, '');
    });
});
