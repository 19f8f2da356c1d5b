import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { allRules } from '../../server/src/rules/registry';
import { type Language } from '../../server/src/rules/rule';
import { rulesOf } from '../../server/src/service/finding';
import { serviceRules } from '../../server/src/service/rule-list';
import { look } from '../support/look';
import { examplesOf, sectionsOf, type Example } from '../support/rule-page';

const ids = new Set([...allRules().map(({ meta }) => meta.id), ...serviceRules.map(({ id }) => id)]);

describe('the pages of the rules', () => {
  it('are one for each rule and no more', () => {
    const pages = readdirSync('docs/rules').filter((name) => name !== 'README.md');
    assert.deepEqual(pages.sort(), [...ids].map((id) => `${id}.md`).sort());
  });

  for (const id of ids)
    describe(id, () => {
      const page = (): string => readFileSync(`docs/rules/${id}.md`, 'utf8');

      it('says why, when not, and where from', () => {
        const sections = sectionsOf(page());
        for (const wanted of ['Why', 'When to switch it off', 'References'])
          assert.ok((sections.get(wanted) ?? '').length > 40, `section "${wanted}"`);
        assert.match(sections.get('References') ?? '', /https:\/\//);
      });

      if (serviceRules.some((meta) => meta.id === id)) return;

      for (const { language } of allRules().filter(({ meta }) => meta.id === id)) {
        it(`shows a ${language} that the rule marks`, () => {
          const wrong = of(examplesOf(page(), '❌ Wrong'), language);
          assert.ok(wrong.length > 0, 'no example');
          for (const example of wrong)
            assert.ok(
              found(example).some((finding) => rulesOf(finding).includes(id)),
              `not marked:\n${example.code}`,
            );
        });

        it(`shows a ${language} that no rule warns of`, () => {
          const right = of(examplesOf(page(), '✅ Right'), language);
          assert.ok(right.length > 0, 'no example');
          for (const example of right) {
            const weighty = found(example).filter(
              (finding) =>
                rulesOf(finding).includes(id) ||
                finding.severity === 'error' ||
                finding.severity === 'warning',
            );
            assert.deepEqual(
              weighty.map(({ rule, message }) => `${rule}: ${message}`),
              [],
              example.code,
            );
          }
        });
      }

      function found({
        language,
        code,
        files,
        executable,
        dockerignore,
        dockerfiles,
        trackedSecrets,
        trusted,
      }: Example) {
        const off = allRules().some(({ meta }) => meta.id === id && meta.severity === 'off');
        const severity = off ? { rules: { [id]: 'info' as const } } : {};
        return look(language, code, {
          around: { files, executable, dockerignore, dockerfiles, trackedSecrets },
          settings: { ...severity, trustedRegistries: trusted },
        });
      }
    });
});

function of(examples: readonly Example[], language: Language): readonly Example[] {
  return examples.filter((example) => example.language === language);
}
