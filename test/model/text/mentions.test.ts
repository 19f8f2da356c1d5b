import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Mentions } from '../../../server/src/text/mentions';

describe('words that a text mentions', () => {
  const text = 'FROM a\nRUN Apt-Get update && curl -k https://x\n';
  for (const word of ['apt-get', 'curl', '-k', 'k', 'from', ' && ', text.toLowerCase()])
    it(`finds ${JSON.stringify(word)}`, () => assert.ok(new Mentions(text).has(word)));
  for (const word of ['wget', 'apt get', 'xx', '%', 'update curl', `${text.toLowerCase()} `])
    it(`misses ${JSON.stringify(word)}`, () => assert.ok(!new Mentions(text).has(word)));

  it('are those that a search finds, in any text', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'B', '-', 'é', 'İ', '💥') });
    fc.assert(
      fc.property(letters, letters, (own, word) => {
        assert.equal(
          new Mentions(own).has(word.toLowerCase()),
          own.toLowerCase().includes(word.toLowerCase()),
        );
      }),
      { seed: 1 },
    );
  });
});
