import assert from 'node:assert/strict';
import { HintedPattern } from '../../../server/src/text/hinted-pattern';

describe('A pattern with hints', () => {
  const pattern = new HintedPattern(/^(\w+)\.(?:pem|key)$/, 'pem', 'key');

  it('fits what the pattern fits, by whichever hint', () => {
    assert.equal(pattern.test('server.pem'), true);
    assert.equal(pattern.exec('server.key')?.[1], 'server');
  });

  it('does not fit what has a hint and not the form', () => {
    assert.equal(pattern.test('keys.txt'), false);
    assert.equal(pattern.exec('pem'), null);
  });

  it('does not ask the pattern where no hint is there', () => {
    const asked: string[] = [];
    class Watched extends RegExp {
      override exec(text: string): RegExpExecArray | null {
        asked.push(text);
        return super.exec(text);
      }
    }
    const watched = new HintedPattern(new Watched('^key'), 'key');
    assert.equal(watched.test('door'), false);
    assert.equal(watched.test('a key'), false);
    assert.deepEqual(asked, ['a key']);
  });

  it('finds hints in any case where the pattern takes any', () => {
    assert.equal(new HintedPattern(/^hadolint\b/i, 'hadolint').test('HadoLint ignore'), true);
    assert.equal(new HintedPattern(/^hadolint\b/, 'hadolint').test('HadoLint ignore'), false);
  });

  it('finds each match of a global pattern', () => {
    const global = new HintedPattern(/k=(\d)/g, 'k=');
    assert.deepEqual(
      [...global.matchAll('k=1 k=2')].map((match) => [match.index, match[1]]),
      [
        [0, '1'],
        [4, '2'],
      ],
    );
    assert.deepEqual([...global.matchAll('none')], []);
  });
});
