import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse } from '../../server/src/service/analyse';
import { defaultSettings } from '../../server/src/service/settings';
import { applyEdits } from '../../server/src/text/edit';
import { fetchContext } from '../../server/src/workspace/fetch-context';
import { faults } from '../support/faults';
import { hostOf } from '../support/project';
import { budget, longest } from './budget';
import { documents } from './inputs';

const names = ['compose.yaml', 'compose.override.yaml', 'base.yaml'] as const;

/** What brings the other files in, in front of whatever a file says. */
const heads = [
  '',
  'include: [base.yaml]\n',
  'services:\n  web: {extends: {file: base.yaml, service: web}}\n',
];

describe('any project of three Compose files', function () {
  this.timeout(0);

  it('is looked at from each of them without a throw or a hang; what is found and changed lies in that file', async () => {
    const text = documents('compose');
    const project = fc.tuple(text, text, text, fc.constantFrom(...heads), fc.constantFrom(...names));
    await fc.assert(
      fc.asyncProperty(project, async ([main, over, base, head, seen]) => {
        const texts = { 'compose.yaml': head + main, 'compose.override.yaml': over, 'base.yaml': base };
        const own = texts[seen];
        const start = performance.now();
        const context = await fetchContext(hostOf(texts), `file:///w/${seen}`, 'compose');
        const { findings } = analyse({
          ...{ language: 'compose', text: own, context, today: '2026-09-01' },
          settings: { ...defaultSettings, profile: 'strict' },
          failed: ({ id }, error) => assert.fail(`rule ${id} threw: ${String(error)}`),
        });
        const took = performance.now() - start;
        assert.ok(took <= longest, `took ${Math.round(took)} ms`);
        for (const { rule, span, fix, offers, related } of findings) {
          for (const { at, file } of [{ at: span, file: undefined }, ...related]) {
            const length = file?.source.text.length ?? own.length;
            assert.ok(
              0 <= at.start && at.start <= at.end && at.end <= length,
              `${rule} marks ${at.start}-${at.end}`,
            );
          }
          for (const each of fix === undefined ? offers : [fix, ...offers]) {
            const fixed = applyEdits(own, each.edits);
            assert.ok(faults('compose', fixed) <= faults('compose', own), `${rule}: ${each.title}\n${fixed}`);
          }
        }
      }),
      budget,
    );
  });
});
