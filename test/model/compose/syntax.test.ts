import assert from 'node:assert/strict';
import { parseCompose } from '../../../server/src/compose/parse';

/** The faults of a text, each with the text that it marks. */
function faults(text: string): [string, string][] {
  return parseCompose(text).errors.map(({ message, span }) => [message, text.slice(span.start, span.end)]);
}

describe('Compose syntax', () => {
  for (const text of [
    '',
    '\n\n',
    '# only a comment\n',
    '---\n',
    '---\nservices:\n  a:\n    image: x\n---\nservices:\n  b:\n    image: y\n',
    '\uFEFFservices:\r\n  a:\r\n    image: x\r\n',
    'services: {a: {image: x, command: [a, "b"]}}\n',
    'x-a: &a {k: 1}\nservices:\n  s:\n    <<: *a\n    image: !override x\n    ports: !reset null\n',
  ])
    it(`has nothing against ${JSON.stringify(text.slice(0, 40))}`, () => assert.deepEqual(faults(text), []));

  const bad: readonly [string, string, RegExp, string][] = [
    ['a tab in the indentation', 'services:\n\ta: 1\n', /tab/, '\t'],
    ['an open bracket', 'a: [1, 2', /closing \]/, '2'],
    ['an open brace', 'a: {b: 1\nc: 2\n', /closing \}/, ''],
    ['an open quote', 'a: "x\n', /closing " is missing/, ''],
    ['an alias without anchor', 'a: *nobody\n', /\*nobody names no anchor/, '*nobody'],
    ['an alias of itself', 'a: &a\n  b: *a\n', /\*a stands inside its own anchor/, '*a'],
    ['a key written twice', 'a: 1\nb: 2\na: 3\n', /key a is written twice/, 'a'],
    ['two maps on one line', 'a: b: c\n', /nested map/, 'b'],
    ['a bad escape', 'a: "\\q"\n', /escape/, '\\'],
    ['a reserved character', 'a: @b\n', /cannot begin/, '@'],
  ];
  for (const [name, text, message, marked] of bad)
    it(`says what is wrong with ${name}`, () => {
      const found = faults(text);
      const first = found.find(([words]) => message.test(words));
      assert.ok(first, JSON.stringify(found));
      if (marked !== '') assert.equal(first[1], marked);
      assert.notEqual(first[1], '');
    });

  it('lists faults in the order of the text', () => {
    const starts = parseCompose('a: *x\nb: 1\nb: 2\nc: *y\n').errors.map(({ span }) => span.start);
    assert.deepEqual(
      starts,
      starts.toSorted((a, b) => a - b),
    );
    assert.equal(starts.length, 3);
  });

  it('reads what it can of a broken file', () => {
    const compose = parseCompose('services:\n  a:\n    image: x\n  b:\n    image: "y\n');
    assert.equal(compose.service('a')?.image?.text, 'x');
  });
});

/** So many services are followed by extends, the first one included. */
const longestChain = 17;

describe('Compose parsing of hostile files', () => {
  const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 40; i++) bomb.push(`a${i}: &a${i} [${`*a${i - 1}, `.repeat(9)}]`);
  const maps = ['m0: &m0 {k0: 1}'];
  for (let i = 1; i < 1500; i++) maps.push(`m${i}: &m${i}\n  <<: *m${i - 1}\n  k${i}: 1`);
  const chain = Array.from({ length: 1500 }, (_, i) => `  s${i}:\n    extends: s${i + 1}\n`).join('');

  const hostile: readonly [string, string][] = [
    [
      'an alias bomb',
      `${bomb.join('\n')}\nservices:\n  s:\n    image: x\n    volumes: *a39\n    ports: *a39\n`,
    ],
    ['merges of merges', `${maps.join('\n')}\nservices:\n  s: *m1499\n`],
    ['a long chain of extends', `services:\n${chain}`],
    ['extends in a circle', 'services:\n  a: {extends: b}\n  b: {extends: a}\n  c: {extends: c}\n'],
    ['deep nesting', `services: ${'['.repeat(50_000)}`],
    ['deep block nesting', `${'- '.repeat(20_000)}x`],
    ['nested variables', `services:\n  a:\n    image: ${'${A:-'.repeat(5000)}${'}'.repeat(5000)}\n`],
    ['open variables', `services:\n  a:\n    image: ${'${'.repeat(20_000)}\n`],
    ['many keys', `services:\n${Array.from({ length: 20_000 }, (_, i) => `  k${i}:\n`).join('')}`],
  ];
  for (const [name, text] of hostile)
    it(`holds no more than it can use of ${name}`, () => {
      const compose = parseCompose(text);
      for (const service of compose.services) {
        assert.ok(service.entries('extends').length <= longestChain);
        assert.ok(service.ports.length < 100 && service.volumes.length < 100);
        assert.ok(service.image === undefined || typeof service.image.resolved.state === 'string');
      }
      assert.ok(compose.usersOf({ span: { start: 0, end: 1 } }).length <= compose.services.length);
    });

  it('says of what is nested too deeply that it is, and reads nothing of it', () => {
    for (const text of [`services: ${'['.repeat(50_000)}`, `${'- '.repeat(20_000)}x`]) {
      const { errors, documents } = parseCompose(text);
      assert.equal(errors.length, 1);
      assert.deepEqual(documents, []);
    }
  });

  it('takes a chain of extends that is too long for unknown', () => {
    const { services } = parseCompose(`services:\n${chain}`);
    assert.equal(services.length, 1500);
    assert.ok(services.every(({ inheritsUnknown }) => inheritsUnknown));
    const whole = parseCompose(
      `services:\n  end: {image: a}\n${chain.replace('extends: s1500', 'extends: end')}`,
    );
    const known = whole.services.filter(({ inheritsUnknown }) => !inheritsUnknown);
    assert.deepEqual(
      [known[0]?.name, known[1]?.name, known.length],
      ['end', `s${1500 - longestChain + 1}`, longestChain],
    );
  });
});
