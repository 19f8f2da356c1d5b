import assert from 'node:assert/strict';
import { catalogImage, catalogNames } from '../../server/src/image/catalog/catalog';
import { compareVersions } from '../../server/src/image/catalog/version-order';

describe('order of versions', () => {
  for (const [older, newer] of [
    ['3.9', '3.12'],
    ['3', '3.1'],
    ['3.12', '3.12-alpine'],
    ['debian12', 'debian13'],
    ['alpine3.9', 'alpine3.24'],
    ['1.26rc1', '1.26rc2'],
    ['', '1'],
  ] as const)
    it(`puts ${JSON.stringify(older)} before ${JSON.stringify(newer)}`, () => {
      assert.ok(compareVersions(older, newer) < 0);
      assert.ok(compareVersions(newer, older) > 0);
    });

  it('takes 007 and 7 for the same', () => {
    assert.equal(compareVersions('1.007', '1.7'), 0);
  });

  it('orders the versions of each hardened image as the collation of English does', () => {
    const collator = new Intl.Collator('en', { numeric: true });
    for (const name of catalogNames()) {
      const tags = [...(catalogImage(name)?.tags.values() ?? [])];
      for (const key of ['version', 'system'] as const) {
        const values = [...new Set(tags.map((tag) => tag[key]))];
        assert.deepEqual(
          values.toSorted(compareVersions),
          values.toSorted((one, other) => collator.compare(one, other)),
          name,
        );
      }
    }
  });
});
