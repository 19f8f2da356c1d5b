import assert from 'node:assert/strict';
import { applyConfiguration, resolveSettings } from '../../server/src/service/configuration';
import { defaultSettings, type Settings } from '../../server/src/service/settings';
import { memoryHost } from '../support/memory-host';

const document = 'file:///w/a/b/Dockerfile';
const file = 'file:///w/bulwark.json';

/** The settings of a text and its problems as `line:character message`, both zero-based. */
function read(text: string, base = defaultSettings): { settings: Settings; problems: string[] } {
  const { settings, problems } = applyConfiguration(file, text, base);
  const shown = problems.map(
    ({ message, range }) => `${range.start.line}:${range.start.character} ${message}`,
  );
  return { settings, problems: shown };
}

describe('the nearest configuration', () => {
  const strict = '{ "profile": "strict" }';
  const minimal = '{ "profile": "minimal" }';

  const cases: [name: string, files: Record<string, string>, profile: string, warnings?: string[]][] = [
    ['none: the base', {}, 'recommended'],
    ['beside the file', { 'file:///w/a/b/bulwark.json': strict }, 'strict'],
    ['above the file', { 'file:///w/bulwark.json': strict }, 'strict'],
    ['by its other name', { 'file:///w/a/.bulwarkrc.json': strict }, 'strict'],
    ['nearer wins', { 'file:///w/bulwark.json': minimal, 'file:///w/a/.bulwarkrc.json': strict }, 'strict'],
    [
      'bulwark.json wins over .bulwarkrc.json of its folder',
      { 'file:///w/a/.bulwarkrc.json': minimal, 'file:///w/a/bulwark.json': strict },
      'strict',
      ['.bulwarkrc.json 0:0 This file is not read: bulwark.json stands beside it'],
    ],
    [
      'each weaker one of its folder is named, whatever is in it; those of other folders are not',
      {
        'file:///w/bulwark.json': minimal,
        'file:///w/a/.bulwarkrc.json': strict,
        'file:///w/a/.bulwarkrc.yaml': '[',
        'file:///w/a/.bulwarkrc.yml': '',
        'file:///w/a/package.json': '{\n  "bulwark": { "profil": 1 } }',
      },
      'strict',
      [
        '.bulwarkrc.yaml 0:0 This file is not read: .bulwarkrc.json stands beside it',
        '.bulwarkrc.yml 0:0 This file is not read: .bulwarkrc.json stands beside it',
        'package.json 1:13 "bulwark" is not read: .bulwarkrc.json stands beside it',
      ],
    ],
    [
      'a package.json with nothing for us is no weaker one',
      { 'file:///w/a/bulwark.json': strict, 'file:///w/a/package.json': '{ "name": "x" }' },
      'strict',
    ],
    [
      'a package.json without our key gives way to no one',
      { 'file:///w/a/package.json': '{ "name": "bulwark" }', 'file:///w/bulwark.json': strict },
      'strict',
    ],
    ['in a folder beside: not', { 'file:///w/a/c/bulwark.json': strict }, 'recommended'],
    ['above the workspace: not', { 'file:///bulwark.json': strict }, 'recommended'],
  ];
  for (const [name, files, profile, warnings = []] of cases)
    it(name, async () => {
      const host = memoryHost({ [document]: '', ...files });
      const { settings, problems } = await resolveSettings(host, document, defaultSettings);
      assert.equal(settings.profile, profile);
      assert.deepEqual(
        problems.map(
          ({ uri, message, range: { start } }) =>
            `${uri.replace(/.*\//, '')} ${start.line}:${start.character} ${message}`,
        ),
        warnings,
      );
      assert.ok(problems.every(({ isWarning }) => isWarning));
    });

  it('leaves the base object itself where there is none, and gives the same object for the same text', async () => {
    const none = await resolveSettings(memoryHost({ [document]: '' }), document, defaultSettings);
    assert.equal(none.settings, defaultSettings);
    const host = memoryHost({ [document]: '', [file]: strict });
    const first = await resolveSettings(host, document, defaultSettings);
    const second = await resolveSettings(host, document, defaultSettings);
    assert.equal(first.settings, second.settings);
  });

  it('follows a changed text', () => {
    assert.equal(read(strict).settings.profile, 'strict');
    assert.equal(read(minimal).settings.profile, 'minimal');
  });
});

