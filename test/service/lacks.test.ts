import assert from 'node:assert/strict';
import { type Settings } from '../../server/src/service/settings';
import { defaultSettings } from '../../server/src/service/settings';
import { createService } from '../../server/src/service/create';
import { noHost } from '../../server/src/workspace/host';
import { applyEdits } from '../../server/src/text/edit';
import { file, web } from '../support/compose-text';
import { look } from '../support/look';

const bare = web('image: postgres:17.5');

/** The findings on services' names. */
function lacks(text: string, settings: Partial<Settings> = {}) {
  return look('compose', text, { settings })
    .filter(({ rule }) => rule.endsWith('-missing'))
    .map(({ rule, also, severity, message, offers, span }) => ({
      rule,
      also,
      severity,
      message,
      offers: offers.map(({ title }) => title),
      at: text.slice(span.start, span.end),
    }));
}

describe('what a service lacks', () => {
  it('is one finding, with one fix for all and one for each', () => {
    assert.deepEqual(lacks(bare), [
      {
        rule: 'cap-drop-missing',
        also: ['no-new-privileges-missing', 'read-only-missing'],
        severity: 'hint',
        message:
          "web could be hardened: it keeps Docker's default capabilities (cap-drop-missing), may gain privileges through set-uid programs (no-new-privileges-missing) and can write to its root file system (read-only-missing).",
        offers: [
          'Harden service "web"',
          'Drop all capabilities but those that the image needs to start',
          'Forbid new privileges',
          'Make the root file system read-only, with /var/run/postgresql, /tmp in memory',
        ],
        at: 'web',
      },
    ]);
  });

  it('goes by the id and the severity of what weighs most', () => {
    const [finding] = lacks(bare, { rules: { 'read-only-missing': 'error' } });
    assert.ok(finding);
    assert.equal(finding.rule, 'read-only-missing');
    assert.equal(finding.severity, 'error');
    assert.deepEqual(finding.also, ['cap-drop-missing', 'no-new-privileges-missing']);
  });

  it('leaves out what is switched off or ignored, in the fix as well', () => {
    const text = file('services:', '  web: # bulwark ignore=cap-drop-missing', '    image: postgres:17.5');
    const [finding, ...others] = look('compose', text, {
      settings: { rules: { 'read-only-missing': 'off', 'dhi-available': 'off' } },
    });
    assert.deepEqual(others, []);
    assert.ok(finding);
    assert.equal(finding.rule, 'no-new-privileges-missing');
    assert.equal(finding.also, undefined);
    assert.match(finding.message, /^A set-uid program/);
    assert.deepEqual(
      finding.offers.map(({ title }) => title),
      ['Forbid new privileges'],
    );
  });

  it('is said of each service', () => {
    const text = file('services:', '  a: {image: "redis:8"}', '  b: {image: "redis:8", read_only: true}');
    assert.deepEqual(
      lacks(text).map(({ at, also }) => [at, also]),
      [
        ['a', ['no-new-privileges-missing', 'read-only-missing']],
        ['b', ['no-new-privileges-missing']],
      ],
    );
  });

  it('is ignored by one comment, or rule by rule', async () => {
    const document = { uri: 'file:///w/compose.yaml', language: 'compose' as const, version: 1, text: bare };
    const at = bare.indexOf('web');
    const actions = await createService(noHost).actions(document, defaultSettings, { start: at, end: at });
    const fixes = actions.filter(({ kind }) => kind === 'suppress').map(({ fix }) => fix);
    const all = '"cap-drop-missing", "no-new-privileges-missing", "read-only-missing"';
    assert.deepEqual(
      fixes.map(({ title }) => title),
      [
        `Ignore ${all} for this line`,
        `Ignore ${all} in this file`,
        'Ignore "cap-drop-missing" for this line',
        'Ignore "no-new-privileges-missing" for this line',
        'Ignore "read-only-missing" for this line',
      ],
    );
    for (const { title, edits } of fixes.slice(0, 2))
      assert.deepEqual(lacks(applyEdits(bare, edits)), [], title);
    for (const { title, edits } of fixes.slice(2)) {
      const [left] = lacks(applyEdits(bare, edits));
      assert.equal(left?.also?.length, 1, title);
    }
  });
});

describe('the fix that hardens a service', () => {
  function hardened(text: string, title = 'Harden service "web"'): string {
    const offers = look('compose', text).flatMap(({ offers: each }) => each);
    const fix = offers.find((offer) => offer.title === title);
    assert.ok(fix, offers.map((offer) => offer.title).join('\n'));
    return applyEdits(text, fix.edits);
  }

  it('adds all that applies, in the style of the file', () => {
    assert.equal(
      hardened(
        file(
          'services:',
          '    web:',
          '        image: redis:8 # cache',
          "        command: ['a']",
          '',
          '# end',
        ),
      ),
      file(
        'services:',
        '    web:',
        '        image: redis:8 # cache',
        "        command: ['a']",
        '        cap_drop:',
        '          - ALL',
        '        cap_add:',
        '          - CHOWN',
        '          - DAC_OVERRIDE',
        '          - FOWNER',
        '          - SETGID',
        '          - SETUID',
        '        security_opt:',
        '          - no-new-privileges:true',
        '        read_only: true',
        '',
        '# end',
      ),
    );
  });

  it('asks a person to look where nothing is known of the image', () => {
    const text = web('build: .');
    const title = 'Harden service "web" (check that it still works)';
    const fix = look('compose', text)
      .flatMap(({ offers }) => offers)
      .find((offer) => offer.title === title);
    assert.match(fix?.confirm ?? '', /^Which capabilities web needs is not known/);
    assert.equal(
      hardened(text, title),
      web(
        'build: .',
        'cap_drop:',
        '  - ALL',
        'security_opt:',
        '  - no-new-privileges:true',
        'read_only: true',
        'tmpfs:',
        '  - /tmp',
      ),
    );
  });

  it('adds to lists that are there, also to the last one of the service', () => {
    assert.equal(
      hardened(web('image: memcached:1', 'cap_drop: [CHOWN]', 'security_opt:', '- label:type:x')),
      web(
        'image: memcached:1',
        'cap_drop: [CHOWN, ALL]',
        'security_opt:',
        '- label:type:x',
        '- no-new-privileges:true',
        'read_only: true',
      ),
    );
  });

  it('overrides what an anchor shares, and leaves the anchor alone', () => {
    const text = file(
      'x-c: &c',
      '  cap_drop: [CHOWN]',
      'services:',
      '  web: {<<: *c, image: "memcached:1"}',
      '  other: {<<: *c, image: "memcached:1"}',
    );
    assert.equal(
      hardened(text),
      text.replace(
        'web: {<<: *c, image: "memcached:1"}',
        'web: {<<: *c, image: "memcached:1", cap_drop: [CHOWN, ALL], security_opt: [no-new-privileges:true], read_only: true}',
      ),
    );
  });

  it('makes a merge of an alias', () => {
    assert.equal(
      hardened(file('x-a: &a {image: "memcached:1"}', 'services:', '  web: *a')),
      file(
        'x-a: &a {image: "memcached:1"}',
        'services:',
        '  web:',
        '    <<: *a',
        '    cap_drop:',
        '      - ALL',
        '    security_opt:',
        '      - no-new-privileges:true',
        '    read_only: true',
      ),
    );
  });
});
