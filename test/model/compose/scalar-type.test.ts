import assert from 'node:assert/strict';
import { parseCompose } from '../../../server/src/compose/parse';
import { plainData } from '../../../server/src/rules/compose/schema/plain-data';
import { ANY, scalarData } from '../../../server/src/rules/compose/schema/scalar-type';

/** What Compose takes a text after `a:` for. */
function dataOf(text: string): unknown {
  const value = parseCompose(`a: ${text}\n`).documents[0]?.root?.get('a')?.value;
  assert.ok(value?.kind === 'scalar');
  return scalarData(value);
}

function dataOfFile(text: string): unknown {
  const root = parseCompose(text).documents[0]?.root;
  assert.ok(root);
  return plainData(root);
}

describe('the type of a scalar', () => {
  const cases: readonly (readonly [string, unknown])[] = [
    ['text', 'text'],
    ['"80"', '80'],
    ["'true'", 'true'],
    ['', null],
    ['~', null],
    ['null', null],
    ['true', true],
    ['False', false],
    ['yes', 'yes'],
    ['off', 'off'],
    ['80', 80],
    ['-1', -1],
    ['1_000', 1000],
    ['0x1F', 31],
    ['0b101', 5],
    ['0644', 420],
    ['0o644', 420],
    ['-010', -8],
    ['08', 8],
    ['1.5', 1.5],
    ['1e3', 1000],
    ['.inf', Number.MAX_VALUE],
    ['22:22', '22:22'],
    ['1.2.3', '1.2.3'],
    ['2026-01-31', ANY],
    ['${A}', ANY],
    ['"${A:-1}"', ANY],
    ['${', ANY],
    ['$$', '$$'],
    ['!!str 80', '80'],
    ['!!int "80"', ANY],
    ['*nothing', ANY],
  ];
  for (const [text, data] of cases)
    it(`of ${text === '' ? 'nothing' : text}`, () => {
      assert.equal(dataOf(text), data);
    });
});

describe('plain data', () => {
  it('has merges, and neither x- keys nor what is reset', () => {
    const data = dataOfFile(
      'x-a: &a {b: 1, c: 2}\nd: {<<: *a, c: 3, x-e: 4, f: !reset 5, g: !override [6]}\n',
    );
    assert.equal(JSON.stringify(data), '{"d":{"c":3,"g":[6],"b":1}}');
  });

  it('takes no key for a property that all objects have', () => {
    const data = dataOfFile('a: {__proto__: 1, constructor: 2}\n');
    assert.equal(JSON.stringify(data), '{"a":{"__proto__":1,"constructor":2}}');
  });

  it('is not made of aliases that would be too much', () => {
    const level = (index: number): string =>
      `l${index}: &l${index} [${Array.from({ length: 10 }, () => (index === 0 ? 'v' : `*l${index - 1}`)).join(', ')}]`;
    const text = Array.from({ length: 8 }, (_, index) => level(index)).join('\n');
    assert.equal(dataOfFile(`${text}\n`), undefined);
    assert.ok(dataOfFile(`${level(0)}\n${level(1)}\n`));
  });

  it('is as long as the file where nothing is shared', () => {
    const items = Array.from({ length: 30_000 }, () => 'v').join(', ');
    const data = dataOfFile(`a: [${items}]\n`) as { readonly a: readonly string[] };
    assert.equal(data.a.length, 30_000);
  });
});
