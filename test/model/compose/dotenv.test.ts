import assert from 'node:assert/strict';
import { readDotenv } from '../../../server/src/compose/dotenv';

describe('files of variables', () => {
  const cases: readonly (readonly [string, string, Record<string, string>])[] = [
    ['plain values', 'A=1\nB = two words \nexport C=3\n', { A: '1', B: 'two words', C: '3' }],
    ['comments and blank lines', '# A=1\n\nB=x # y\nC=#z\nD=a#b\n', { B: 'x', C: '', D: 'a#b' }],
    ['quotes', `A="x # y"\nB='$A'\nC="a\\nb"\nD='it\\'s'\n`, { A: 'x # y', B: '$A', C: 'a\nb', D: "it's" }],
    ['values of several lines', 'A="one\ntwo"\nB=3\n', { A: 'one\ntwo', B: '3' }],
    ['colons', 'A: 1\n', { A: '1' }],
    ['variables of its own', 'A=1\nB=${A}2\nC="$A"\n', { A: '1', B: '12', C: '1' }],
    ['defaults', 'A=${NOBODY:-x}\n', { A: 'x' }],
    ['CRLF and a BOM', '\uFEFFA=1\r\nB=2\r\n', { A: '1', B: '2' }],
    ['an empty value', 'A=\n', { A: '' }],
    ['what is set twice', 'A=1\nA=2\n', { A: '2' }],
    ['what is no assignment', 'hello\n=x\n1A=2\n', {}],
  ];
  for (const [name, text, expected] of cases)
    it(`hold ${name}`, () => assert.deepEqual(Object.fromEntries(readDotenv(text)), expected));

  it('do not give what hangs on an unknown variable', () => {
    assert.deepEqual([...readDotenv('A=1\nA=$NOBODY\nB="x${NOBODY}"\nC=2\n')], [['C', '2']]);
    assert.deepEqual([...readDotenv('B=$A\n', new Map([['A', '1']]))], [['B', '1']]);
  });

  it('do not give a value whose quote is open', () => {
    assert.equal(readDotenv(`A="${'x\n'.repeat(5000)}`).has('A'), false);
  });
});
