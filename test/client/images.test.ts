import assert from 'node:assert/strict';
import { type ImageNode } from '../../client/src/images/node';
import { type Grouping, nodesOf } from '../../client/src/images/nodes';
import { type ImageInventoryAnswer } from '../../server/src/protocol/inventory/messages';
import { WorkspaceImages } from '../../server/src/service/inventory/workspace-images';
import { defaultSettings } from '../../server/src/service/settings';
import { findDocuments } from '../../server/src/workspace/find-documents';
import { hostOf, type ProjectTexts } from '../support/project';

async function answer(texts: ProjectTexts): Promise<ImageInventoryAnswer> {
  const host = hostOf(texts);
  const images = new WorkspaceImages(
    host,
    () => Promise.resolve(defaultSettings),
    () => '2026-11-21',
  );
  return images.read(await findDocuments(host, ['file:///w']));
}

async function nodes(texts: ProjectTexts, grouping: Grouping = 'image'): Promise<readonly ImageNode[]> {
  return nodesOf(await answer(texts), grouping, (uri) => uri.replace('file:///w/', ''));
}

/** Rows as they are read, those below indented. */
function rows(list: readonly ImageNode[], indent = ''): readonly string[] {
  return list.flatMap((node) => [
    `${indent}${node.icon.id} ${node.label} | ${node.description}`,
    ...rows(node.children, `${indent}  `),
  ]);
}

const texts = {
  'app/Dockerfile': 'FROM python:3.8 AS build\nFROM dhi.io/python:3.12-debian13\nCOPY --from=node:24 /a /b\n',
  'b/Dockerfile': 'ARG X\nFROM docker.io/library/node:24 AS a\nFROM ${X}\n',
  'compose.yaml': 'services:\n  web:\n    image: nginx\n  db:\n    image: Bad\n',
};

describe('the rows of the view of images', () => {
  it('are the images with their uses', async () => {
    assert.deepEqual(rows(await nodes(texts)), [
      'question ${X} | not known: a variable has no value',
      '  layers b/Dockerfile:3 | stage, ships',
      'question Bad | not a valid reference',
      '  server-process compose.yaml:5 | service db',
      'verified-filled dhi.io/python:3.12-debian13 | hardened runtime',
      '  layers app/Dockerfile:2 | stage, ships',
      'unverified nginx | not hardened · not pinned',
      '  server-process compose.yaml:3 | service web',
      'unverified node:24 | not hardened · 2 uses',
      '  copy app/Dockerfile:3 | copied from',
      '  layers b/Dockerfile:2 | stage a, builds',
      'history python:3.8 | not hardened · ended 2024-10-07',
      '  layers app/Dockerfile:1 | stage build, builds',
    ]);
  });

  it('are the files with their uses, the other way round', async () => {
    assert.deepEqual(rows(await nodes({ 'compose.yaml': texts['compose.yaml'] }, 'file')), [
      'file compose.yaml | 2 images · 1 not hardened',
      '  server-process nginx | line 3 · service web · not hardened · not pinned',
      '  server-process Bad | line 5 · service db · not a valid reference',
    ]);
  });

  it('lead to the place, and say to a screen reader what they show', async () => {
    const [, , , nginx] = await nodes(texts);
    const [use] = nginx?.children ?? [];
    assert.equal(use?.uri, 'file:///w/compose.yaml');
    assert.deepEqual(use.range, { start: { line: 2, character: 11 }, end: { line: 2, character: 16 } });
    assert.deepEqual(use.position, use.range.start);
    assert.equal(use.spoken, 'compose.yaml:3, service web');
    assert.equal(nginx?.spoken, 'nginx, not hardened, not pinned, 1 use');
  });

  it('say what can be done with them', async () => {
    const abilities = (await nodes(texts)).flatMap(({ children }) =>
      children.map(({ label, abilities: words }) => `${label} ${words.join(' ')}`),
    );
    assert.deepEqual(abilities, [
      'b/Dockerfile:3 reference',
      'compose.yaml:5 reference',
      'app/Dockerfile:2 reference facts',
      'compose.yaml:3 reference facts replaceable',
      'app/Dockerfile:3 reference facts',
      'b/Dockerfile:2 reference facts replaceable',
      'app/Dockerfile:1 reference facts',
    ]);
    const [, , hardened, nginx] = await nodes(texts);
    assert.equal(nginx?.children[0]?.counterpart, 'dhi.io/nginx:1.31-debian13');
    assert.equal(hardened?.reference, 'dhi.io/python:3.12-debian13');
  });

  it('explain an image, and name the counterpart', async () => {
    const [python, debian] = await nodes({
      Dockerfile: 'FROM python:3.12\nFROM debian:13@sha256:' + 'a'.repeat(64),
    });
    const tip = debian?.tooltip ?? '';
    assert.match(tip, /\| Hardened counterpart \| `dhi\.io\/python:3\.12-debian13-dev` \|/);
    assert.match(tip, /\| End of life \| 2028-10-31 \(Python 3\.12\) \|/);
    assert.match(tip, /\| User \| root 0 \|/);
    assert.equal(python?.label, `debian:13@sha256:${'a'.repeat(12)}…`);
    assert.match(python.tooltip, /\| Pinned by \| digest \|/);
  });

  it('keep their names when something else changes', async () => {
    const ids = (list: readonly ImageNode[]): readonly string[] =>
      list.flatMap(({ id, children }) => [id, ...ids(children)]);
    const before = ids(await nodes(texts));
    const after = ids(await nodes({ ...texts, 'z/Dockerfile': 'FROM alpine:3\n' }));
    assert.equal(new Set(after).size, after.length);
    assert.deepEqual(
      before.filter((id) => !after.includes(id)),
      [],
    );
  });

  it('write nothing of a file into Markdown but text', async () => {
    const [node] = await nodes({ 'compose.yaml': 'services:\n  a:\n    image: "`[x](command:y)|\\n# z"\n' });
    assert.doesNotMatch(node?.tooltip ?? '', /^# z/m);
    assert.match(node?.tooltip ?? '', /^\*\*`` `\[x\]\(command:y\)\| # z/);
    assert.doesNotMatch(node?.label ?? '', /\n/);
  });
});
