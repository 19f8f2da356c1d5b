import assert from 'node:assert/strict';
import { parseDockerfile } from '../../../server/src/dockerfile/parse';
import { type State } from '../../../server/src/dockerfile/model';
import { valueOf } from '../../../server/src/text/known';

function final(text: string): State {
  const state = parseDockerfile(text).stages.at(-1)?.final;
  assert.ok(state);
  return state;
}

describe('the user of a stage', () => {
  const cases: readonly (readonly [string, string | undefined, boolean | undefined])[] = [
    ['FROM scratch', 'root', true],
    ['FROM some.registry/unknown:1', undefined, undefined],
    ['FROM debian:12', 'root', true],
    ['FROM a\nUSER root', 'root', true],
    ['FROM a\nUSER 0', '0', true],
    ['FROM a\nUSER 0:0', '0', true],
    ['FROM a\nUSER 000', '000', true],
    ['FROM a\nUSER 1000:0', '1000', false],
    ['FROM a\nUSER app', 'app', false],
    ['FROM a\nUSER "app"', 'app', false],
    ['FROM a\nUSER app\nUSER root', 'root', true],
    ['FROM a\nARG U=app\nUSER $U', 'app', false],
    ['FROM a\nARG U=0\nUSER ${U}:${U}', '0', true],
    ['FROM a\nARG U=1000:1000\nUSER $U', '1000', false],
    ['FROM a\nARG U\nUSER $U', undefined, undefined],
    ['FROM a\nARG U\nUSER ${U:-app}', 'app', false],
    ['FROM a\nUSER $UNDECLARED', undefined, undefined],
    ['FROM a AS b\nUSER app\nFROM b', 'app', false],
    ['FROM a AS b\nUSER app\nFROM b\nUSER 0', '0', true],
    ['FROM a AS b\nUSER app\nFROM debian:12', 'root', true],
    ['FROM a AS b\nONBUILD USER app\nFROM b', 'app', false],
    ['FROM debian:12\nONBUILD USER app', 'root', true],
    ['FROM scratch\nUSER $NOTHING', '', undefined],
  ];
  for (const [text, name, isRoot] of cases)
    it(text, () => {
      const { user } = final(text);
      assert.deepEqual([valueOf(user.name), user.isRoot], [name, isRoot]);
    });

  it('names the USER that set it, perhaps in a stage below', () => {
    const text = 'FROM a AS b\nUSER app:grp\nFROM b\nRUN x\nUSER 5\nRUN y';
    const file = parseDockerfile(text);
    const second = file.stages[1];
    assert.ok(second);
    const at = second.instructions.map((each) => second.before(each).user.instruction?.index);
    assert.deepEqual(at, [1, 1, 4]);
    assert.equal(final('FROM debian:12').user.instruction, undefined);
  });

  it('is split from its group', () => {
    const rows = ['app:grp', 'app', '$U:5', '${U:-a:b}:c', ':x', 'a:$G'].map((body) => {
      const { source, instructions } = parseDockerfile(`FROM a\nUSER ${body}`);
      const user = instructions[1];
      assert.ok(user?.keyword === 'USER');
      return [valueOf(user.user), user.group, user.userSpan && source.slice(user.userSpan)];
    });
    assert.deepEqual(rows, [
      ['app', 'grp', 'app'],
      ['app', undefined, 'app'],
      [undefined, '5', '$U'],
      [undefined, 'c', '${U:-a:b}'],
      ['', 'x', undefined],
      ['a', '$G', 'a'],
    ]);
  });
});

describe('the work dir of a stage', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['FROM scratch', '/'],
    ['FROM some.registry/unknown:1', undefined],
    ['FROM a\nWORKDIR /app', '/app'],
    ['FROM a\nWORKDIR /app/', '/app'],
    ['FROM a\nWORKDIR /a//b/./c/..', '/a/b'],
    ['FROM a\nWORKDIR /app\nWORKDIR src', '/app/src'],
    ['FROM a\nWORKDIR /app\nWORKDIR ../x', '/x'],
    ['FROM a\nWORKDIR src', undefined],
    ['FROM scratch\nWORKDIR src', '/src'],
    ['FROM a\nWORKDIR src\nWORKDIR /app', '/app'],
    ['FROM a\nENV D=/app\nWORKDIR $D/x', '/app/x'],
    ['FROM a\nWORKDIR $D/x', undefined],
    ['FROM a\nWORKDIR "/a b"', '/a b'],
    ['FROM a\nWORKDIR C:\\\\app', undefined],
    ['FROM a\nWORKDIR C:/app', undefined],
    ['FROM mcr.microsoft.com/windows/servercore:ltsc2022', undefined],
    ['FROM a AS b\nWORKDIR /app\nFROM b\nWORKDIR x', '/app/x'],
    ['FROM a\nWORKDIR /a\nWORKDIR', '/a'],
  ];
  for (const [text, path] of cases) it(text, () => assert.equal(valueOf(final(text).workdir), path));

  it('is what each WORKDIR says of itself', () => {
    const file = parseDockerfile('FROM a\nWORKDIR /a\nWORKDIR b\nONBUILD WORKDIR /c');
    const paths = file.instructions.flatMap((each) => {
      const own = each.keyword === 'ONBUILD' ? each.trigger : each;
      return own?.keyword === 'WORKDIR' ? [valueOf(own.path)] : [];
    });
    assert.deepEqual(paths, ['/a', '/a/b', '/c']);
  });
});

describe('the shell of a stage', () => {
  const cases: readonly (readonly [string, readonly string[] | string])[] = [
    ['FROM scratch', 'absent'],
    ['FROM some.registry/unknown:1', 'unknown'],
    ['FROM debian:12', ['/bin/sh', '-c']],
    ['FROM scratch\nSHELL ["/busybox/sh", "-c"]', ['/busybox/sh', '-c']],
    ['FROM a AS b\nSHELL ["bash", "-c"]\nFROM b', ['bash', '-c']],
    ['FROM a\nSHELL bash -c', ['bash', '-c']],
    ['FROM mcr.microsoft.com/windows/nanoserver:ltsc2022', ['cmd', '/S', '/C']],
    ['FROM --platform=windows/amd64 a', ['cmd', '/S', '/C']],
  ];
  for (const [text, expected] of cases)
    it(text, () => {
      const { shell } = final(text);
      assert.deepEqual(shell.state === 'known' ? shell.value : shell.state, expected);
    });
});

describe('the effective command of a stage', () => {
  const cases: readonly (readonly [string, number | undefined, number | undefined])[] = [
    ['FROM a', undefined, undefined],
    ['FROM a\nCMD x\nCMD y', 2, undefined],
    ['FROM a AS b\nCMD x\nENTRYPOINT y\nFROM b', 1, 2],
    ['FROM a AS b\nCMD x\nFROM b\nENTRYPOINT y', undefined, 3],
    ['FROM a AS b\nCMD x\nFROM b\nCMD y\nENTRYPOINT z', 3, 4],
    ['FROM a AS b\nENTRYPOINT x\nFROM b\nCMD y', 3, 1],
    ['FROM a AS b\nENTRYPOINT x\nFROM c', undefined, undefined],
  ];
  for (const [text, cmd, entrypoint] of cases)
    it(text, () => {
      const stage = parseDockerfile(text).stages.at(-1);
      assert.deepEqual(
        [stage?.effective('CMD')?.index, stage?.effective('ENTRYPOINT')?.index],
        [cmd, entrypoint],
      );
    });
});
