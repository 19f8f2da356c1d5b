import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { globSync } from 'tinyglobby';
import { allRules } from '../../server/src/rules/registry';

describe('every rule', () => {
  for (const { meta, language } of allRules()) {
    const { id } = meta;
    describe(`${language} ${id}`, () => {
      it('is named by its id in code, tests and documentation', () => {
        assert.match(id, /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
        assert.equal(files(`server/src/rules/${language}/*/${id}.ts`).length, 1, 'rule file');
        assert.ok(existsSync(`test/rules/${language}/${id}.test.ts`), 'test file');
        assert.ok(existsSync(`docs/rules/${id}.md`), 'page');
      });

      it('speaks in whole sentences', () => {
        assert.match(meta.summary, /^[A-Za-z`].*\.$/);
        for (const [name, text] of Object.entries(meta.messages)) {
          assert.match(text, /^[A-Z`{"$#./<-].*[.?]$/, `message ${name}`);
          assert.ok(text.length <= 260, `message ${name} is long: ${text.length}`);
          assert.doesNotMatch(text, /\s{2}|\bplease\b/i, `message ${name}`);
        }
      });

      it('tests at least four texts that it must not mark and four that it must', () => {
        const path = `test/rules/${language}/${id}.test.ts`;
        const test = existsSync(path) ? readFileSync(path, 'utf8') : '';
        const [valid = '', invalid = ''] = test.slice(test.indexOf('valid:')).split(/^ {2}invalid:/m);
        assert.ok(count(invalid, /^ {6}findings:|findings: \[/gm) >= 4, 'invalid');
        assert.ok(count(valid, /^ {4}\S/gm) >= 4, 'valid');
      });
    });
  }

  it('has the same options in both languages', () => {
    for (const { meta } of allRules())
      for (const { meta: other } of allRules())
        if (other.id === meta.id) assert.deepEqual(other.options, meta.options, meta.id);
  });

  it('is there once for a language', () => {
    const keys = allRules().map(({ meta, language }) => `${language} ${meta.id}`);
    assert.deepEqual(
      keys.filter((key, at) => keys.indexOf(key) !== at),
      [],
    );
  });

  it('stands in the registry', () => {
    const registered = new Set(allRules().map(({ meta, language }) => `${language}/${meta.id}`));
    const present = files('server/src/rules/{dockerfile,compose}/*/*.ts').filter((path) =>
      /^export const \w+ = \w+Rule\(/m.test(readFileSync(path, 'utf8')),
    );
    const missing = present.filter(
      (path) => !registered.has(`${path.split(/[\\/]/)[3] ?? ''}/${basename(path, '.ts')}`),
    );
    assert.deepEqual(missing, []);
  });
});

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}

function files(pattern: string): string[] {
  return globSync([pattern]);
}
