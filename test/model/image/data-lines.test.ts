import assert from 'node:assert/strict';
import { firstRow, rowOf } from '../../../server/src/image/catalog/data-lines';

const text = [
  '{"name":"first","of":"the file"}',
  '{"place":1,"name":"nobody"}',
  '{"place":12,"name":"somebody"}',
  '{"name":"a","says":"{\\"name\\":\\"b\\",}"}',
  '{"name":"b","last":true}',
].join('\n');

describe('lines of a data file', () => {
  it('reads the first one', () => {
    assert.deepEqual(firstRow(text), { name: 'first', of: 'the file' });
    assert.deepEqual(firstRow('{"alone":1}'), { alone: 1 });
    assert.equal(firstRow(''), undefined);
  });

  it('finds another by its first key', () => {
    assert.deepEqual(rowOf(text, 'place', 1), { place: 1, name: 'nobody' });
    assert.deepEqual(rowOf(text, 'place', 12), { place: 12, name: 'somebody' });
    assert.deepEqual(rowOf(`${text}\n`, 'name', 'b'), { name: 'b', last: true });
  });

  it('takes nothing else for it', () => {
    assert.equal(rowOf(text, 'place', 2), undefined);
    assert.equal(rowOf(text, 'name', 'nobody'), undefined);
    assert.equal(rowOf(text, 'name', 'first'), undefined);
    assert.equal(rowOf(text, 'name', 'a","says'), undefined);
    assert.equal(rowOf('', 'name', 'b'), undefined);
  });
});
