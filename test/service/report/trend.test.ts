import assert from 'node:assert/strict';
import { fingerprintsOf } from '../../../server/src/cli/reporters/fingerprint';
import { type BaselineEntry, readBaseline } from '../../../server/src/service/baseline/entries';
import { fingerprintsOf as fingerprintsAnywhere } from '../../../server/src/service/baseline/fingerprints';
import { type LookedFile } from '../../../server/src/service/report/model';
import { type OpenBaseline, trendSince } from '../../../server/src/service/report/trend';
import { lookedFile } from '../../support/looked-files';

const before = lookedFile('Dockerfile', 'RUN sudo a\nRUN sudo a\nUSER root\n', [
  ['sudo', { rule: 'sudo' }],
  ['USER', { rule: 'user-root' }],
]);

function entriesOf(...files: LookedFile[]): readonly BaselineEntry[] {
  return files.flatMap(({ path, source, findings }) =>
    fingerprintsOf(path, source, findings).map(({ finding, fingerprint }) => ({
      path,
      rule: finding.rule,
      fingerprint,
    })),
  );
}

function baseline(entries: readonly BaselineEntry[], present: readonly string[] = []): OpenBaseline {
  return {
    entries,
    pathOf: ({ path }) => path,
    exists: (path) => Promise.resolve(present.includes(path)),
    shown: (path) => `w/${path}`,
  };
}

async function trend(files: readonly LookedFile[], ...baselines: readonly OpenBaseline[]) {
  const { fresh, gone } = await trendSince(files, baselines);
  return {
    fresh: [...fresh].map(({ rule }) => rule),
    gone: gone.map(({ path, rule, count }) => `${path} ${rule} ${count}`),
  };
}

describe('the trend since a baseline', () => {
  it('is made of the same fingerprints as the command line writes', async () => {
    const { path, source, findings } = before;
    assert.deepEqual(
      await fingerprintsAnywhere(path, source, findings),
      fingerprintsOf(path, source, findings).map(({ fingerprint }) => fingerprint),
    );
  });

  it('has nothing new and nothing gone where nothing has changed', async () => {
    assert.deepEqual(await trend([before], baseline(entriesOf(before))), { fresh: [], gone: [] });
  });

  it('does not take another line number for something new', async () => {
    const moved = lookedFile('Dockerfile', '# a\nRUN  sudo a\nUSER root\n', [
      ['sudo', { rule: 'sudo' }],
      ['USER', { rule: 'user-root' }],
    ]);
    assert.deepEqual(await trend([moved], baseline(entriesOf(before))), { fresh: [], gone: [] });
  });

  it('tells what is new and what is gone', async () => {
    const after = lookedFile('Dockerfile', 'RUN sudo a\nRUN curl b\n', [
      ['sudo', { rule: 'sudo' }],
      ['curl', { rule: 'download-unverified' }],
    ]);
    assert.deepEqual(await trend([after], baseline(entriesOf(before))), {
      fresh: ['download-unverified'],
      gone: ['w/Dockerfile user-root 1'],
    });
  });

  it('counts as gone what stood in a file that is no more, and not what stands in one that was not looked at', async () => {
    const old = lookedFile('old/Dockerfile', 'RUN sudo\nRUN sudo b\n', [
      ['sudo', { rule: 'sudo' }],
      ['sudo b', { rule: 'sudo' }],
    ]);
    const other = lookedFile('other/Dockerfile', 'RUN sudo\n', [['sudo', { rule: 'sudo' }]]);
    assert.deepEqual(await trend([], baseline(entriesOf(old, other), ['other/Dockerfile'])), {
      fresh: [],
      gone: ['w/old/Dockerfile sudo 2'],
    });
  });

  it('is told by the baselines of several folders', async () => {
    const first = baseline(entriesOf(before));
    const second: OpenBaseline = { ...baseline([]), pathOf: () => undefined };
    assert.deepEqual(await trend([before], second, first), { fresh: [], gone: [] });
  });

  const faults: [text: string, fault: string][] = [
    ['{', 'is no baseline: it is not JSON'],
    ['null', 'is no baseline that this version can read'],
    ['[]', 'is no baseline that this version can read'],
    ['{"version":1,"findings":[1]}', 'is no baseline that this version can read'],
  ];
  for (const [text, fault] of faults)
    it(`is not told by ${text}`, () => assert.deepEqual(readBaseline(text), { fault }));
});
