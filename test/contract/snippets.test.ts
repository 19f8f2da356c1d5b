import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { snippetFiles, snippetsOf, type Snippet } from '../support/snippet-files';

const all: readonly Snippet[] = snippetFiles.flatMap((file) => snippetsOf(file));

describe('the snippets', () => {
  for (const snippet of all)
    it(`${snippet.prefix} reads well and expands`, () => {
      const { prefix, name, description, body, expanded } = snippet;
      assert.match(prefix, /^bw-[a-z]+(-[a-z]+)*$|^bw-uvx$/);
      assert.match(name, /^[A-Za-z]/);
      assert.match(description, /^[A-Z][^\n]{20,200}\.$/, 'one sentence says what it is for');
      assert.deepEqual(expanded.problems, []);
      assert.deepEqual(
        expanded.stops,
        expanded.stops.map((_, at) => at),
        'tab stops count from $0 without a gap',
      );
      assert.equal(body.join('\n').match(/\$0/g)?.length, 1, 'the cursor ends at one place');
      assert.equal(body.at(-1), '$0', 'after the last line');
      assert.doesNotMatch(expanded.text, /[ \t]$|\t|<tag>|:latest\b/m);
    });

  it('have prefixes and names that are there once', () => {
    for (const key of ['prefix', 'name'] as const)
      assert.deepEqual(
        all.map((snippet) => snippet[key]).filter((value, at, values) => values.indexOf(value) !== at),
        [],
      );
  });

  it('are offered in the languages that they are written in', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      contributes: { snippets: readonly { language: string; path: string }[] };
    };
    assert.deepEqual(contributes.snippets, [
      { language: 'dockerfile', path: './snippets/dockerfile.json' },
      { language: 'dockercompose', path: './snippets/compose.json' },
      { language: 'yaml', path: './snippets/compose.json' },
      { language: 'shellscript', path: './snippets/shellscript.json' },
    ]);
  });

  it('stand in docs/snippets.md, each with its description', () => {
    const rows = readFileSync('docs/snippets.md', 'utf8').matchAll(/^\| `(bw-[a-z-]+)` *\| (.*?) *\|$/gm);
    assert.deepEqual(
      [...rows].map(([, prefix, text]) => [prefix, text]),
      all.map(({ prefix, description }) => [prefix, description]),
    );
  });
});
