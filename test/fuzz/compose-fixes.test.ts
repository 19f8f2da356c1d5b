import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { type Fix } from '../../server/src/rules/rule';
import { type Finding, rulesOf } from '../../server/src/service/finding';
import { applyEdits } from '../../server/src/text/edit';
import { look } from '../support/look';
import { budget } from './budget';
import { composeFiles } from './compose-files';

/**
 * What the fixes of a rule may change: keys of services, or whole sections of the file. A rule that is not named here may
 * change nothing but the values that it marks.
 */
const named: Readonly<Record<string, readonly string[]>> = {
  'cap-add-dangerous': ['cap_add'],
  'cap-drop-missing': ['cap_drop', 'cap_add'],
  'dhi-available': ['image'],
  'dhi-dev-in-service': ['image'],
  'dhi-docker-socket-group': ['group_add'],
  'docker-socket': ['volumes', 'environment', 'socket-proxy'],
  'host-ipc': ['ipc'],
  'host-network': ['network_mode'],
  'host-pid': ['pid'],
  'host-userns': ['userns_mode'],
  'host-uts': ['uts'],
  'image-digest-missing': ['image'],
  'image-end-of-life': ['image'],
  'image-tag-latest': ['image'],
  'image-tag-missing': ['image'],
  'logging-disabled': ['logging'],
  'no-new-privileges-missing': ['security_opt'],
  'port-all-interfaces': ['ports'],
  'port-not-quoted': ['ports'],
  privileged: ['privileged'],
  'read-only-missing': ['read_only', 'tmpfs'],
  'resource-limits-missing': ['mem_limit', 'cpus', 'pids_limit'],
  'secret-in-environment': ['environment', 'secrets'],
  'secret-in-url': ['environment', 'command'],
  'security-profile-disabled': ['security_opt'],
  'sensitive-host-path': ['volumes'],
  'tmpfs-exec': ['tmpfs'],
  'user-root': ['user'],
  'version-obsolete': ['version'],
};

describe('every fix of a Compose file', function () {
  this.timeout(0);

  it('changes no value but those that it names', () => {
    fc.assert(
      fc.property(composeFiles, (text) => {
        const before = treeOf(text);
        for (const finding of look('compose', text, { settings: { profile: 'strict' } }))
          for (const fix of fixesOf(finding)) assertOnly(finding, fix, before, text);
      }),
      // Each file has dozens of fixes.
      { ...budget, numRuns: Math.ceil(budget.numRuns / 3) },
    );
  });
});

function fixesOf({ fix, offers }: Finding): readonly Fix[] {
  return fix === undefined ? offers : [fix, ...offers];
}

function assertOnly(finding: Finding, { title, edits }: Fix, before: Tree, text: string): void {
  const fixed = applyEdits(text, edits);
  const allowed = new Set(rulesOf(finding).flatMap((rule) => named[rule] ?? []));
  const service = text.slice(finding.span.start, finding.span.end);
  const isLack = /^s\d$/.test(service);
  const why = `${rulesOf(finding).join(', ')}: ${title}\n${text}\n---\n${fixed}`;
  for (const [path, was, is] of differences(before, treeOf(fixed))) {
    const [section = '', name = '', key = ''] = path;
    const what = section === 'services' && path.length > 2 ? key : section === 'services' ? name : section;
    const inAnchor = section.startsWith('x-') && allowed.has(name === '' ? section : name);
    assert.ok(inAnchor || allowed.has(what), `${path.join('.')} changes: ${why}`);
    // What is missing in one service is added to that one, and only added.
    if (!isLack) continue;
    assert.ok(inAnchor || name === service, `${path.join('.')}: ${why}`);
    assert.ok(was === undefined || isLonger(was, is), `${path.join('.')} loses something: ${why}`);
  }
}

type Tree = unknown;
type Difference = readonly [path: readonly string[], was: unknown, is: unknown];

/** What a reader of YAML sees; a key that is reset counts for one that is not there. */
function treeOf(text: string): Tree {
  const document = parseDocument(text, {
    merge: true,
    customTags: [{ tag: '!reset', resolve: () => undefined }],
  });
  assert.deepEqual(document.errors, [], text);
  return document.toJS() as Tree;
}

/** Where two trees differ: maps are gone into, anything else is compared as a whole. */
function differences(was: Tree, is: Tree, path: readonly string[] = []): readonly Difference[] {
  if (JSON.stringify(was) === JSON.stringify(is)) return [];
  if (path.length > 2 || !isMap(was) || !isMap(is)) return [[path, was, is]];
  const keys = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...keys].flatMap((key) => differences(was[key], is[key], [...path, key]));
}

function isMap(tree: Tree): tree is Readonly<Record<string, unknown>> {
  return typeof tree === 'object' && tree !== null && !Array.isArray(tree);
}

/** Whether a list has what it had, and more behind it. */
function isLonger(was: unknown, is: unknown): boolean {
  if (!Array.isArray(was) || !Array.isArray(is)) return false;
  return (
    was.every((item, index) => JSON.stringify(item) === JSON.stringify(is[index])) && is.length > was.length
  );
}
