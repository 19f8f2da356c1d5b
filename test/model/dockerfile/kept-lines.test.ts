import assert from 'node:assert/strict';
import { parseDockerfile } from '../../../server/src/dockerfile/parse';

/** For each instruction of the second version whether it was taken over from the first. */
function kept(first: string, second: string): boolean[] {
  const before = parseDockerfile(first);
  const after = parseDockerfile(second, {}, before);
  return after.instructions.map((each, at) => each.body === before.instructions[at]?.body);
}

describe('a version of a Dockerfile after another one', () => {
  const text = 'FROM a\nRUN b\nRUN c\n';
  const cases: readonly (readonly [string, string, string, readonly boolean[]])[] = [
    ['nothing changed', text, text, [true, true, false]],
    ['the end changed', text, `${text}RUN d\n`, [true, true, false, false]],
    ['the last line changed', text, 'FROM a\nRUN b\nRUN d\n', [true, true, false]],
    ['the start changed', text, 'FROM b\nRUN b\nRUN c\n', [false, false, false]],
    ['a comment came first', text, '# x\nFROM a\nRUN b\nRUN c\n', [false, false, false]],
    ['the last line goes on', 'FROM a\nRUN b', 'FROM a\nRUN bc', [true, false]],
    ['a continuation goes on', 'FROM a\nRUN b \\\n', 'FROM a\nRUN b \\\n c\n', [true, false]],
    ['a heredoc goes on', 'FROM a\nRUN <<E\nb\n', 'FROM a\nRUN <<E\nb\nE\n', [true, false]],
    ['a heredoc was closed', 'FROM a\nRUN <<E\nE\n#', 'FROM a\nRUN <<E\nE\nc', [true, true, false]],
    ['another escape character', '# escape=`\nFROM a\nRUN b `\n c\nUSER d\n', '# escape=\\\nFROM a\nRUN b `\n c\nUSER d\n', [false, false, false, false]],
  ]; // prettier-ignore
  for (const [what, first, second, expected] of cases)
    it(`takes over the lines before the change: ${what}`, () => {
      assert.deepEqual(kept(first, second), expected);
    });

  it('reads all again after some versions, so that no old text stays for long', () => {
    const [first] = parseDockerfile(text).instructions;
    let dockerfile = parseDockerfile(text);
    const bodies = new Set([first?.body]);
    for (let version = 0; version < 100; version++) {
      dockerfile = parseDockerfile(`${text}# ${version}\n`, {}, dockerfile);
      bodies.add(dockerfile.instructions[0]?.body);
    }
    assert.equal(bodies.size, 5);
  });
});
