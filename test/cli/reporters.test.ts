import { Ajv } from 'ajv';
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Log } from 'sarif';
import { reporters } from '../../server/src/cli/reporters/by-format';
import { type Format } from '../../server/src/cli/reporters/formats';
import { textReporter } from '../../server/src/cli/reporters/text';
import { applyEdits } from '../../server/src/text/edit';
import { reportContext, someReports } from '../support/some-reports';

const folder = new URL('../fixtures/reports/', import.meta.url);

/** `GOLDEN=write` writes what is expected anew; read the difference then. */
const writes = process.env['GOLDEN'] === 'write';

const names: Readonly<Record<Format, string>> = {
  text: 'report.txt',
  json: 'report.json',
  sarif: 'report.sarif',
  github: 'github.txt',
  gitlab: 'gitlab.json',
  junit: 'junit.xml',
  checkstyle: 'checkstyle.xml',
  rdjson: 'rdjson.json',
  markdown: 'report.md',
  diff: 'report.diff',
};

function reported(format: Format, reports = someReports()): string {
  let text = '';
  const make = format === 'text' ? textReporter : reporters[format];
  const reporter = make(reportContext((chunk) => (text += chunk)));
  for (const report of reports) reporter.file(report);
  reporter.end();
  return text;
}

describe('reports', () => {
  for (const [format, name] of Object.entries(names) as [Format, string][])
    it(`as ${format} are as ${name} shows`, () => {
      const file = new URL(name, folder);
      const text = reported(format);
      if (writes || !existsSync(file)) writeFileSync(file, text);
      assert.equal(text, readFileSync(file, 'utf8'));
    });

  for (const format of ['json', 'sarif', 'gitlab', 'rdjson'] as const)
    it(`as ${format} are JSON also of nothing`, () => {
      assert.doesNotThrow(() => JSON.parse(reported(format, [])) as unknown);
    });
});

describe('a SARIF report', () => {
  const { runs } = JSON.parse(reported('sarif')) as Log;
  const results = runs[0]?.results ?? [];

  it('is valid by the schema, and the schema refuses another', () => {
    const text = readFileSync(new URL('../fixtures/sarif/sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8');
    // Draft 4 names its identifier differently; all else that the schema uses means the same in draft 7.
    const schema = JSON.parse(text) as Record<string, unknown>;
    delete schema['$schema'];
    delete schema['id'];
    const validate = new Ajv({
      strict: false,
      validateFormats: false,
      unicodeRegExp: false,
      allErrors: true,
    }).compile(schema);
    validate(JSON.parse(reported('sarif')));
    assert.deepEqual(validate.errors ?? [], []);
    validate(JSON.parse(reported('sarif', [])));
    assert.deepEqual(validate.errors ?? [], []);
    assert.equal(
      validate(JSON.parse(reported('sarif').replace('"ruleIndex": 0', '"ruleIndex": "0"'))),
      false,
    );
  });

  it('replaces exactly what the fix does', () => {
    const [{ source }] = someReports() as [typeof someReports extends () => readonly (infer R)[] ? R : never];
    const fix = results.find(({ ruleId }) => ruleId === 'add-instead-of-copy')?.fixes?.[0];
    const edits = (fix?.artifactChanges[0]?.replacements ?? []).map(({ deletedRegion, insertedContent }) => {
      const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = deletedRegion;
      const start = { line: startLine - 1, character: startColumn - 1 };
      const end = { line: endLine - 1, character: endColumn - 1 };
      return { span: source.spanOf({ start, end }), newText: insertedContent?.text ?? '' };
    });
    assert.equal(applyEdits(source.text, edits), source.text.replace('ADD', 'COPY'));
  });

  it('tells what is silenced, and by what', () => {
    const kinds = results.map(
      ({ ruleId, suppressions }) => `${ruleId ?? ''} ${suppressions?.[0]?.kind ?? ''}`,
    );
    assert.deepEqual(
      kinds.filter((kind) => !kind.endsWith(' ')),
      ['user-root inSource', 'sudo external'],
    );
  });

  it('has fingerprints that stay where lines are put above, and differ from one another', () => {
    const all = results.map(({ partialFingerprints }) => partialFingerprints?.['bulwark/v1']);
    assert.equal(new Set(all).size, results.length);
    assert.ok(all.every((each) => /^[0-9a-f]{32}$/.test(each ?? '')));
  });
});
