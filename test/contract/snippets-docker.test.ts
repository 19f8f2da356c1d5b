import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { containerCommand, dockerCommandsOf } from '../support/docker-words';
import { snippetsOf } from '../support/snippet-files';

const scripts = snippetsOf('shellscript').map(({ prefix, expanded }) => ({
  prefix,
  commands: dockerCommandsOf(expanded.text),
}));

/** Images of the snippets whose ENTRYPOINT is their tool. */
const tools: Readonly<Record<string, string>> = { 'dhi.io/uv': 'uv', 'dhi.io/openscap': 'oscap' };

describe('the docker commands of the snippets', () => {
  it('are there', () => {
    assert.ok(scripts.flatMap(({ commands }) => commands).length >= 20);
  });

  for (const { prefix, commands } of scripts)
    for (const words of commands) {
      const command = containerCommand(words);
      if (command === undefined) continue;
      it(`${prefix}: options stand before the image, mounts have a target`, () => {
        const { options, image, rest } = command;
        assert.match(image, /^[a-z0-9./-]+:[\w.-]+$/, 'an image with its tag');
        assert.deepEqual(
          rest.filter((word) =>
            /^(-v|-e|-u|-w|--volume|--mount|--env|--user|--workdir|--entrypoint|--rm)\b/.test(word),
          ),
          [],
          'options of docker behind the image',
        );
        for (const { name, value = '' } of options) {
          if (name === '--volume') assert.match(value, /^\/[^:]+:\/[^:]+(:ro)?$/);
          if (name === '--mount')
            assert.match(value, /^type=image,source=[^,]+:[^,]+,destination=\/[^,]+,ro$/);
        }
      });

      it(`${prefix}: names the tool once, and what is no word of it is the entry point`, () => {
        const { options, image, rest } = command;
        const tool = tools[image.slice(0, image.lastIndexOf(':'))];
        if (tool === undefined || options.some(({ name }) => name === '--entrypoint')) return;
        assert.doesNotMatch(rest[0] ?? '', /^\//, `${tool} would be given a path to run`);
        assert.ok(![tool, `${tool}x`].includes(rest[0] ?? ''), `${tool} is the ENTRYPOINT`);
      });
    }
});

/**
 * What the docker CLI answers when it has accepted a command line and finds no engine, no terminal, or both. A line that
 * it does not accept ends in "unknown flag", "invalid argument", "requires 1 argument" or the like.
 */
const accepted =
  /Cannot connect to the Docker daemon|[Ff]ailed to connect to the docker API|is not a T(TY|erminal)|non TTY device/i;

/** Commands that are not the CLI's own: taken where the plugin is there. */
const plugins: Readonly<Record<string, string>> = {
  buildx: 'a plugin, not in every installation',
  debug: 'comes with Docker Desktop alone',
};

const nothing = { DOCKER_HOST: 'unix:///nonexistent/docker.sock', DOCKER_CONTEXT: '' };
/** A login with a stored account would go to the network. */
const noAccount = { DOCKER_CONFIG: join(tmpdir(), 'no-docker-configuration') };

describe('the docker CLI of this machine', () => {
  const answer = (...words: readonly string[]): { readonly status: number | null; readonly text: string } => {
    const { status, stdout, stderr, error } = spawnSync('docker', words, {
      encoding: 'utf8',
      timeout: 20_000,
      input: '',
      env: { ...process.env, ...nothing, ...(words[0] === 'login' ? noAccount : {}) },
    });
    return { status: error === undefined ? status : null, text: `${stdout}${stderr}` };
  };
  const present = answer('--version').status === 0;
  const plugged = (command: string): boolean =>
    plugins[command] === undefined ||
    (present && answer(command, '--help').text.includes(`docker ${command}`));

  it('is asked, or is known not to be there', () => {
    if (present) {
      assert.doesNotMatch(answer('run', '--no-such-flag', 'image').text, accepted);
      assert.match(answer('run', '--rm', 'image').text, accepted);
    } else assert.equal(answer('--version').status, null);
  });

  if (!present) return;
  for (const { prefix, commands } of scripts)
    for (const words of commands) {
      const [name = ''] = words;
      if (!plugged(name)) continue;
      it(`accepts ${prefix}: docker ${words.slice(0, 2).join(' ')} …`, () => {
        if (plugins[name] === undefined) assert.match(answer(...words).text, accepted);
        else {
          // A plugin may act without an engine; asked for help it reads all flags and does nothing.
          const { text } = answer(...words, '--help');
          assert.match(text, /^Usage:/m);
          assert.doesNotMatch(text, /unknown|invalid/i);
        }
      }).timeout(30_000);
    }
});
