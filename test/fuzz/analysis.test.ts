import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Language } from '../../server/src/rules/rule';
import { type Finding } from '../../server/src/service/finding';
import { fixAll } from '../../server/src/service/fix-all';
import { applyEdits } from '../../server/src/text/edit';
import { faults } from '../support/faults';
import { look } from '../support/look';
import { budget, longest } from './budget';
import { documents } from './inputs';

for (const language of ['dockerfile', 'compose'] as const)
  describe(`any ${language} text`, function () {
    this.timeout(0);

    it('is looked at without a throw or a hang, and findings stay inside it', () => {
      check(language, (text) => {
        const start = performance.now();
        const findings = look(language, text, strict);
        const took = performance.now() - start;
        assert.ok(took <= longest, `took ${Math.round(took)} ms`);
        for (const finding of findings) assertInside(finding, text);
      });
    });

    it('keeps what parsed when it is fixed', () => {
      check(language, (text) => {
        const fixed = applyEdits(
          text,
          fixAll(text, (each) => look(language, each, strict)),
        );
        assert.ok(faults(language, fixed) <= faults(language, text), fixed);
      });
    });

    it('takes every single fix and offer', () => {
      check(language, (text) => {
        for (const { fix, offers, rule } of look(language, text, strict))
          for (const each of fix === undefined ? offers : [fix, ...offers]) {
            const fixed = applyEdits(text, each.edits);
            assert.ok(faults(language, fixed) <= faults(language, text), `${rule}: ${each.title}\n${fixed}`);
          }
      });
    });
  });

const strict = { settings: { profile: 'strict' } } as const;

function check(language: Language, property: (text: string) => void): void {
  fc.assert(fc.property(documents(language), property), budget);
}

function assertInside({ span, related, rule }: Finding, text: string): void {
  for (const { start, end } of [span, ...related.map(({ at }) => at)])
    assert.ok(
      0 <= start && start <= end && end <= text.length,
      `${rule} marks ${start}-${end} of ${text.length}`,
    );
}
