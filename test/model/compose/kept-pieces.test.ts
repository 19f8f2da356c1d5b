import assert from 'node:assert/strict';
import { isMap, isScalar, type YAMLMap } from 'yaml';
import { KeptPieces } from '../../../server/src/compose/kept-pieces';
import { composeOf } from '../../bench/documents';

const text = composeOf(6);

/** The value of a service, as the library made it. */
function serviceIn(contents: YAMLMap | undefined, name: string): YAMLMap {
  const services = contents?.items.find(({ key }) => isScalar(key) && key.source === 'services')?.value;
  const found = isMap(services)
    ? services.items.find(({ key }) => isScalar(key) && key.source === name)?.value
    : undefined;
  assert.ok(isMap(found), name);
  return found;
}

function textOf(node: YAMLMap, whole: string): string {
  return whole.slice(node.range?.[0], node.range?.[1]);
}

describe('pieces of a Compose file', () => {
  it('are those of the text before where nothing has changed', () => {
    const kept = new KeptPieces();
    const before = kept.documentOf(text);
    const after = kept.documentOf(text.replace('service:3.0.1', 'service:3.0.2'));
    for (const same of ['service0', 'service2', 'service4', 'service5'])
      assert.equal(serviceIn(after?.contents, same), serviceIn(before?.contents, same), same);
    assert.notEqual(serviceIn(after?.contents, 'service3'), serviceIn(before?.contents, 'service3'));
  });

  it('move with the text in front of them, and leave those of the text before in their places', () => {
    const kept = new KeptPieces();
    const longer = text.replace('service:3.0.1', 'service:3.0.1-longer');
    const before = kept.documentOf(text);
    const after = kept.documentOf(longer);
    const [old, moved] = [before, after].map((each) => serviceIn(each?.contents, 'service5'));
    assert.ok(old !== undefined && moved !== undefined);
    assert.equal(moved.range?.[0], (old.range?.[0] ?? 0) + '-longer'.length);
    assert.equal(textOf(moved, longer), textOf(old, text));
  });

  it('keep what is wrong with one of them', () => {
    const kept = new KeptPieces();
    kept.documentOf(text);
    const broken = text.replace('image: registry.example.com/team/service:3.0.1', 'image');
    const first = kept.documentOf(broken)?.faults;
    assert.equal(first?.length, 1);
    const [fault] = kept.documentOf(`# above\n${broken}`)?.faults ?? [];
    assert.deepEqual(
      fault?.at,
      first[0]?.at.map((place) => place + '# above\n'.length),
    );
  });

  for (const [what, changed] of Object.entries({
    'several documents': `${text}---\n${text}`,
    'a tab before a key': text.replace('  service4:', '\tservice4:'),
    'a directive': `%YAML 1.2\n---\n${text}`,
    'brackets around all': `{x: [${'a, '.repeat(400)}b]}`,
    'a key that is no plain text': text.replace('\nservices:', '\n? services\n:'),
  }))
    it(`do not exist in ${what}`, () => {
      assert.equal(new KeptPieces().documentOf(changed), undefined);
    });
});
