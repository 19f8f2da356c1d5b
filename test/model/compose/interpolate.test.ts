import assert from 'node:assert/strict';
import { HOLE, interpolate } from '../../../server/src/compose/interpolate';

const variables = new Map([
  ['SET', 'value'],
  ['EMPTY', ''],
  ['FALL', 'back'],
]);

describe('Compose interpolation', () => {
  const table: readonly [string, string][] = [
    ['plain', 'plain'],
    ['$SET', 'value'],
    ['${SET}', 'value'],
    ['a$SET-b', 'avalue-b'],
    ['$SETx', HOLE],
    ['$MISSING', HOLE],
    ['${MISSING}', HOLE],
    ['${MISSING:-d}', 'd'],
    ['${MISSING-d}', 'd'],
    ['${MISSING:-}', ''],
    ['${EMPTY:-d}', 'd'],
    ['${EMPTY-d}', ''],
    ['${SET:-d}', 'value'],
    ['${MISSING:?must be set}', HOLE],
    ['${SET:?must be set}', 'value'],
    ['${EMPTY:?must be set}', HOLE],
    ['${EMPTY?must be set}', ''],
    ['${SET:+yes}', 'yes'],
    ['${EMPTY:+yes}', ''],
    ['${EMPTY+yes}', 'yes'],
    ['${MISSING:+yes}', HOLE],
    ['${MISSING:-${FALL}}', 'back'],
    ['${MISSING:-${ALSO:-deep}}', 'deep'],
    ['${MISSING:-a}${SET}', 'avalue'],
    ['$$SET', '$SET'],
    ['$${SET}', '${SET}'],
    ['$$$SET', '$value'],
    ['${MISSING:-a$$b}', 'a$b'],
    ['5$', '5$'],
    ['$5', '$5'],
    ['${', HOLE],
    ['${SET', HOLE],
    ['${}', HOLE],
    ['${SET/a/b}', HOLE],
  ];
  for (const [text, expected] of table)
    it(`reads ${text}`, () => {
      const { template, value } = interpolate(text, variables);
      assert.equal(template, expected);
      assert.equal(value.state, expected.includes(HOLE) ? 'unknown' : 'known');
    });

  it('tells defaults from values', () => {
    assert.equal(interpolate('${MISSING:-d}', variables).fromDefault, true);
    assert.equal(interpolate('${SET:-d}', variables).fromDefault, false);
  });

  it('names its variables and holes', () => {
    const { variables: names, holes } = interpolate('$A ${B:-$C} $SET', variables);
    assert.deepEqual(names, ['A', 'B', 'C', 'SET']);
    assert.deepEqual(holes, ['A', 'C']);
  });

  it('points at what is written wrongly', () => {
    assert.deepEqual(interpolate('a${SET!x}b', variables).faults, [{ start: 1, end: 9 }]);
    assert.deepEqual(interpolate('a${SET', variables).faults, [{ start: 1, end: 6 }]);
    assert.deepEqual(interpolate('${SET:-$$}', variables).faults, []);
  });
});
