import assert from 'node:assert/strict';
import { oneLine } from '../../client/src/docker/command-line';
import { debugByImageMount } from '../../client/src/docker/debug-mount';
import { scanWithOpenScap } from '../../client/src/docker/openscap';
import { uvThroughDocker } from '../../client/src/docker/uv';
import { created, hasDockerClient } from '../support/fake-engine';

/** The words as sh reads them; there is no terminal, which -t asks for. */
function lineOf(words: readonly string[] | undefined): string {
  assert.ok(words);
  const line = oneLine([{ words: words.map((word) => (word === '-it' ? '-i' : word)) }], 'posix');
  assert.ok(line);
  return line;
}

const about = {
  image: 'dhi.io/uv:0.12-debian13',
  container: 'shop-web-1',
  shell: 'dhi.io/busybox:1.37-debian13',
  entrypoint: 'known',
} as const;

// The other tests say the same of the words; here a client of Docker reads them. Most machines of developers have one.
if (hasDockerClient())
  describe('a Docker client, which reads the commands', () => {
    it('asks for the shell beside a container', async () => {
      const [creation, ...others] = await created(
        lineOf(debugByImageMount({ ...about, asRoot: true, network: true, ptrace: true })),
      );
      assert.ok(creation);
      assert.equal(others.length, 0);
      const { HostConfig: host } = creation;
      assert.deepEqual(creation.Entrypoint, ['/dbg/bin/sh']);
      assert.equal(creation.Cmd, null);
      assert.equal(creation.Image, about.image);
      assert.equal(creation.User, '0');
      assert.equal(host.PidMode, 'container:shop-web-1');
      assert.equal(host.NetworkMode, 'container:shop-web-1');
      assert.match(host.CapAdd?.join() ?? '', /SYS_PTRACE/);
      assert.equal(host.AutoRemove, true);
      assert.deepEqual(
        host.Mounts?.map(({ Type, Source, Target }) => [Type, Source, Target]),
        [['image', about.shell, '/dbg']],
      );
    });

    it('starts the shell as a command where there is no entry point', async () => {
      const [creation] = await created(lineOf(debugByImageMount({ ...about, entrypoint: 'absent' })));
      assert.equal(creation?.Entrypoint, null);
      assert.deepEqual(creation.Cmd, ['/dbg/bin/sh']);
    });

    it('gives oscap-docker all that stands behind the image, and itself what stands before', async () => {
      const steps = scanWithOpenScap({
        openscap: 'dhi.io/openscap:1.4-debian13-dev',
        target: { container: 'shop-web-1' },
        suffix: '0a1b',
      });
      const line = oneLine(steps.slice(-1), 'posix');
      assert.ok(line);
      const [creation] = await created(line);
      assert.deepEqual(creation?.Entrypoint, ['oscap-docker']);
      assert.deepEqual(creation.Cmd?.slice(0, 4), ['container', 'shop-web-1', 'xccdf', 'eval']);
      assert.equal(creation.HostConfig.PidMode, 'host');
      // The client keeps them in no order.
      const binds = creation.HostConfig.Binds ?? [];
      assert.equal(binds.length, 3);
      assert.ok(binds.includes('/var/run/docker.sock:/var/run/docker.sock'));
      assert.ok(binds.some((bind) => /^\/.*\/out:\/out$/.test(bind)));
      assert.ok(binds.some((bind) => /^\/.*\/stigs:\/stigs:ro$/.test(bind)));
    });

    it('gets a folder and words of a hostile name as they are', async () => {
      const folder = `/tmp/a b'$(touch pwned)";&`;
      const words = ['ruff', '$(id)', '`id`', '*', '--flag=;'];
      const [creation] = await created(
        lineOf(uvThroughDocker({ task: 'uvx', image: about.image, folder, account: '1000:1000', words })),
      );
      assert.deepEqual(creation?.Cmd, words);
      assert.equal(creation.WorkingDir, folder);
      assert.deepEqual(creation.HostConfig.Binds, [`${folder}:${folder}`]);
      assert.equal(creation.User, '1000:1000');
    });
  });
