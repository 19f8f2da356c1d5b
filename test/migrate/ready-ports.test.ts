import assert from 'node:assert/strict';
import { migrated } from './fixture';

describe('ports of ready images', () => {
  for (const [image, said] of [
    // It listens on 3000 as before, and on 2222 instead of a port that the file does not name.
    ['gitea/gitea:1.22\nEXPOSE 3000', undefined],
    ['redis:8', undefined],
    [
      'varnish:8\nEXPOSE 80',
      'The hardened image listens on 8080, 8443; the original listened on 80. Publish the new port, and look at settings that name the old one.',
    ],
  ] as const)
    it(`${image.replace('\n', ', ')}: ${said ?? 'nothing is said'}`, () => {
      const plan = migrated(`FROM ${image}\n`, { files: [], texts: {} });
      assert.ok(plan.kind === 'plan');
      const texts = plan.unresolved.map(({ text }) => text).filter((text) => text.includes('listens on'));
      assert.deepEqual(texts, said === undefined ? [] : [said]);
    });
});
