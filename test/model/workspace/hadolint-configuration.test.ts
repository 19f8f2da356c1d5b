import assert from 'node:assert/strict';
import { fetchContext } from '../../../server/src/workspace/fetch-context';
import { memoryHost } from '../../support/memory-host';

const ignoredWith = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const host = memoryHost({ 'file:///w/Dockerfile': 'FROM a:1\n', ...files });
  return (await fetchContext(host, 'file:///w/Dockerfile', 'dockerfile')).hadolintIgnored;
};

describe("hadolint's configuration", () => {
  it('names what it ignores', async () => {
    const text = '# ours\nfailure-threshold: info\nignored:\n  - DL3008\n  - "DL3018" # pinned elsewhere\n';
    assert.deepEqual(await ignoredWith({ 'file:///w/.hadolint.yaml': text }), ['DL3008', 'DL3018']);
    assert.deepEqual(await ignoredWith({ 'file:///w/.hadolint.yml': 'ignored: [DL3007]\n' }), ['DL3007']);
  });

  it('ignores nothing where it is absent, empty or broken', async () => {
    assert.deepEqual(await ignoredWith({}), []);
    for (const text of ['', 'ignored: DL3007\n', 'ignored: [\n', '- DL3007\n', 'ignored:\n  - {a: b}\n'])
      assert.deepEqual(await ignoredWith({ 'file:///w/.hadolint.yaml': text }), [], text);
  });
});
