import assert from 'node:assert/strict';
import { parseDocument } from 'yaml';
import {
  addItem,
  addToService,
  type Edits,
  removeFromList,
  removeKey,
  replaceInList,
  setInService,
} from '../../../server/src/compose/edits';
import { type Compose, type Service } from '../../../server/src/compose/model';
import { parseCompose } from '../../../server/src/compose/parse';
import { type ScalarValue } from '../../../server/src/compose/value';
import { applyEdits } from '../../../server/src/text/edit';

/** The text after edits of a service `web`; undefined where they cannot be made. */
function edited(text: string, edit: (compose: Compose, web: Service) => Edits): string | undefined {
  const compose = parseCompose(text);
  const web = compose.service('web');
  assert.ok(web);
  const edits = edit(compose, web);
  if (edits === undefined) return undefined;
  const after = applyEdits(text, edits);
  assert.deepEqual(parseCompose(after).errors, [], after);
  return after;
}

/** What a reader of YAML sees. */
function tree(text: string): unknown {
  const document = parseDocument(text, { merge: true });
  assert.deepEqual(document.errors, []);
  return document.toJS() as unknown;
}

function lines(...all: string[]): string {
  return all.map((line) => `${line}\n`).join('');
}

const add = (text: string): string | undefined =>
  edited(text, (compose, web) => addToService(compose, web, { cap_drop: ['ALL'] }));

describe('adding a key to a service', () => {
  it('writes it after the last key, before comments and blank lines that follow', () => {
    const text = lines(
      'services:',
      '  web:',
      '    image: x # ours',
      '',
      '  # the database',
      '  db:',
      '    image: y',
    );
    assert.equal(
      add(text),
      lines(
        'services:',
        '  web:',
        '    image: x # ours',
        '    cap_drop:',
        '      - ALL',
        '',
        '  # the database',
        '  db:',
        '    image: y',
      ),
    );
  });

  it('follows indentation, list indentation and brackets of the file', () => {
    assert.equal(
      add(lines('services:', '    web:', '        image: x', '        ports:', '        - "1:1"')),
      lines(
        'services:',
        '    web:',
        '        image: x',
        '        ports:',
        '        - "1:1"',
        '        cap_drop:',
        '        - ALL',
      ),
    );
    assert.equal(
      add(lines('services:', '  web:', '    image: x', '    profiles: [a]')),
      lines('services:', '  web:', '    image: x', '    profiles: [a]', '    cap_drop: [ALL]'),
    );
  });

  it('keeps CRLF and a missing last line end', () => {
    assert.equal(
      add('services:\r\n  web:\r\n    image: x\r\n'),
      'services:\r\n  web:\r\n    image: x\r\n    cap_drop:\r\n      - ALL\r\n',
    );
    assert.equal(
      add('services:\n  web:\n    image: x'),
      'services:\n  web:\n    image: x\n    cap_drop:\n      - ALL',
    );
  });

  it('works between braces', () => {
    assert.equal(add('services: {web: {image: x}}\n'), 'services: {web: {image: x, cap_drop: [ALL]}}\n');
    assert.equal(add('services: {web: {}}\n'), 'services: {web: {cap_drop: [ALL]}}\n');
    assert.equal(
      add(lines('x-a: &a {user: u}', 'services:', '  web: {<<: *a}')),
      lines('x-a: &a {user: u}', 'services:', '  web: {cap_drop: [ALL], <<: *a}'),
    );
  });

  it('comes after nested blocks and literals', () => {
    const text = lines(
      'services:',
      '  web:',
      '    image: x',
      '    command: |+',
      '      a',
      '',
      '  db:',
      '    image: y',
    );
    const after = add(text);
    assert.ok(after);
    const expected = tree(text) as { services: Record<string, Record<string, unknown>> };
    Object.assign(expected.services['web'] ?? {}, { cap_drop: ['ALL'] });
    assert.deepEqual(tree(after), expected);
  });

  it('turns a service that is an alias into a merge', () => {
    const text = lines('x-a: &a', '  image: x', 'services:', '  web: *a', '  db: *a');
    assert.equal(
      add(text),
      lines(
        'x-a: &a',
        '  image: x',
        'services:',
        '  web:',
        '    <<: *a',
        '    cap_drop:',
        '      - ALL',
        '  db: *a',
      ),
    );
  });

  it('overrides what is merged', () => {
    const text = lines('x-a: &a', '  privileged: true', 'services:', '  web:', '    image: x', '    <<: *a');
    const after = edited(text, (compose, web) => setInService(compose, web, 'privileged', false));
    assert.equal(after, `${text}    privileged: false\n`);
    assert.equal(parseCompose(after).service('web')?.privileged?.boolean, false);
  });

  it('replaces what the service writes itself', () => {
    const text = lines('services:', '  web:', '    user: "root" # why', '    image: x');
    assert.equal(
      edited(text, (compose, web) => setInService(compose, web, 'user', '65532:65532')),
      lines('services:', '  web:', '    user: "65532:65532" # why', '    image: x'),
    );
  });

  it('declines where there is no map to add to', () => {
    assert.equal(add('services:\n  web:\n'), undefined);
    assert.equal(add(lines('x: &s {web: {image: x}}', 'services: *s')), undefined);
    assert.equal(add(lines('x: &s {web: {image: x}}', 'services: {<<: *s}')), undefined);
  });
});

