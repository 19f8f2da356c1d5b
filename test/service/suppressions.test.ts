import assert from 'node:assert/strict';
import { type Language } from '../../server/src/rules/rule';
import { analyse } from '../../server/src/service/analyse';
import { suppressionFixes } from '../../server/src/service/suppression/write';
import { defaultSettings } from '../../server/src/service/settings';
import { applyEdits } from '../../server/src/text/edit';
import { contextOf } from '../support/context';
import { look } from '../support/look';

/** Without the hint that most images get. */
const settings = { rules: { 'dhi-available': 'off' as const } };
const ids = (language: Language, text: string): string[] =>
  look(language, text, { settings }).map(({ rule }) => rule);

describe('ignore comments in a Dockerfile', () => {
  const rest = 'FROM debian:13\nUSER 1000\nRUN sudo ls\n';

  it('are needed for what follows', () => {
    assert.deepEqual(ids('dockerfile', rest), ['sudo']);
  });

  for (const [name, text] of [
    ['ours, for the next instruction', 'FROM debian:13\nUSER 1000\n# bulwark ignore=sudo\nRUN sudo ls\n'],
    [
      'ours, with a reason',
      'FROM debian:13\nUSER 1000\n# bulwark ignore=sudo reason=we must, for now\nRUN sudo ls\n',
    ],
    ['ours, for the file', `# bulwark file-ignore=sudo\n${rest}`],
    [
      'ours, inside a continued instruction',
      'FROM debian:13\nUSER 1000\nRUN true && \\\n    # bulwark ignore=sudo\n    sudo ls\n',
    ],
    [
      'ours, with a blank line and another comment between',
      'FROM debian:13\nUSER 1000\n# bulwark ignore=sudo\n\n# list\nRUN sudo ls\n',
    ],
    ['hadolint', 'FROM debian:13\nUSER 1000\n# hadolint ignore=DL3002,DL3004\nRUN sudo ls\n'],
    ['hadolint, for the file', `# hadolint global ignore=DL3004\n${rest}`],
    ['Trivy', 'FROM debian:13\nUSER 1000\n#trivy:ignore:DS-0010\nRUN sudo ls\n'],
    ['Trivy, by its older name', 'FROM debian:13\nUSER 1000\n#trivy:ignore:AVD-DS-0010\nRUN sudo ls\n'],
    ['Checkov', `#checkov:skip=CKV2_DOCKER_1:built in a sandbox\n${rest}`],
  ] as const)
    it(`silence: ${name}`, () => {
      assert.deepEqual(ids('dockerfile', text), []);
    });

  it('silence: the check directive of BuildKit', () => {
    const text = 'FROM debian:13 AS a\nFROM debian:13 AS a\nUSER 1000\n';
    assert.deepEqual(ids('dockerfile', text), ['stage-name-duplicate']);
    assert.deepEqual(ids('dockerfile', `# check=skip=DuplicateStageName\n${text}`), []);
    assert.deepEqual(ids('dockerfile', `# check=error=true;skip=all\n${text}`), []);
  });

  it("silence: the list in hadolint's own configuration", () => {
    const around = { hadolintIgnored: ['DL3004', 'DL9999'] };
    assert.deepEqual(look('dockerfile', rest, { around, settings }), []);
  });

  it('reach no further than the next instruction', () => {
    const text = 'FROM debian:13\nUSER 1000\n# bulwark ignore=sudo\nRUN sudo ls\nRUN sudo id\n';
    assert.deepEqual(ids('dockerfile', text), ['sudo']);
  });

  it('are reported where they silence nothing', () => {
    const text = 'FROM debian:13\n# bulwark ignore=sudo,user-root\nUSER 1000\n';
    const found = look('dockerfile', text, { settings });
    assert.deepEqual(
      found.map(({ rule, span }) => `${rule} ${text.slice(span.start, span.end)}`),
      ['unused-suppression sudo', 'unused-suppression user-root'],
    );
    const [first, second] = found.map(({ offers }) => applyEdits(text, offers[0]?.edits ?? []));
    assert.equal(first, 'FROM debian:13\n# bulwark ignore=user-root\nUSER 1000\n');
    assert.equal(second, 'FROM debian:13\n# bulwark ignore=sudo\nUSER 1000\n');
  });

  it('are reported where they name no rule, with the nearest', () => {
    const text = '# bulwark file-ignore=user-rot\nFROM debian:13\nUSER 1000\n';
    const [finding] = look('dockerfile', text, { settings });
    assert.equal(finding?.message, 'There is no rule "user-rot". Did you mean "user-root"?');
    assert.deepEqual(
      finding.offers.map(({ edits }) => applyEdits(text, edits)),
      ['# bulwark file-ignore=user-root\nFROM debian:13\nUSER 1000\n', 'FROM debian:13\nUSER 1000\n'],
    );
  });

  it('are left alone where their rule is switched off', () => {
    const text = 'FROM debian:13\nUSER 1000\n# bulwark ignore=sudo\nRUN ls\n';
    assert.deepEqual(
      look('dockerfile', text, { settings: { rules: { ...settings.rules, sudo: 'off' } } }),
      [],
    );
  });
});

