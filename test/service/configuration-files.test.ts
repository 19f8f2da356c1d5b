import assert from 'node:assert/strict';
import { version } from '../../package.json';
import { imageUntrustedRegistry } from '../../server/src/rules/dockerfile/images/image-untrusted-registry';
import { allRules } from '../../server/src/rules/registry';
import { type RuleMeta } from '../../server/src/rules/rule';
import { applyConfiguration, resolveSettings } from '../../server/src/service/configuration';
import { grade } from '../../server/src/service/profiles';
import { defaultSettings, type Settings } from '../../server/src/service/settings';
import { memoryHost } from '../support/memory-host';

type Files = Readonly<Record<string, string>>;

/** The settings of `w/<document>` among files of `w`, and the problems as `file:line:column message`. */
async function resolve(
  files: Files,
  document = 'a/Dockerfile',
): Promise<{ settings: Settings; problems: string[] }> {
  const all = Object.fromEntries(Object.entries(files).map(([name, text]) => [`file:///w/${name}`, text]));
  const uri = `file:///w/${document}`;
  const { settings, problems } = await resolveSettings(
    memoryHost({ [uri]: '', ...all }),
    uri,
    defaultSettings,
  );
  const shown = problems.map(
    ({ uri: file, message, range: { start } }) =>
      `${file.replace('file:///w/', '')}:${start.line + 1}:${start.character + 1} ${message}`,
  );
  return { settings, problems: shown };
}

