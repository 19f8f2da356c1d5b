import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { ServerFlags } from '../../client/src/server-flags';

describe('the flags of the server', () => {
  it('are known to this Node', () => {
    const { status, stderr } = spawnSync(process.execPath, [...new ServerFlags().execArgv, '--version']);
    assert.equal(status, 0, stderr.toString());
  });

  it('are left out once a server has ended before it answered', () => {
    const flags = new ServerFlags();
    assert.notDeepEqual(flags.execArgv, []);
    flags.ended();
    assert.deepEqual(flags.execArgv, []);
  });

  it('stay where it has answered before it ended', () => {
    const flags = new ServerFlags();
    const given = flags.execArgv;
    flags.running();
    flags.ended();
    assert.deepEqual(flags.execArgv, given);
  });
});
