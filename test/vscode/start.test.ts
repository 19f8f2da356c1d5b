import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Resolves with what `npm start` has printed as soon as it has named its address. */
function printed(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Ctrl-C')) resolve(output);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('close', () => reject(new Error(`It ended by itself:\n${output}`)));
  });
}

describe('npm start', function () {
  this.timeout(180_000);

  it('prints the findings of the demo, serves it in VS Code and ends on Ctrl-C', async () => {
    const child = spawn(process.execPath, ['scripts/start.mjs'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = once(child, 'close');
    try {
      const output = await printed(child);
      assert.match(output, /uv-app\/Dockerfile/);
      assert.match(output, /user-root/);
      const address = /http:\/\/127\.0\.0\.1:\d+\/\?folder=\S+/.exec(output)?.[0];
      assert.ok(address, output);
      const answer = await fetch(address);
      assert.equal(answer.status, 200);
      assert.match(await answer.text(), /vscode-workbench-web-configuration/);

      child.kill('SIGINT');
      assert.deepEqual(await ended, [0, null]);
      await assert.rejects(fetch(address), 'The server still answers.');
    } finally {
      child.kill('SIGTERM');
    }
  });
});