const addOption = (text: string): string | undefined =>
  edited(text, (compose, web) => addItem(compose, web, 'security_opt', 'no-new-privileges:true'));

describe('adding an item to a list', () => {
  it('makes the list', () => {
    assert.equal(
      addOption(lines('services:', '  web:', '    image: x')),
      lines('services:', '  web:', '    image: x', '    security_opt:', '      - no-new-privileges:true'),
    );
  });
  it('appends in blocks and brackets', () => {
    assert.equal(
      addOption(lines('services:', '  web:', '    security_opt:', '      - a # why', '    image: x')),
      lines(
        'services:',
        '  web:',
        '    security_opt:',
        '      - a # why',
        '      - no-new-privileges:true',
        '    image: x',
      ),
    );
    assert.equal(
      addOption(lines('services:', '  web: {security_opt: [a], image: x}')),
      lines('services:', '  web: {security_opt: [a, no-new-privileges:true], image: x}'),
    );
    assert.equal(
      addOption(lines('services:', '  web:', '    security_opt: []')),
      lines('services:', '  web:', '    security_opt: [no-new-privileges:true]'),
    );
  });
  it('copies a list that others share', () => {
    const text = lines(
      'x-a: &a',
      '  security_opt: ["a", b]',
      'services:',
      '  web:',
      '    <<: *a',
      '    image: x',
      '  db:',
      '    <<: *a',
    );
    assert.equal(
      addOption(text),
      text.replace('    image: x\n', '    image: x\n    security_opt: ["a", b, no-new-privileges:true]\n'),
    );
  });
  it('appends to a list that no other service has', () => {
    const text = lines('x-a: &a', '  security_opt: [a]', 'services:', '  web:', '    <<: *a');
    assert.equal(addOption(text), text.replace('[a]', '[a, no-new-privileges:true]'));
  });
  it('adds to what extends brings', () => {
    const text = lines(
      'services:',
      '  base:',
      '    security_opt:',
      '      - a',
      '  web:',
      '    extends: base',
    );
    assert.equal(addOption(text), `${text}    security_opt:\n      - no-new-privileges:true\n`);
  });
});

const dropCap = (text: string, all = false): string | undefined =>
  edited(text, (compose, web) => {
    const cap = web.capAdd.find(({ text }) => text === 'B');
    assert.ok(cap);
    return removeFromList(compose, all ? compose.usersOf(cap) : [web], 'cap_add', cap);
  });

