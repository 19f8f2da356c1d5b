import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

describe('generated files', () => {
  it('are what `npm run generate` writes', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'scripts/generate.ts', '--check'],
      {
        encoding: 'utf8',
      },
    );
    assert.equal(stderr.trim(), '');
    assert.equal(status, 0);
  }).timeout(30_000);
});
