import assert from 'node:assert/strict';
import {
  catalogImage,
  catalogNames,
  catalogSource,
  catalogTag,
} from '../../../server/src/image/catalog/catalog';
import { dataText } from '../../../server/src/image/catalog/data-file';
import {
  type AccountRow,
  type FactsRow,
  type HeaderRow,
  type ImageRow,
} from '../../../server/src/image/catalog/rows';
import { imageFacts, type ImageFacts } from '../../../server/src/image/facts';
import { parseReference } from '../../../server/src/image/reference';
import { valueOf } from '../../../server/src/text/known';

const [first = '{}', ...others] = dataText('hardened-images.jsonl').split('\n').filter(Boolean);
const header = JSON.parse(first) as HeaderRow;
const lines = others.map((line) => JSON.parse(line) as AccountRow | ImageRow);
const accounts = lines.flatMap((line) => ('name' in line ? [] : line));
const rows = lines.flatMap((line) => ('name' in line ? line : []));

interface Listed {
  readonly image: ImageRow;
  readonly tag: string;
  readonly facts: FactsRow;
  readonly system: string;
}

/** Every tag, written out from the data file without the code under test. */
function* everyTag(): Generator<Listed> {
  for (const image of rows)
    for (const [facts, suffixes, tail, versions] of image.tags)
      for (const version of image.versions[versions] ?? [])
        for (const suffix of header.suffixes[suffixes]?.s ?? []) {
          const row = image.facts[facts];
          assert.ok(row, image.name);
          yield {
            image,
            tag: `${version}${suffix}${tail}`,
            facts: row,
            system: header.suffixes[suffixes]?.os ?? '',
          };
        }
}

function factsOf(text: string): ImageFacts {
  const parsed = parseReference(text);
  assert.ok('reference' in parsed, text);
  return imageFacts(parsed.reference);
}

describe('the catalogue', () => {
  it('holds all repositories and tags of its source', () => {
    assert.equal(catalogNames().length, 554);
    assert.equal([...everyTag()].length, 18_095);
    assert.match(catalogSource()?.commit ?? '', /^[0-9a-f]{40}$/);
  });

  it('gives every tag the facts of its row', () => {
    for (const { image, tag, facts: row, system } of everyTag()) {
      const reference = `dhi.io/${image.name}:${tag}`;
      const facts = factsOf(reference);
      const account = accounts[row.user];
      assert.ok(account, reference);
      assert.equal(facts.hardened?.inferred, false, reference);
      assert.deepEqual(
        {
          variant: valueOf(facts.hardened.variant),
          user: valueOf(facts.user),
          uid: valueOf(facts.uid),
          isRoot: valueOf(facts.isRoot),
          shell: facts.shell.state,
          packageManager: valueOf(facts.packageManager),
          libc: valueOf(facts.libc),
          workdir: valueOf(facts.workdir),
          entrypoint: valueOf(facts.entrypoint),
          command: valueOf(facts.command),
          system: valueOf(facts.system),
        },
        {
          variant: row.kind,
          user: account.user ?? String(account.uid),
          uid: account.uid,
          isRoot: account.uid === 0,
          shell: row.sh || row.shInferred ? 'known' : row.shPossible ? 'unknown' : 'absent',
          packageManager: row.pm ?? 'none',
          libc: row.libc ?? (system.startsWith('alpine') ? 'musl' : 'glibc'),
          workdir: row.wd,
          entrypoint: row.ep,
          command: row.cmd,
          system,
        },
        reference,
      );
      assert.equal(valueOf(facts.ports)?.length, row.ports?.length ?? 0, reference);
    }
  });

  it('finds any name in the text as it stands', () => {
    assert.deepEqual(
      catalogNames(),
      rows.map(({ name }) => name),
    );
    // Another name's beginning, its end, and what stands in no name.
    for (const name of ['pytho', 'ython', 'python"', 'Python', 'python:', ''])
      assert.equal(catalogImage(name), undefined, name);
    assert.equal(catalogImage('python'), catalogImage('python'));
  });

  it('says nothing of names and tags that it lacks', () => {
    assert.equal(catalogImage('no-such-image'), undefined);
    assert.equal(catalogImage('__proto__'), undefined);
    assert.equal(catalogTag('python', '2.7'), undefined);
    assert.equal(catalogTag('python', 'constructor'), undefined);
  });

  it('tells a tag’s parts', () => {
    const { version, suffix, tail, system } = catalogTag('python', '3.12-alpine3.24-sfw-dev') ?? {};
    assert.deepEqual([version, suffix, tail, system], ['3.12', '-alpine3.24', '-sfw-dev', 'alpine3.24']);
  });
});
