import assert from 'node:assert/strict';
import { look } from '../support/look';

const dockerfile = 'FROM python:latest\nCMD ["a"]\nCMD ["b"]\nRUN apt-get install curl\n';
const found = (settings: Parameters<typeof look>[2]): string[] =>
  look('dockerfile', dockerfile, settings).map(({ rule, severity }) => `${severity} ${rule}`);

describe('settings', () => {
  it('ask for errors only in the minimal profile', () => {
    const minimal = found({ settings: { profile: 'minimal' } });
    assert.ok(minimal.includes('error apt-assume-yes'));
    assert.ok(minimal.every((each) => each.startsWith('error ')));
  });

  it('ask for more in each profile', () => {
    const [minimal, recommended, strict] = (['minimal', 'recommended', 'strict'] as const).map(
      (profile) => found({ settings: { profile } }).length,
    );
    assert.ok((minimal ?? 0) < (recommended ?? 0));
    assert.ok((recommended ?? 0) <= (strict ?? 0));
  });

  it('give a rule another severity, in every profile', () => {
    const settings = { profile: 'minimal', rules: { 'image-tag-latest': 'info' } } as const;
    assert.ok(found({ settings }).includes('info image-tag-latest'));
  });

  it('switch a rule off', () => {
    assert.ok(
      !found({ settings: { rules: { 'apt-assume-yes': 'off' } } })
        .join()
        .includes('apt-assume-yes'),
    );
  });

  it('switch everything off', () => {
    assert.deepEqual(found({ settings: { enable: false } }), []);
  });
});

describe('a document that is too large', () => {
  it('is left alone, and says so once', () => {
    for (const text of ['FROM python\n'.repeat(20_001), `FROM python\n# ${'x'.repeat(1_000_001)}`]) {
      const findings = look('dockerfile', text);
      assert.deepEqual(
        findings.map(({ rule, severity }) => `${severity} ${rule}`),
        ['info file-too-large'],
      );
    }
  });
});

describe('a document with nothing in it', () => {
  for (const language of ['dockerfile', 'compose'] as const)
    for (const text of ['', '\n', '\uFEFF', '# nothing\n', '   \r\n'])
      it(`is fine: ${language} ${JSON.stringify(text)}`, () => {
        assert.deepEqual(look(language, text), []);
      });
});

describe('a Compose file whose YAML is broken', () => {
  it('is judged, but nothing is repaired', () => {
    const findings = look('compose', 'services:\n  a:\n    privileged: true\n    ports: [\n');
    assert.ok(findings.some(({ rule }) => rule === 'yaml-syntax'));
    assert.ok(findings.some(({ rule }) => rule === 'privileged'));
    assert.deepEqual(
      findings.filter(({ fix, offers }) => fix !== undefined || offers.length > 0),
      [],
    );
  });
});
