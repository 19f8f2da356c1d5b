import assert from 'node:assert/strict';
import { expand, UNGIVEN } from '../../../server/src/dockerfile/expand';
import { ABSENT, known, UNKNOWN, type Known } from '../../../server/src/text/known';

const VALUES = new Map<string, Known<string>>([
  ['v', known('a.b.c')],
  ['path', known('/usr/local/bin')],
  ['empty', known('')],
  ['other', known('v')],
  ['unknown', UNKNOWN],
  ['ungiven', UNGIVEN],
]);
const lookup = (name: string): Known<string> => VALUES.get(name) ?? ABSENT;
const UNTOLD = undefined;

describe('variable expansion', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['plain', 'plain'],
    ['$v', 'a.b.c'],
    ['${v}', 'a.b.c'],
    ['x$v-y', 'xa.b.c-y'],
    ['$vv', ''],
    ['$absent', ''],
    ['${absent}!', '!'],
    ['$', '$'],
    ['a$', 'a$'],
    ['$.', '$.'],
    ['\\$v', '$v'],
    ["'$v'", '$v'],
    ['"$v"', 'a.b.c'],
    ['"\\$v"', '$v'],
    ['"a\\b"', 'a\\b'],
    ['a\\ b', 'a b'],
    ['"a b"\'c d\'', 'a bc d'],
    ['${v:-x}', 'a.b.c'],
    ['${empty:-x}', 'x'],
    ['${empty-x}', ''],
    ['${absent:-x}', 'x'],
    ['${absent-x}', 'x'],
    ['${absent:-}', ''],
    ['${absent:-$v}', 'a.b.c'],
    ['${absent:-${absent:-${v}}}', 'a.b.c'],
    ['${absent:-"a b"}', 'a b'],
    ['${v:+x}', 'x'],
    ['${v+x}', 'x'],
    ['${empty:+x}', ''],
    ['${empty+x}', 'x'],
    ['${absent:+x}', ''],
    ['${v:?no}', 'a.b.c'],
    ['${absent:?no}', UNTOLD],
    ['${empty?no}', ''],
    ['${v#*.}', 'b.c'],
    ['${v##*.}', 'c'],
    ['${v%.*}', 'a.b'],
    ['${v%%.*}', 'a'],
    ['${v#x}', 'a.b.c'],
    ['${v#?.}', 'b.c'],
    ['${path##*/}', 'bin'],
    ['${path#/usr}', '/local/bin'],
    ['${path%/*}', '/usr/local'],
    ['${v/./-}', 'a-b.c'],
    ['${v//./-}', 'a-b-c'],
    ['${v//./}', 'abc'],
    ['${path//\\//_}', '_usr_local_bin'],
    ['${v/b*/x}', 'a.x'],
    ['${v//[/x}', 'a.b.c'],
    ['${absent#x}', ''],
    ['$unknown', UNTOLD],
    ['a${unknown}b', UNTOLD],
    ['${unknown:-x}', UNTOLD],
    ['${unknown:+x}', UNTOLD],
    ['${unknown#x}', UNTOLD],
    ['${v:-$unknown}', 'a.b.c'],
    ['$ungiven', UNTOLD],
    ['${ungiven:-x}', 'x'],
    ['${ungiven-x}', 'x'],
    ['${ungiven:+x}', ''],
    ['${v', UNTOLD],
    ['${', UNTOLD],
    ['${}', UNTOLD],
    ['${:-x}', UNTOLD],
    ['${v:-x', UNTOLD],
    ['${v!x}', UNTOLD],
    ['${v:=x}', UNTOLD],
    ['"open', UNTOLD],
    ["'open", UNTOLD],
    ['$1', ''],
    ['a\\', 'a'],
  ];
  for (const [text, expected] of cases)
    it(text, () => {
      const value = expand(text, lookup, '\\');
      assert.deepEqual(value, expected === undefined ? UNKNOWN : known(expected));
    });

  it('escapes with a back-tick where that is the escape character', () => {
    assert.deepEqual(expand('c:\\x`$v', lookup, '`'), known('c:\\x$v'));
  });

  it('takes quotes as they are in the body of a heredoc', () => {
    assert.deepEqual(expand('"it\'s $other"', lookup, '\\', false), known('"it\'s v"'));
  });

  it('follows no value that grows beyond use', () => {
    const grow = (depth: number): Known<string> =>
      depth === 0 ? known('x'.repeat(9)) : expand('$a$a', () => grow(depth - 1), '\\');
    assert.deepEqual(grow(12), UNKNOWN);
  });

  it('does not nest for ever', () => {
    assert.deepEqual(expand('${a:-'.repeat(20_000), lookup, '\\'), UNKNOWN);
  });

  it('comes to an end with patterns of many stars', () => {
    // A matcher that tries every way to share the text among the stars would outlive the machine.
    const value = known('a'.repeat(250));
    const pattern = `${'*a'.repeat(120)}b`;
    assert.deepEqual(
      expand(`\${v##${pattern}}`, () => value, '\\'),
      value,
    );
    assert.deepEqual(
      expand(`\${v//${pattern}/x}`, () => value, '\\'),
      UNKNOWN,
    );
  });
});
