import assert from 'node:assert/strict';
import { closest } from '../../../server/src/text/nearest';

describe('closest', () => {
  it('finds what was probably meant', () => {
    assert.equal(closest('user-rot', ['user-root', 'sudo']), 'user-root');
    assert.equal(closest('BUILDR', ['builder', 'final']), 'builder');
  });

  it('does not guess wildly', () => {
    assert.equal(closest('xyz', ['user-root', 'sudo']), undefined);
    assert.equal(closest('a', []), undefined);
  });
});
