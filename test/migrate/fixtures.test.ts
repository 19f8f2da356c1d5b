import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDockerfile } from '../../server/src/dockerfile/parse';
import { type Finding } from '../../server/src/service/finding';
import { languages } from '../../server/src/migrate/languages/registry';
import { conflict } from '../../server/src/text/edit';
import { look } from '../support/look';
import { type Fixture, fixtures, migrated, outputOf, planOf } from './fixture';

/** Writes what comes out, to be read by a person before it is committed. */
const update = process.env['UPDATE_FIXTURES'] === '1';

/** A file that is a text or is not there. */
function agree(path: string, text: string | undefined): void {
  if (update) {
    if (text === undefined) rmSync(path, { force: true });
    else writeFileSync(path, text);
  }
  assert.equal(existsSync(path) ? readFileSync(path, 'utf8') : undefined, text);
}

const grave = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(
    ({ severity, rule }) => severity === 'error' || severity === 'warning' || rule.startsWith('dhi-'),
  );

const said = ({ rule, message }: Finding): string => `${rule}: ${message}`;

describe('the fixtures of the migration', () => {
  const all = fixtures().map(({ name }) => name);

  it('are many', () => assert.ok(all.length >= 60, String(all.length)));
  for (const { id } of languages)
    it(`hold four or more of ${id}`, () => {
      const own = all.filter((name) => name.startsWith(`${id}/`));
      assert.ok(own.length >= 4, own.join(', '));
    });
  it('are of languages that there are', () => {
    const ids = new Set(languages.map(({ id }) => id));
    assert.deepEqual(
      all.filter((name) => !ids.has(name.split('/')[0] ?? '')),
      [],
    );
  });
});

describe('migration', () => {
  for (const fixture of fixtures()) describe(fixture.name, () => checks(fixture));
});

function checks({ text, around, folder }: Fixture): void {
  const result = migrated(text, around);
  const output = outputOf(text, result);

  it('gives the expected Dockerfile', () => agree(join(folder, 'expected.Dockerfile'), output));
  it('gives the expected plan', () => agree(join(folder, 'plan.md'), planOf(text, result)));
  if (result.kind === 'refusal' || output === undefined) return;

  it('has steps that do not touch each other', () => {
    const edits = result.steps.flatMap((step) => step.edits);
    for (const [index, edit] of edits.entries())
      for (const other of edits.slice(index + 1))
        assert.ok(!conflict(edit, other), JSON.stringify([edit, other]));
    const ids = result.steps.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)]);
  });
  it('parses', () => {
    for (const { keyword, keywordText } of parseDockerfile(output).instructions)
      assert.notEqual(keyword, 'UNKNOWN', keywordText);
  });
  it('brings no error and no warning', () => {
    const files = result.newFiles.find(({ path }) => path === '.dockerignore');
    const after = files === undefined ? around : { ...around, dockerignore: files.text };
    const before = new Set(grave(look('dockerfile', text, { around })).map(said));
    const rules = new Set([...before].map((each) => each.replace(/:.*/s, '')));
    const now = grave(look('dockerfile', output, { around: after }));
    assert.deepEqual(
      now.filter((each) => !rules.has(each.rule) || each.rule.startsWith('dhi-')).map(said),
      [],
    );
  });
  it('leaves nothing for a second migration', () => {
    const second = migrated(output, around);
    assert.equal(second.kind, 'plan');
    assert.equal(outputOf(output, second), undefined);
  });
  it('keeps names of stages, comments and arguments', () => {
    const [before, after] = [parseDockerfile(text), parseDockerfile(output)];
    const argumentsOf = (file: typeof before): readonly string[] =>
      file.instructions.flatMap((each) => (each.keyword === 'ARG' ? each.pairs.map(({ name }) => name) : []));
    for (const { name } of before.stages) if (name !== undefined) assert.ok(after.stage(name), name);
    for (const name of argumentsOf(before)) assert.ok(argumentsOf(after).includes(name), name);
    const gone = new Set(
      result.steps
        .filter(({ id }) => id !== 'split')
        .flatMap(({ edits }) => edits.filter(({ newText }) => newText === ''))
        .flatMap(({ span }) => text.slice(span.start, span.end).split('\n'))
        .map((line) => line.trim()),
    );
    const comments = new Set(after.comments.map((comment) => comment.text));
    for (const comment of before.comments)
      assert.ok(comments.has(comment.text) || gone.has(`# ${comment.text}`), comment.text);
  });
}
