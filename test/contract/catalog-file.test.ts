import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { catalogSource } from '../../server/src/image/catalog/catalog';
import { type ImageRow } from '../../server/src/image/catalog/rows';

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