describe('removing an item of a list', () => {
  it('takes its line with its comment', () => {
    assert.equal(
      dropCap(
        lines(
          'services:',
          '  web:',
          '    cap_add:',
          '      - A',
          '      - B # why',
          '      # more',
          '      - C',
        ),
      ),
      lines('services:', '  web:', '    cap_add:', '      - A', '      # more', '      - C'),
    );
  });
  it('takes a comma between brackets', () => {
    for (const [before, after] of [
      ['[A, B]', '[A]'],
      ['[B, A]', '[A]'],
      ['[A, "B" , C]', '[A, C]'],
      ['[A, B,]', '[A, ]'],
    ] as const)
      assert.equal(
        dropCap(`services: {web: {image: x, cap_add: ${before}}}`),
        `services: {web: {image: x, cap_add: ${after}}}`,
      );
  });
  it('takes the key with the last item', () => {
    assert.equal(
      dropCap(lines('services:', '  web:', '    image: x', '    cap_add:', '      - B', '    user: a')),
      lines('services:', '  web:', '    image: x', '    user: a'),
    );
    assert.equal(
      dropCap('services:\n  web:\n    image: x\n    cap_add: [B]'),
      'services:\n  web:\n    image: x',
    );
  });
  const shared = lines(
    'x-a: &a',
    '  cap_add:',
    '    - A',
    '    - B',
    'services:',
    '  web:',
    '    <<: *a',
    '    image: x',
    '  db: {<<: *a, image: y}',
  );
  it('overrides a list that others share', () => {
    const after = dropCap(shared);
    assert.equal(after, shared.replace('    image: x\n', '    image: x\n    cap_add:\n      - A\n'));
  });
  it('changes the shared list where that is meant', () =>
    assert.equal(dropCap(shared, true), shared.replace('    - B\n', '')));
  it('leaves anchors that others may name', () => {
    const text = lines(
      'services:',
      '  web:',
      '    image: x',
      '    cap_add: &c [B]',
      '  db:',
      '    cap_add: *c',
    );
    assert.equal(dropCap(text, true), undefined);
  });
});

const dropPrivileged = (text: string): string | undefined =>
  edited(text, (compose, web) => {
    const entry = web.entry('privileged');
    assert.ok(entry);
    return removeKey(compose, [web], entry, false);
  });

describe('removing a key', () => {
  it('takes its whole lines', () => {
    assert.equal(
      dropPrivileged(lines('services:', '  web:', '    # why', '    privileged: true # yes', '    image: x')),
      lines('services:', '  web:', '    # why', '    image: x'),
    );
    assert.equal(
      dropPrivileged('services: {web: {privileged: true, image: x}}'),
      'services: {web: {image: x}}',
    );
    assert.equal(
      dropPrivileged('services:\r\n  web:\r\n    image: x\r\n    privileged: true'),
      'services:\r\n  web:\r\n    image: x',
    );
  });
  it('overrides what others share', () => {
    const text = lines(
      'x: &a',
      '  privileged: true',
      '  user: u',
      'services:',
      '  web:',
      '    <<: *a',
      '  db: *a',
    );
    assert.equal(dropPrivileged(text), text.replace('    <<: *a\n', '    <<: *a\n    privileged: false\n'));
  });
  it('changes the anchor that only one service uses', () => {
    const text = lines('x: &a', '  privileged: true', '  user: u', 'services:', '  web:', '    <<: *a');
    assert.equal(dropPrivileged(text), text.replace('  privileged: true\n', ''));
  });
  it('overrides where an empty map would be left', () => {
    const text = lines('x: &a', '  privileged: true', 'services:', '  web:', '    <<: *a');
    assert.equal(dropPrivileged(text), `${text}    privileged: false\n`);
  });
});

const bind = (text: string): string | undefined =>
  edited(text, (compose, web) => {
    const item = web.ports[0]?.value as ScalarValue;
    return replaceInList(compose, [web], 'ports', item, `127.0.0.1:${item.text}`);
  });

describe('replacing an item', () => {
  it('keeps its quotes', () => {
    const of = (port: string): string => `services:\n  web:\n    ports:\n      - ${port} # x\n`;
    assert.equal(bind(of("'80:80'")), of("'127.0.0.1:80:80'"));
    assert.equal(bind(of('"80:80"')), of('"127.0.0.1:80:80"'));
    assert.equal(bind(of('8080:80')), of('"127.0.0.1:8080:80"'));
  });
  it('overrides a list that others share', () => {
    const text = lines('x: &a', '  ports: ["80:80", 1]', 'services:', '  web:', '    <<: *a', '  db: *a');
    assert.equal(bind(text), text.replace('    <<: *a\n', '    <<: *a\n    ports: ["127.0.0.1:80:80", 1]\n'));
  });
});
