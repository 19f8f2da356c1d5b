import assert from 'node:assert/strict';
import { recently } from '../../../server/src/text/recent';

describe('recently', () => {
  it('works once for a text that comes again', () => {
    const asked: string[] = [];
    const twice = recently((text) => {
      asked.push(text);
      return text + text;
    });
    assert.equal(twice('a'), 'aa');
    assert.equal(twice('b'), 'bb');
    assert.equal(twice('a'), 'aa');
    assert.deepEqual(asked, ['a', 'b']);
  });

  it('forgets what was not asked for a long time', () => {
    const asked: string[] = [];
    const same = recently((text) => {
      asked.push(text.slice(0, 5));
      return text;
    });
    same('first');
    for (let at = 0; at < 10; at++) same(`${String(at)}${'x'.repeat(40_000)}`);
    same('first');
    assert.deepEqual(
      asked.filter((text) => text === 'first'),
      ['first', 'first'],
    );
  });
});
