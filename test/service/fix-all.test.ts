import assert from 'node:assert/strict';
import { type Finding } from '../../server/src/service/finding';
import { fixAll, withoutConflicts } from '../../server/src/service/fix-all';
import { applyEdits, replace } from '../../server/src/text/edit';
import { look } from '../support/look';

const all = (text: string): string =>
  applyEdits(
    text,
    fixAll(text, (each) => look('dockerfile', each)),
  );

describe('fix all', () => {
  it('makes every safe fix, and no offer', () => {
    const text =
      'FROM debian:latest\nUSER 1000\nADD app /app\nRUN apt-get install curl\nCMD ["a"]\nCMD app --flag\n';
    const fixed = all(text);
    assert.match(fixed, /^COPY app \/app$/m);
    assert.match(fixed, /apt-get install -y curl/);
    assert.match(fixed, /^CMD \["app", ?"--flag"\]$/m);
    assert.match(fixed, /debian:latest/);
    assert.equal(fixed.match(/^CMD/gm)?.length, 1);
  });

  it('changes nothing the second time', () => {
    const once = all('FROM debian:13\nRUN apt-get update && apt-get install curl\nCMD app\n');
    assert.equal(all(once), once);
  });

  it('repairs in the next round what conflicts in this one', () => {
    const text = 'aab';
    const finding = (at: number, newText: string): Finding => ({
      rule: 'x',
      language: 'dockerfile',
      severity: 'hint',
      message: '',
      span: { start: at, end: at + 1 },
      fixKind: 'safe',
      fix: { title: '', edits: [replace({ start: 0, end: 2 }, newText)] },
      offers: [],
      related: [],
      url: '',
    });
    const edits = fixAll(text, (each) => (each.startsWith('a') ? [finding(0, 'b'), finding(1, 'c')] : []));
    assert.equal(applyEdits(text, edits), 'bb');
  });

  it('makes an edit that two fixes share once', () => {
    const edit = replace({ start: 0, end: 1 }, 'x');
    const edits = withoutConflicts([
      { title: 'a', edits: [edit] },
      { title: 'b', edits: [{ ...edit }, replace({ start: 4, end: 5 }, 'y')] },
    ]);
    assert.deepEqual(edits, [edit, replace({ start: 4, end: 5 }, 'y')]);
  });

  it('gives up on fixes that never rest', () => {
    const edits = fixAll('a', (text) => [
      {
        rule: 'x',
        language: 'dockerfile',
        severity: 'hint',
        message: '',
        span: { start: 0, end: 1 },
        fixKind: 'safe',
        fix: { title: '', edits: [replace({ start: 0, end: text.length }, `${text}a`)] },
        offers: [],
        related: [],
        url: '',
      },
    ]);
    assert.equal(applyEdits('a', edits).length, 11);
  });
});
