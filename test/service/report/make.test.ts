import assert from 'node:assert/strict';
import { makeReport } from '../../../server/src/service/report/make';
import { packOf } from '../../../server/src/service/report/packs';
import { listRules } from '../../../server/src/service/rule-list';
import { lookedFile } from '../../support/looked-files';

const api = lookedFile('api/Dockerfile', 'FROM a\nUSER root\nRUN sudo x\n', [
  ['USER', { rule: 'user-root', severity: 'warning' }],
  ['sudo', { rule: 'sudo', severity: 'error', message: 'No `sudo`.' }],
]);
const compose = lookedFile('compose.yaml', 'services:\n  web:\n    image: x\n', [
  ['image', { rule: 'no-such-rule', severity: 'hint' }],
]);
const clean = lookedFile('Dockerfile', 'FROM a\n', []);
const nothing = { images: [], unread: [] };

describe('a report', () => {
  it('counts by severity', () => {
    const { counts } = makeReport({ ...nothing, files: [api, compose] });
    assert.deepEqual(counts, { error: 1, warning: 1, info: 0, hint: 1 });
  });

  it('counts by pack, the gravest first', () => {
    const other = lookedFile('Dockerfile', 'RUN wget x', [['wget', { rule: 'tls-off-wget' }]]);
    const { packs } = makeReport({ ...nothing, files: [compose, other, api] });
    assert.deepEqual(
      packs.map(({ name, counts }) => [name, counts.error, counts.warning, counts.hint]),
      [
        ['User', 1, 1, 0],
        ['Transport', 0, 1, 0],
        ['Bulwark itself', 0, 0, 1],
      ],
    );
  });

  it('lists every file by path, with places that count from 1', () => {
    const { files } = makeReport({ ...nothing, files: [compose, clean, api] });
    assert.deepEqual(
      files.map(({ path, findings }) => [path, findings.map(({ line, column }) => `${line}:${column}`)]),
      [
        ['Dockerfile', []],
        ['api/Dockerfile', ['2:1', '3:5']],
        ['compose.yaml', ['3:5']],
      ],
    );
  });

  it('is the same whatever the order of its files', () => {
    const parts = { ...nothing, unread: [{ path: 'b', fault: 'is a folder' }] };
    assert.deepEqual(
      makeReport({ ...parts, files: [api, compose, clean] }),
      makeReport({ ...parts, files: [clean, compose, api] }),
    );
  });

  it('tells what is new from what a baseline knows', () => {
    const [user, sudo] = api.findings;
    assert.ok(user && sudo);
    const gone = [{ path: 'old/Dockerfile', rule: 'sudo', count: 2 }];
    const report = makeReport({ ...nothing, files: [api], trend: { fresh: new Set([sudo]), gone } });
    assert.deepEqual(report.trend, {
      known: { error: 0, warning: 1, info: 0, hint: 0 },
      fresh: { error: 1, warning: 0, info: 0, hint: 0 },
      gone,
    });
    assert.deepEqual(
      report.files[0]?.findings.map(({ isNew }) => isNew),
      [false, true],
    );
  });

  it('has nothing new where there is no baseline', () => {
    const report = makeReport({ ...nothing, files: [api] });
    assert.equal('trend' in report, false);
    assert.ok(report.files.every(({ findings }) => findings.every(({ isNew }) => !isNew)));
  });

  it('knows the pack of every rule', () => {
    const own = listRules().filter(({ language, id }) => packOf(language, id) === 'Bulwark itself');
    assert.deepEqual([...new Set(own.map(({ id }) => id))].sort(), ['file-too-large', 'unused-suppression']);
  });
});