describe('configuration files', () => {
  const names: [name: string, text: string][] = [
    ['.bulwarkrc.yaml', '# why\nprofile: strict\nrules:\n  user-root: error\n'],
    ['.bulwarkrc.yml', '{ "profile": "strict", rules: { user-root: error } }'],
    [
      'package.json',
      '{ "name": "x", "bulwark": { "profile": "strict", "rules": { "user-root": "error" } } }',
    ],
  ];
  for (const [name, text] of names)
    it(`may be ${name}`, async () => {
      const { settings, problems } = await resolve({ [name]: text });
      assert.deepEqual(problems, []);
      assert.equal(settings.profile, 'strict');
      assert.equal(settings.rules['user-root'], 'error');
    });

  it('are looked for further up where a package.json has nothing for us', async () => {
    const above = { 'bulwark.json': '{ "profile": "strict" }' };
    for (const text of [
      '{ "name": "bulwark" }',
      '{ "dependencies": { "bulwark": "1" } }',
      '{ broken "bulwark"',
    ])
      assert.equal((await resolve({ ...above, 'a/package.json': text })).settings.profile, 'strict', text);
  });

  it('build on presets and on files, each weaker than what stands behind it', async () => {
    const { settings, problems } = await resolve({
      'bulwark.json': '{ "extends": ["minimal", "./team/base.yaml"], "rules": { "user-root": "hint" } }',
      'team/base.yaml': 'extends: ../more.json\nprofile: strict\nrules: { user-root: error, sudo: off }\n',
      'more.json':
        '{ "trustedRegistries": ["docker.io"], "rules": { "sudo": "error", "cache-mount": "hint" } }',
    });
    assert.deepEqual(problems, []);
    assert.equal(settings.profile, 'strict');
    assert.deepEqual(settings.trustedRegistries, ['docker.io']);
    assert.deepEqual(settings.rules, { 'user-root': 'hint', sudo: 'off', 'cache-mount': 'hint' });
  });

  const overridden: [files: string, document: string, hits: boolean][] = [
    ['"Dockerfile.dev"', 'a/b/Dockerfile.dev', true],
    ['"Dockerfile.dev"', 'a/Dockerfile', false],
    ['"a/**"', 'a/b/Dockerfile', true],
    ['"a/"', 'a/b/Dockerfile', true],
    ['"a/*"', 'c/Dockerfile', false],
    ['["x/**", "**/*.dev"]', 'a/Dockerfile.dev', true],
    ['"./a/Dockerfile"', 'a/Dockerfile', true],
  ];
  for (const [files, document, hits] of overridden)
    it(`${hits ? 'set' : 'do not set'} something for ${document} by ${files}`, async () => {
      const text = `{ "overrides": [ { "files": ${files}, "rules": { "user-root": "off" } } ], "ignore": ${files} }`;
      const { settings, problems } = await resolve({ 'bulwark.json': text }, document);
      assert.deepEqual(problems, []);
      assert.equal(settings.rules['user-root'], hits ? 'off' : undefined);
      assert.equal(settings.enable, !hits);
    });

  it('count the paths of a file from its own folder', async () => {
    const { settings } = await resolve({
      'a/bulwark.json': '{ "extends": "../base.json", "ignore": "a/**" }',
      'base.json': '{ "overrides": [ { "files": "a/*", "profile": "strict" } ] }',
    });
    assert.equal(settings.profile, 'strict');
    assert.equal(settings.enable, true);
  });

  it('give the same object for the same texts, and another where one has changed', async () => {
    const files = { 'bulwark.json': '{ "extends": "./b.json" }', 'b.json': '{ "profile": "strict" }' };
    const first = await resolve(files);
    assert.equal((await resolve(files)).settings, first.settings);
    const changed = await resolve({ ...files, 'b.json': '{ "profile": "minimal" }' });
    assert.equal(changed.settings.profile, 'minimal');
  });

  const untrusted = (value: string): Files => ({
    'bulwark.json': `{ "rules": {\n "image-untrusted-registry": ${value} } }`,
  });
  const untrustedForms =
    '"image-untrusted-registry" must be "error", "warning", "info", "hint" or "off", or one of them with options: ["error", { "trustedRegistries": … }]';

  const wrong: [files: Files, ...problems: string[]][] = [
    [
      { 'bulwark.json': '{ "extends": "strct" }' },
      'bulwark.json:1:14 No preset is called "strct"; did you mean "strict"?',
    ],
    [
      { 'bulwark.json': '{ "extends": "colour" }' },
      'bulwark.json:1:14 No preset is called "colour"; a file is named by its path: "./…"',
    ],
    [
      { 'bulwark.json': '{\n "extends": ["./none.json"] }' },
      'bulwark.json:2:14 "./none.json" cannot be read',
    ],
    [{ 'bulwark.json': '{ "extends": "../out.json" }' }, 'bulwark.json:1:14 "../out.json" cannot be read'],
    [
      { 'bulwark.json': '{ "extends": "./b.json" }', 'b.json': '{ "extends": "./bulwark.json" }' },
      'b.json:1:14 "./bulwark.json" builds on this file, which builds on it',
    ],
    [
      { 'bulwark.json': '{ "extends": "./b.yml" }', 'b.yml': 'a: 1\nrules:\n  user-rot: off\n' },
      'b.yml:1:1 "a" is not a setting',
      'b.yml:3:3 No rule is called "user-rot"; did you mean "user-root"?',
    ],
    [
      { 'bulwark.json': '{ "extends": 1 }' },
      'bulwark.json:1:14 "extends" must be the name of a preset or a file, or a list of them',
    ],
    [
      { 'bulwark.json': '{ "overrides": {} }' },
      'bulwark.json:1:16 "overrides" must be a list: [ { "files": …, … } ]',
    ],
    [
      { 'bulwark.json': '{ "overrides": [{ "profile": "strict" }] }' },
      'bulwark.json:1:17 "files" is missing: the paths that this is about',
    ],
    [
      { 'bulwark.json': '{ "overrides": [{ "files": "a", "compose": {}, "profle": "strict" }] }' },
      'bulwark.json:1:33 "compose" cannot stand in "overrides"',
      'bulwark.json:1:48 "profle" cannot stand in "overrides"; did you mean "profile"?',
    ],
    [
      { 'bulwark.json': '{ "ignore": ["a", "b[", ""] }' },
      'bulwark.json:1:19 "b[" is no pattern of paths',
      'bulwark.json:1:25 "ignore" must be a path or a list of paths',
    ],
    [
      { 'bulwark.json': '{ "baseline": 0.1 }' },
      'bulwark.json:1:15 "baseline" must be a version in quotes: "0.1"',
    ],
    [
      { 'bulwark.json': '{ "baseline": "99.9" }' },
      `bulwark.json:1:15 "baseline" is newer than Bulwark itself, which is ${version}`,
    ],
    [
      { 'bulwark.json': '{ "baseline": "0.0" }' },
      'bulwark.json:1:15 "baseline" is older than the first rules, which came with 0.1',
    ],
    [
      { 'bulwark.json': '{ "rules": {\n "user-root": ["error", {}], "sudo": ["off"] } }' },
      'bulwark.json:2:25 "user-root" has no options: its severity must stand alone, without brackets',
      'bulwark.json:2:38 "sudo" has no options: its severity must stand alone, without brackets',
    ],
    [untrusted('["eror", {}]'), `bulwark.json:2:31 ${untrustedForms}; did you mean "error"?`],
    [untrusted('[]'), `bulwark.json:2:30 ${untrustedForms}`],
    [untrusted('{ "severity": "error" }'), `bulwark.json:2:30 ${untrustedForms}`],
    [untrusted('["error", {}, "off"]'), `bulwark.json:2:44 ${untrustedForms}`],
    [
      untrusted('["error", []]'),
      'bulwark.json:2:40 What "image-untrusted-registry" is told must be an object: { … }',
    ],
    [
      untrusted('["error", { "trustedRegistry": [] }]'),
      'bulwark.json:2:42 "trustedRegistry" is not an option of "image-untrusted-registry"; did you mean "trustedRegistries"?',
    ],
    [
      untrusted('["error", { "trustedRegistries": "docker.io" }]'),
      'bulwark.json:2:63 "trustedRegistries" must be a list of strings',
    ],
    [
      { '.bulwarkrc.yaml': 'rules:\n  image-untrusted-registry:\n    - error\n    - trustedRegistrys: []\n' },
      '.bulwarkrc.yaml:4:7 "trustedRegistrys" is not an option of "image-untrusted-registry"; did you mean "trustedRegistries"?',
    ],
    [
      { '.bulwarkrc.yaml': 'a: [\n' },
      '.bulwarkrc.yaml:2:1 This is no YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    [
      { '.bulwarkrc.yaml': 'rules: &a {}\nenable: *a\n' },
      '.bulwarkrc.yaml:2:9 Aliases are not followed: write the value itself',
    ],
    [
      { 'package.json': '{ "bulwark": { "profil": "strict" } }' },
      'package.json:1:16 "profil" is not a setting; did you mean "profile"?',
    ],
  ];
  for (const [files, ...problems] of wrong)
    it(problems.join(', '), async () => assert.deepEqual((await resolve(files)).problems, problems));
});

