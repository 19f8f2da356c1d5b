import assert from 'node:assert/strict';
import { readDockerignore } from '../../../server/src/workspace/dockerignore';
import { readPattern } from '../../../server/src/workspace/ignore-pattern';

describe('a pattern', () => {
  const table: [pattern: string, matches: readonly string[], not: readonly string[]][] = [
    ['foo', ['foo'], ['foo/bar', 'a/foo', 'foobar']],
    ['foo/bar', ['foo/bar'], ['foo', 'foo/bar/x', 'bar']],
    ['*', ['foo', '.env'], ['a/b']],
    ['*.md', ['a.md', '.md'], ['docs/a.md', 'a.mdx', 'amd']],
    ['*/temp*', ['a/temp', 'a/temporary.txt'], ['temp', 'a/b/temp', 'temp/a']],
    ['*/*/temp*', ['a/b/temp'], ['a/temp', 'a/b/c/temp']],
    ['temp?', ['tempa'], ['temp', 'tempab', 'temp/']],
    ['a?b', ['axb'], ['a/b', 'ab']],
    ['**', ['a', 'a/b', '.git'], []],
    ['**/foo', ['foo', 'a/foo', 'a/b/foo'], ['afoo', 'foo/a', 'a/foob']],
    ['**/*.go', ['a.go', 'a/b.go', 'a/b/c.go'], ['a.g', 'a.go/b']],
    ['**/.env*', ['.env', 'a/.env.local'], ['a.env', '.env/x']],
    ['**foo', ['foo', 'afoo', 'a/bfoo'], ['foob']],
    ['foo/**', ['foo/a', 'foo/a/b'], ['foo', 'foob/a', 'a/foo/b']],
    ['foo**', ['foo', 'foobar', 'foobar/x'], ['fo', 'a/foo']],
    ['foo/**/bar', ['foo/bar', 'foo/a/bar', 'foo/a/b/bar'], ['foo/abar', 'foo', 'bar']],
    ['**/foo/**', ['foo/a', 'a/foo/b'], ['foo', 'a/foo']],
    ['a**/b', ['ab', 'ax/b'], ['axb', 'a']],
    ['[a-c]x', ['ax', 'cx'], ['dx', 'a', 'abx']],
    ['[^a-c]x', ['dx'], ['ax', 'x']],
    ['[!a]x', ['!x', 'ax'], ['bx']],
    ['a.b+(c)', ['a.b+(c)'], ['aXb+(c)', 'abb(c)']],
    ['*.{js,ts}', ['a.{js,ts}'], ['a.js', 'a.ts']],
    ['\\*.md', ['*.md'], ['a.md']],
    ['a\\ *', ['a b'], ['a\\ b']],
    ['größe*', ['größe1'], ['grosse1']],
  ];
  for (const [text, matches, not] of table)
    it(`${text} matches ${matches.join(' ')} and not ${not.join(' ')}`, () => {
      const pattern = readPattern(text);
      assert.deepEqual(
        [...matches, ...not].filter((path) => pattern?.matches(path)),
        matches,
      );
    });

  for (const text of ['[', 'a[', '[]', '[]a]', '[^]', 'a]*', '*\\', '[z-a]*', '[a-]*', '[-a]*', '\\d*'])
    it(`${text} is malformed or an accident: nothing is said`, () =>
      assert.equal(readPattern(text), undefined));

  it('takes no more time than its length and the path’s', () => {
    const many = readPattern(`${'**/*a'.repeat(90)}b`);
    assert.equal(many?.matches('a/'.repeat(2000)), false);
  });
});

describe('a .dockerignore', () => {
  const table: [name: string, text: string, expected: Readonly<Record<string, boolean | undefined>>][] = [
    ['leaves out nothing when it is empty', '\n \n', { a: false }],
    [
      'leaves out what lies below a folder that it names',
      'docs',
      { docs: true, 'docs/a/b': true, 'x/docs': false },
    ],
    [
      'names paths from its own folder on',
      '/a\n./b\nc/\nd/./e//f\ng/../h',
      { a: true, b: true, 'c/x': true, 'd/e/f': true, h: true, g: false },
    ],
    [
      'cannot name what lies outside, nor all of it as "." or "/"',
      '../a\n.\n/\n',
      { a: false, '../a': true },
    ],
    [
      'lets the last line that matches decide',
      '*.md\n!README*.md\nREADME-secret.md',
      { 'a.md': true, 'README.md': false, 'README-secret.md': true },
    ],
    [
      'lets a later exception win',
      '*.md\nREADME-secret.md\n!README*.md',
      { 'README-secret.md': false, 'b.md': true },
    ],
    ['brings a part of a folder back', 'a\n!a/b', { a: true, 'a/c': true, 'a/b': false, 'a/b/c': false }],
    [
      'leaves out everything but',
      '*\n!src\n!package.json',
      { 'src/a/b': false, src: false, 'package.json': false, '.env': true, 'docs/x': true },
    ],
    [
      'trims lines, and leaves comments out that start in the first column',
      ' a \t\n#b\n #c\n',
      { a: true, b: false, '#b': false, '#c': true },
    ],
    ['reads CRLF and a byte order mark', '\ufeffa\r\nb\r\n', { a: true, b: true }],
    ['takes a byte order mark off a comment too', '\ufeff#a\nb', { '#a': false, b: true }],
    ['trims what stands behind the "!"', '*\n! a', { a: false, b: true }],
    [
      'excludes names at any depth by **',
      '**/node_modules\n**/*.pyc',
      { 'a/node_modules/x': true, node_modules: true, 'a/b.pyc': true },
    ],
    ['never leaves out the context itself', '**', { '': false, '.': false, a: true }],
    ['says nothing where Docker refuses it', 'a\n!', { a: undefined, b: undefined }],
    ['says nothing where a pattern is malformed', 'a\n[', { a: undefined }],
    [
      'says nothing where builder and description differ',
      'foo/bar\n!foo',
      { foo: false, 'foo/bar': undefined, 'foo/x': false },
    ],
    ['is clear where an exception names the very folder', 'foo/bar\n!foo/bar', { 'foo/bar': false }],
  ];
  for (const [name, text, expected] of table)
    it(name, () => {
      const rules = readDockerignore(text);
      assert.deepEqual(
        Object.fromEntries(Object.keys(expected).map((path) => [path, rules.ignores(path)])),
        expected,
      );
    });

  it('says nothing of more lines and longer paths than people write', () => {
    assert.equal(readDockerignore('a\n'.repeat(501)).ignores('a'), undefined);
    assert.equal(readDockerignore('a\n'.repeat(500)).ignores('a'), true);
    assert.equal(readDockerignore('a').ignores('a/'.repeat(100_000)), undefined);
  });

  it('tells which line decides', () => {
    const rules = readDockerignore('# all\n*\n  !src  \n/src/*.log\n');
    assert.deepEqual(
      ['a', 'src', 'src/x.log', 'src/x'].map((path) => rules.deciding(path)),
      ['*', '!src', '/src/*.log', '!src'],
    );
    assert.equal(readDockerignore('a').deciding('b'), undefined);
  });

  it('tells whether an exception may lie below a folder', () => {
    const rules = readDockerignore('*\n!dist/app.js\n!docs\n');
    assert.equal(rules.mayReinclude('dist'), true);
    assert.equal(rules.mayReinclude('src'), false);
    assert.equal(rules.mayReinclude('docs/x'), false);
    assert.equal(readDockerignore('*\n!**/*.js').mayReinclude('src'), true);
  });
});