describe('ignore comments in a Compose file', () => {
  it('silence their own line, or the next one where they stand alone', () => {
    const line = 'services:\n  a:\n    image: x:1\n    privileged: true';
    assert.ok(ids('compose', `${line}\n`).includes('privileged'));
    assert.ok(!ids('compose', `${line} # bulwark ignore=privileged\n`).includes('privileged'));
    const above = 'services:\n  a:\n    image: x:1\n    # bulwark ignore=privileged\n    privileged: true\n';
    assert.ok(!ids('compose', above).includes('privileged'));
  });

  it('silence the whole file', () => {
    const text = '# bulwark file-ignore=privileged\nservices:\n  a:\n    image: x:1\n    privileged: true\n';
    assert.ok(!ids('compose', text).includes('privileged'));
  });
});

describe('the fix that ignores a finding', () => {
  const cases: readonly [string, Language, string, string, readonly string[]][] = [
    [
      'writes a comment above the instruction',
      'dockerfile',
      'sudo',
      'FROM debian:13\nUSER 1000\n  RUN sudo ls',
      [
        'FROM debian:13\nUSER 1000\n  # bulwark ignore=sudo\n  RUN sudo ls',
        '# bulwark file-ignore=sudo\nFROM debian:13\nUSER 1000\n  RUN sudo ls',
      ],
    ],
    [
      'adds to a comment that is there, and goes below directives',
      'dockerfile',
      'sudo',
      '# syntax=docker/dockerfile:1\r\nFROM debian:13\r\nUSER 1000\r\n# bulwark ignore=secret-value reason=x\r\nRUN sudo ls\r\n',
      [
        '# syntax=docker/dockerfile:1\r\nFROM debian:13\r\nUSER 1000\r\n# bulwark ignore=secret-value,sudo reason=x\r\nRUN sudo ls\r\n',
        '# syntax=docker/dockerfile:1\r\n# bulwark file-ignore=sudo\r\nFROM debian:13\r\nUSER 1000\r\n# bulwark ignore=secret-value reason=x\r\nRUN sudo ls\r\n',
      ],
    ],
    [
      'ends the line of a Compose file',
      'compose',
      'privileged',
      'services:\n  a:\n    privileged: true\n',
      [
        'services:\n  a:\n    privileged: true # bulwark ignore=privileged\n',
        '# bulwark file-ignore=privileged\nservices:\n  a:\n    privileged: true\n',
      ],
    ],
    [
      'stands above a line that has a comment already',
      'compose',
      'privileged',
      '\uFEFFservices:\n  a:\n    privileged: true # for now\n',
      [
        '\uFEFFservices:\n  a:\n    # bulwark ignore=privileged\n    privileged: true # for now\n',
        '\uFEFF# bulwark file-ignore=privileged\nservices:\n  a:\n    privileged: true # for now\n',
      ],
    ],
  ];
  for (const [name, language, rule, text, outputs] of cases)
    it(name, () => {
      const { model, findings, suppressions } = analyse({
        language,
        text,
        context: contextOf(),
        settings: defaultSettings,
        today: '2026-09-01',
        failed: (_, error) => assert.fail(String(error)),
      });
      const finding = findings.find((each) => each.rule === rule);
      assert.ok(finding !== undefined && model !== undefined);
      const fixed = suppressionFixes(finding, model, suppressions).map(({ edits }) =>
        applyEdits(text, edits),
      );
      assert.deepEqual(fixed, outputs);
      for (const each of fixed) assert.ok(!ids(language, each).includes(rule), each);
    });
});