describe('options of a rule', () => {
  const rule = (...value: unknown[]) => ({ rules: { 'image-untrusted-registry': value } });
  const trusting = (registry: string) => rule('error', { trustedRegistries: [registry] });
  const cases: [name: string, files: Readonly<Record<string, object>>, trusted: string, severity: string][] =
    [
      ['stand beside its severity', { 'bulwark.json': trusting('a.test') }, 'a.test', 'error'],
      [
        'win over the key of the same file that stands before',
        { 'bulwark.json': { trustedRegistries: ['b.test'], ...trusting('a.test') } },
        'a.test',
        'error',
      ],
      [
        'win over the key of the same file that stands behind',
        { 'bulwark.json': { ...trusting('a.test'), trustedRegistries: ['b.test'] } },
        'a.test',
        'error',
      ],
      [
        'stay where a severity alone is set over them',
        { 'bulwark.json': { extends: './b.json', ...rule('hint') }, 'b.json': trusting('a.test') },
        'a.test',
        'hint',
      ],
      [
        'give way to the key of a file that builds on theirs',
        {
          'bulwark.json': { extends: './b.json', trustedRegistries: ['b.test'] },
          'b.json': trusting('a.test'),
        },
        'b.test',
        'error',
      ],
      [
        'may be those of some files',
        { 'bulwark.json': { ...trusting('a.test'), overrides: [{ files: 'a', ...trusting('b.test') }] } },
        'b.test',
        'error',
      ],
      [
        'are not those of other files',
        { 'bulwark.json': { ...trusting('a.test'), overrides: [{ files: 'b', ...trusting('b.test') }] } },
        'a.test',
        'error',
      ],
      [
        'count where the severity is wrong',
        { 'bulwark.json': rule('grave', { trustedRegistries: ['a.test'] }) },
        'a.test',
        'warning',
      ],
    ];
  for (const [name, files, trusted, severity] of cases)
    it(name, async () => {
      const texts = Object.entries(files).map(([path, value]) => [path, JSON.stringify(value)]);
      const { settings } = await resolve(Object.fromEntries(texts) as Files);
      assert.deepEqual(settings.trustedRegistries, [trusted]);
      assert.equal(grade(imageUntrustedRegistry.meta, settings).severity, severity);
    });

  it('may be set in an editor', () => {
    const text = JSON.stringify({ trustedRegistries: [], ...trusting('a.test') });
    const { settings, problems } = applyConfiguration('settings', text, defaultSettings);
    assert.deepEqual(problems, []);
    assert.deepEqual(settings.trustedRegistries, ['a.test']);
  });
});

describe('a frozen rule set', () => {
  const meta = (since: string): RuleMeta => ({
    id: 'user-root',
    summary: '',
    severity: 'warning',
    fix: 'none',
    messages: {},
    since,
  });
  const cases: [since: string, ruleSet: string, on: boolean][] = [
    ['0.1.0', '0.1', true],
    ['0.1.7', '0.1', true],
    ['0.2.0', '0.1', false],
    ['1.0.0', '0.9', false],
    ['0.1.1', '0.1.0', false],
    ['0.10.0', '0.9', false],
  ];
  for (const [since, ruleSet, on] of cases)
    it(`of ${ruleSet} has ${on ? '' : 'not '}what came with ${since}`, () => {
      const { severity } = grade(meta(since), { ...defaultSettings, ruleSet });
      assert.equal(severity, on ? 'warning' : 'off');
    });

  it('gives way to what is set by itself', () => {
    const settings = { ...defaultSettings, ruleSet: '0.1', rules: { 'user-root': 'error' as const } };
    assert.equal(grade(meta('9.0.0'), settings).severity, 'error');
  });

  it('has every rule of this version', async () => {
    const { settings } = await resolve({ 'bulwark.json': '{ "baseline": "0.1" }' });
    assert.equal(settings.ruleSet, '0.1');
    for (const { meta: each } of allRules())
      assert.equal(grade(each, settings).severity, grade(each, defaultSettings).severity, each.id);
  });
});