describe('a configuration over settings', () => {
  it('names Compose files that belong together', () => {
    const { settings, problems } = read('{ "compose": { "files": ["a.yaml", "b.yaml"] } }');
    assert.deepEqual(settings.composeFiles, ['a.yaml', 'b.yaml']);
    assert.deepEqual(problems, []);
    const wrong = read('{ "compose": { "files": "a.yaml", "file": [] } }');
    assert.deepEqual(wrong.settings.composeFiles, []);
    assert.deepEqual(wrong.problems, [
      '0:24 "compose.files" must be a list of strings',
      '0:34 "compose.file" is not a setting',
    ]);
  });

  it('replaces what it names, rules one by one', () => {
    const base: Settings = {
      ...defaultSettings,
      enable: false,
      rules: { 'unused-suppression': 'error', 'file-too-large': 'off' },
      hardenedImageMirrors: ['a.example'],
    };
    const text = '{ "rules": { "unused-suppression": "off" }, "hardenedImageMirrors": ["b.example/x"] }';
    assert.deepEqual(read(text, base), {
      settings: {
        ...base,
        rules: { 'unused-suppression': 'off', 'file-too-large': 'off' },
        hardenedImageMirrors: ['b.example/x'],
      },
      problems: [],
    });
  });

  it('allows a schema, a byte order mark and an empty object', () => {
    assert.deepEqual(read('\ufeff{ "$schema": "./x.json" }\r\n').problems, []);
    assert.deepEqual(read('{}'), { settings: defaultSettings, problems: [] });
  });
});

describe('what is wrong in a configuration', () => {
  const cases: [text: string, ...problems: string[]][] = [
    ['', '0:0 The file ends too early'],
    ['[]', '0:0 The file must be an object: { … }'],
    ['{ "enable": true', '0:16 "}" is missing'],
    ['{\n  // no\n}', '1:2 Comments are not allowed in JSON'],
    ['{ "enable": true, }', '0:18 A comma must not stand before the closing bracket'],
    ['{ "hardenedImageMirrors": ["a",] }', '0:31 A comma must not stand before the closing bracket'],
    ['{ "enable": true "profile": "strict" }', '0:17 A comma is missing here'],
    ['{ enable: true }', '0:2 A key in double quotes is missing here'],
    ['{ "profile": strict }', '0:13 "strict" must stand in double quotes'],
    ['{ "profile" "strict" }', '0:12 A colon is missing after the key'],
    ['{ "profile": }', '0:13 A value is missing here'],
    ['{ "profile": "strict }', '0:13 This string is not closed'],
    ['{ "profile": "\\x" }', '0:13 This string holds an invalid escape or character'],
    ['{} {}', '0:3 Nothing may follow the closing brace'],
    ['['.repeat(200), '0:51 Nested too deeply'],
    ['{ "porfile": "strict" }', '0:2 "porfile" is not a setting; did you mean "profile"?'],
    ['{ "bulwark.profile": "strict" }', '0:2 "bulwark.profile" is not a setting; did you mean "profile"?'],
    ['{ "colour": 1 }', '0:2 "colour" is not a setting'],
    ['{ "enable": "yes" }', '0:12 "enable" must be true or false'],
    [
      '{ "profile": "stict" }',
      '0:13 "profile" must be "minimal", "recommended" or "strict"; did you mean "strict"?',
    ],
    ['{ "hardenedImageMirrors": ["a", 1] }', '0:26 "hardenedImageMirrors" must be a list of strings'],
    ['{ "rules": ["a"] }', '0:11 "rules" must be an object: { … }'],
    [
      '{ "rules": { "unused-supression": "off" } }',
      '0:13 No rule is called "unused-supression"; did you mean "unused-suppression"?',
    ],
    ['{ "rules": { "__proto__": "off" } }', '0:13 No rule is called "__proto__"'],
    [
      '{ "rules": { "unused-suppression": "warming" } }',
      '0:35 "unused-suppression" must be "error", "warning", "info", "hint" or "off"; did you mean "warning"?',
    ],
    ['{ "enable": true,\n  "enable": false }', '0:2 "enable" stands twice'],
    [
      '{ "enable": 1, "profile": 2 }',
      '0:12 "enable" must be true or false',
      '0:26 "profile" must be "minimal", "recommended" or "strict"',
    ],
  ];
  for (const [text, ...problems] of cases)
    it(JSON.stringify(text.slice(0, 60)), () => assert.deepEqual(read(text).problems, problems));

  it('does not touch what is right beside it', () => {
    const { settings, problems } = read(
      '{ "profile": "strict", "rules": { "nope-at-all": "off" }, "enable": false }',
    );
    assert.equal(problems.length, 1);
    assert.equal(settings.profile, 'strict');
    assert.equal(settings.enable, false);
  });
});
