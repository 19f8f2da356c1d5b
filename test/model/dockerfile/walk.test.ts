import assert from 'node:assert/strict';
import { execCommand } from '../../../server/src/dockerfile/exec-command';
import { parseDockerfile } from '../../../server/src/dockerfile/parse';
import { instructionsOf } from '../../../server/src/dockerfile/walk';

describe('walking instructions', () => {
  const file = parseDockerfile('FROM a AS b\nRUN x\nONBUILD RUN y\nCOPY c d\nFROM b\nADD e f');

  it('finds them by keyword, in a file or a stage', () => {
    assert.deepEqual(
      instructionsOf(file, 'RUN').map(({ mounts, index }) => [mounts.length, index]),
      [[0, 1]],
    );
    assert.deepEqual(
      instructionsOf(file, 'ADD').map(({ sources }) => sources[0]?.text),
      ['e'],
    );
    const [stage] = file.stages;
    assert.ok(stage);
    assert.deepEqual(
      instructionsOf(stage, ['RUN', 'COPY', 'ADD']).map(({ keyword }) => keyword),
      ['RUN', 'COPY'],
    );
  });

  it('finds triggers where they are wanted', () => {
    const found = instructionsOf(file, 'RUN', { triggers: true });
    assert.deepEqual(
      found.map(({ body, onbuild }) => [body.text, onbuild?.index]),
      [
        ['x', undefined],
        ['y', 2],
      ],
    );
  });

  it('shows a JSON form as a command', () => {
    const { instructions, source } = parseDockerfile('CMD ["/usr/bin/sh", "-c", "a b"]\nCMD []');
    const [command, empty] = instructions.map(({ json }) => json && execCommand(json));
    assert.equal(command?.name, 'sh');
    assert.deepEqual(
      command.args.map(({ value }) => value),
      ['-c', 'a b'],
    );
    assert.equal(source.slice(command.span), '"/usr/bin/sh", "-c", "a b"');
    assert.equal(empty, undefined);
  });
});
