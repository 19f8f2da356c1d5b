import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { type Fault, readText } from '../../server/src/cli/read-text';
import { changedFile, newFile, type UnwrittenFile } from '../../server/src/cli/unwritten-file';
import { type Change, writeTogether } from '../../server/src/cli/write-together';
import { Project } from '../support/cli';

describe('files that are written together', () => {
  let project: Project;
  beforeEach(() => {
    project = new Project({ one: '\ufeff1\r\n', two: '2\n' });
    chmodSync(project.at('one'), 0o640);
  });
  afterEach(() => project.remove());

  async function changes(): Promise<readonly Change[]> {
    const [one, two] = await Promise.all(['one', 'two'].map((name) => readText(project.at(name))));
    assert.ok(one && two && 'text' in one && 'text' in two);
    return [
      { path: 'one', prepare: () => changedFile(project.at('one'), 'eins\n', one, project.path) },
      { path: 'new/a/three', prepare: () => newFile(project.at('new/a/three'), 'drei\n') },
      { path: 'new/four', prepare: () => newFile(project.at('new/four'), 'vier\n') },
      { path: 'two', prepare: () => changedFile(project.at('two'), 'zwei\n', two, project.path) },
    ];
  }

  function unchanged(): void {
    assert.deepEqual(readdirSync(project.path), ['one', 'two']);
    assert.equal(readFileSync(project.at('one'), 'utf8'), '\ufeff1\r\n');
    assert.equal(statSync(project.at('one')).mode & 0o777, 0o640);
    assert.equal(readFileSync(project.at('two'), 'utf8'), '2\n');
  }

  it('are all there', async () => {
    assert.equal(writeTogether(await changes()), undefined);
    assert.deepEqual(
      ['one', 'two', 'new/a/three', 'new/four'].map((name) => readFileSync(project.at(name), 'utf8')),
      ['\ufeffeins\n', 'zwei\n', 'drei\n', 'vier\n'],
    );
    assert.deepEqual(readdirSync(project.path), ['new', 'one', 'two']);
  });

  it('are as they were, and no folder is left, where one cannot be made ready', async () => {
    const all = await changes();
    project.write('two', 'mine\n');
    assert.deepEqual(writeTogether(all), { path: 'two', fault: 'has changed meanwhile', left: [] });
    project.write('two', '2\n');
    unchanged();
  });

  it('are put back where the last one cannot be put into its place', async () => {
    const failing = { fault: 'is on strike' };
    const discarded: string[] = [];
    const last: UnwrittenFile = {
      put: () => failing,
      discard: () => discarded.push('last'),
      undo: () => undefined,
    };
    const all = [...(await changes()), { path: 'last', prepare: () => last }];
    assert.deepEqual(writeTogether(all), { path: 'last', ...failing, left: [] });
    assert.deepEqual(discarded, ['last']);
    unchanged();
  });

  it('are named where they cannot be put back', () => {
    const file = (put: Fault | undefined, undo: Fault | undefined): UnwrittenFile => ({
      put: () => put,
      discard: () => undefined,
      undo: () => undo,
    });
    const fault = { fault: 'is broken' };
    const unwritten = writeTogether([
      { path: 'a', prepare: () => file(undefined, fault) },
      { path: 'b', prepare: () => file(undefined, undefined) },
      { path: 'c', prepare: () => file(fault, undefined) },
    ]);
    assert.deepEqual(unwritten, { path: 'c', fault: 'is broken', left: ['a'] });
  });
});
