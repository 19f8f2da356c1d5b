import assert from 'node:assert/strict';
import { newDefault, switchImages } from '../../server/src/dockerfile/image-switch/switch-images';
import { parseDockerfile } from '../../server/src/dockerfile/parse';
import { applyEdits } from '../../server/src/text/edit';
import { Source } from '../../server/src/text/source';
import { valueOf } from '../../server/src/text/known';

/** The text after the bases of the stages (by index) became others; absent where they cannot. */
function switched(text: string, changes: Readonly<Record<number, string>>): string | undefined {
  const dockerfile = parseDockerfile(new Source(text));
  const switches = Object.entries(changes).map(([index, to]) => {
    const base = dockerfile.stages[Number(index)]?.base;
    assert.ok(base !== undefined);
    return { span: base.span, from: valueOf(base.resolved) ?? '', to };
  });
  const edits = switchImages(dockerfile, switches);
  return edits && applyEdits(text, edits);
}

const build = 'dhi.io/python:3.12-debian13-dev';
const run = 'dhi.io/python:3.12-debian13';

const cases: readonly {
  readonly name: string;
  readonly text: string;
  readonly changes: Readonly<Record<number, string>>;
  readonly becomes: string | undefined;
}[] = [
  {
    name: 'as it stands there',
    text: 'FROM python:3.12 AS b\nFROM python:3.12-slim\n',
    changes: { 0: build, 1: run },
    becomes: `FROM ${build} AS b\nFROM ${run}\n`,
  },
  {
    name: 'around a version in a variable, which two stages share',
    text: 'ARG V=3.12\nFROM python:${V} AS b\nFROM python:${V}-slim\n',
    changes: { 0: build, 1: run },
    becomes: 'ARG V=3.12\nFROM dhi.io/python:${V}-debian13-dev AS b\nFROM dhi.io/python:${V}-debian13\n',
  },
  {
    name: 'the default of the ARG that holds the tag, its quotes kept',
    text: 'ARG TAG="3.12-debian13-dev"\nFROM dhi.io/python:$TAG\n',
    changes: { 0: run },
    becomes: 'ARG TAG="3.12-debian13"\nFROM dhi.io/python:$TAG\n',
  },
  {
    name: 'a tag that two stages share and that becomes two',
    text: 'ARG TAG=3.12-slim\nFROM python:${TAG} AS b\nFROM python:${TAG}\n',
    changes: { 0: build, 1: run },
    becomes: 'ARG TAG=3.12-debian13\nFROM dhi.io/python:${TAG}-dev AS b\nFROM dhi.io/python:${TAG}\n',
  },
  {
    name: 'all of a reference that two stages share',
    text: 'ARG BASE=python:3.12\nFROM ${BASE} AS b\nFROM $BASE\n',
    changes: { 0: build, 1: run },
    becomes: `ARG BASE=${run}\nFROM \${BASE}-dev AS b\nFROM $BASE\n`,
  },
  {
    name: 'one of the two that share it: the other keeps its image',
    text: 'ARG TAG=3.12-debian13\nFROM dhi.io/python:${TAG} AS b\nFROM dhi.io/python:${TAG}\n',
    changes: { 0: build },
    becomes: 'ARG TAG=3.12-debian13\nFROM dhi.io/python:${TAG}-dev AS b\nFROM dhi.io/python:${TAG}\n',
  },
  {
    name: 'a version cut down, and the words behind it',
    text: 'ARG V=3.12.7\nFROM python:${V}-slim AS b\nFROM python:${V}-slim\n',
    changes: { 0: build, 1: run },
    becomes: 'ARG V=3.12\nFROM dhi.io/python:${V}-debian13-dev AS b\nFROM dhi.io/python:${V}-debian13\n',
  },
  {
    name: 'several variables, of which one changes',
    text: 'ARG P=3\nARG M=12\nARG S=debian13\nFROM dhi.io/python:${P}.${M}-${S}\n',
    changes: { 0: build },
    becomes: 'ARG P=3\nARG M=12\nARG S=debian13-dev\nFROM dhi.io/python:${P}.${M}-${S}\n',
  },
  {
    name: 'a registry in a variable',
    text: 'ARG R=docker.io/library\nFROM ${R}/python:3.11\n',
    changes: { 0: 'docker.io/library/python:3.12' },
    becomes: 'ARG R=docker.io/library\nFROM ${R}/python:3.12\n',
  },
  {
    name: 'a version that a stage asks for as well',
    text: 'ARG V=3.11\nFROM python:${V}\nARG V\nRUN ls /usr/local/lib/python${V}\n',
    changes: { 0: 'python:3.12' },
    becomes: 'ARG V=3.12\nFROM python:${V}\nARG V\nRUN ls /usr/local/lib/python${V}\n',
  },
  {
    name: 'not: a stage asks for more than a version',
    text: 'ARG V=3.11-slim\nFROM python:${V}\nARG V\nRUN echo ${V}\n',
    changes: { 0: 'python:3.12-slim' },
    becomes: undefined,
  },
  {
    name: 'not: another image hangs on the variable',
    text: 'ARG V=3.20\nFROM alpine:${V} AS a\nFROM python:3.12-alpine${V}\n',
    changes: { 0: 'alpine:3.22' },
    becomes: undefined,
  },
  {
    name: 'not: another default hangs on it',
    text: 'ARG V=3.11\nARG NAME=app-${V}\nFROM python:${V}\n',
    changes: { 0: 'python:3.12' },
    becomes: undefined,
  },
  {
    name: 'not: a fallback, whose value may be another',
    text: 'FROM python:${V:-3.11}\n',
    changes: { 0: 'python:3.12' },
    becomes: undefined,
  },
  {
    name: 'not: two values would have to change',
    text: 'ARG V=3\nARG W=1\nFROM python:${V}-${W}\n',
    changes: { 0: 'python:4-2' },
    becomes: undefined,
  },
];

describe('switching images', () => {
  for (const { name, text, changes, becomes } of cases)
    it(name, () => assert.equal(switched(text, changes), becomes));

  it('reads back what it wrote', () => {
    for (const { text, changes, becomes } of cases) {
      if (becomes === undefined) continue;
      const [before, after] = [text, becomes].map((each) => parseDockerfile(new Source(each)).stages);
      for (const [index, stage] of (after ?? []).entries())
        assert.equal(
          valueOf(stage.base.resolved),
          changes[index] ?? valueOf(before?.[index]?.base.resolved ?? stage.base.resolved),
        );
    }
  });

  it('tells when only a default changes', () => {
    const text = 'ARG V=3.11\nFROM python:${V}\n';
    const dockerfile = parseDockerfile(new Source(text));
    const span = dockerfile.stages[0]?.base.span ?? { start: 0, end: 0 };
    const edits = switchImages(dockerfile, [{ span, from: 'python:3.11', to: 'python:3.12' }]) ?? [];
    assert.equal(newDefault(dockerfile, edits), '3.12');
    const literal =
      switchImages(dockerfile, [{ span, from: 'python:3.11', to: 'example/python:3.11' }]) ?? [];
    assert.equal(newDefault(dockerfile, literal), undefined);
  });
});
