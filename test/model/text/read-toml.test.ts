import assert from 'node:assert/strict';
import { readToml } from '../../../server/src/text/read-toml';

describe('reading TOML', () => {
  const cases: readonly (readonly [name: string, text: string, values: Readonly<Record<string, string>>])[] =
    [
      ['keys of tables', '[tool.uv]\npackage = true\n', { 'tool.uv': '', 'tool.uv.package': 'true' }],
      ['keys above the first table', 'a = 1\nb.c = "x"\n', { a: '1', 'b.c': '"x"' }],
      ['quoted keys and blanks', '[ "tool" . uv ]\r\n"a" = 1\r\n', { 'tool.uv': '', 'tool.uv.a': '1' }],
      ['comments', '# a = 1\nb = "#" # c\n[t] # d\n', { b: '"#"', t: '' }],
      [
        'arrays over lines',
        '[g]\ndev = [\n  "a[x]>=1", # one\n  "b",\n]\nc = 1\n',
        { g: '', 'g.dev': '[ "a[x]>=1", "b", ]', 'g.c': '1' },
      ],
      ['inline tables', 'a = { b = ["c"] }\n', { a: '{ b = ["c"] }' }],
      ['strings over lines', 'a = """\n[no]\nb = 1\n"""\nc = 2\n', { a: '"""', c: '2' }],
      ['arrays of tables', '[[x]]\na = 1\n[[x]]\na = 2\n', { x: '', 'x.a': '2' }],
      ['an array that nobody closes', 'a = [\n"b"\n', {}],
      ['what is no TOML', '<html>\n= 1\n[\n', { '': '1' }],
    ];
  for (const [name, text, values] of cases)
    it(name, () => {
      assert.deepEqual(Object.fromEntries(readToml(text)), values);
    });

  it('takes a long file without delay', () => {
    const values = readToml(`a = [\n${'"x",\n'.repeat(4_000)}]\nb = 1\n${'c = "\n'.repeat(4_000)}`);
    assert.equal(values.get('b'), '1');
  });
});
