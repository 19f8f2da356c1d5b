import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { catalogSource } from '../../server/src/image/catalog/catalog';
import { headLength } from '../../server/src/image/catalog/read-catalog';
import { type HeaderRow, type ImageRow } from '../../server/src/image/catalog/rows';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('data file of hardened images', () => {
  const text = read('server/data/hardened-images.jsonl');
  const rows = text.split('\n').slice(0, -1);

  it('is written as the generator writes it', () => {
    assert.ok(text.endsWith('\n'));
    for (const row of rows) assert.equal(JSON.stringify(JSON.parse(row)), row);
    const names = rows
      .map((row) => (JSON.parse(row) as Partial<ImageRow>).name)
      .filter((name) => name !== undefined);
    assert.equal(names.length, 554);
    assert.deepEqual(names, [...names].sort());
  });

  it('can be read in parts', () => {
    // What is read first holds all but the repositories, and a place in the text is one in the file.
    const [first = ''] = rows;
    const { accounts, places } = JSON.parse(first) as HeaderRow;
    const start = `${first}\n`.length + accounts;
    assert.ok(start <= headLength, `${start}`);
    assert.doesNotMatch(text, /[^\0-\x7f]/);
    assert.ok(text.slice(start).startsWith('{"name":'));
    assert.ok(places.endsWith(`,:${text.length - start}`));
  });

  it('is from the commit that NOTICE names, of that day', () => {
    const source = catalogSource();
    assert.ok(source);
    const notice = read('NOTICE');
    assert.ok(notice.includes(source.repository));
    assert.ok(notice.includes(`(commit ${source.commit}, ${source.date.slice(0, 10)})`));
    assert.match(notice, /Apache License 2\.0/);
    assert.equal(source.licence, 'Apache-2.0');
  });
});
