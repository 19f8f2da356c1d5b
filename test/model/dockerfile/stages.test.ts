import assert from 'node:assert/strict';
import { type Dockerfile, type DockerfileOptions } from '../../../server/src/dockerfile/model';
import { parseDockerfile } from '../../../server/src/dockerfile/parse';

function shipped(text: string, options?: DockerfileOptions): readonly number[] {
  return parseDockerfile(text, options).shippedStages.map(({ index }) => index);
}

describe('stages', () => {
  it('have names, spans and instructions', () => {
    const { stages, source } = parseDockerfile('ARG a\nFROM a AS B\nRUN x\n# c\nFROM b\n');
    const [first, second] = stages;
    assert.ok(first && second);
    assert.equal(first.name, 'B');
    assert.equal(first.nameSpan && source.slice(first.nameSpan), 'B');
    assert.equal(source.slice(first.span), 'FROM a AS B\nRUN x');
    assert.equal(source.slice(second.span), 'FROM b');
    assert.deepEqual(
      first.instructions.map(({ keyword }) => keyword),
      ['RUN'],
    );
    assert.equal(first.instructions[0]?.stage, first);
    assert.equal(first.from.stage, first);
  });

  it('gives instructions before the first FROM no stage', () => {
    const { instructions, globalArgs } = parseDockerfile('ARG a\nRUN b\nARG c\nFROM d\nARG e');
    assert.deepEqual(
      instructions.map(({ stage }) => stage?.index),
      [undefined, undefined, undefined, 0, 0],
    );
    assert.deepEqual(
      globalArgs.map(({ index }) => index),
      [0, 2],
    );
  });

  it('are found by name in any case and by index; the last of a name', () => {
    const file = parseDockerfile('FROM a AS x\nFROM b AS X\nFROM c');
    const find = (name: string): number | undefined => file.stage(name)?.index;
    assert.deepEqual(
      [find('x'), find('0'), find('2'), find('3'), find('y'), find('-1')],
      [1, 0, 2, undefined, undefined, undefined],
    );
  });

  const bases: readonly (readonly [string, number | undefined])[] = [
    ['FROM a AS x\nFROM x', 0],
    ['FROM a AS X\nFROM x', 0],
    ['FROM a AS x\nFROM X', 0],
    ['FROM a AS x\nFROM b AS x\nFROM x', 1],
    ['FROM x AS x', undefined],
    ['FROM a AS x\nFROM x AS x', 0],
    ['FROM a AS x\nFROM 0', undefined],
    ['FROM a\nFROM x\nFROM b AS x', undefined],
    ['ARG B=x\nFROM a AS x\nFROM $B', 0],
    ['FROM a AS python\nFROM python', 0],
    ['FROM a AS python\nFROM python:3', undefined],
    ['FROM a AS scratch\nFROM scratch', 0],
  ];
  for (const [text, index] of bases)
    it(`stand on earlier ones by name: ${text}`, () => {
      const base = parseDockerfile(text).stages.at(-1)?.base;
      assert.equal(base?.stage?.index, index);
      assert.equal(base?.image !== undefined && base.stage !== undefined, false);
    });

  it('know their base', () => {
    const { stages, source } = parseDockerfile('ARG V=1\nFROM a:$V\nFROM scratch\nFROM A:\nFROM $X');
    assert.deepEqual(
      stages.map(({ base }) => [base.text, base.isScratch, base.image?.tag, source.slice(base.span)]),
      [
        ['a:$V', false, '1', 'a:$V'],
        ['scratch', true, undefined, 'scratch'],
        ['A:', false, undefined, 'A:'],
        ['$X', false, undefined, '$X'],
      ],
    );
    assert.deepEqual(
      stages.map(({ base: { facts } }) => [facts.isRoot.state, facts.shell.state]),
      [
        ['unknown', 'unknown'],
        ['known', 'absent'],
        ['unknown', 'unknown'],
        ['unknown', 'unknown'],
      ],
    );
  });

  it('take the facts of the image that the chain stands on', () => {
    const { stages } = parseDockerfile('FROM debian:12 AS a\nFROM a AS b\nFROM b');
    assert.deepEqual(stages[2]?.base.facts, stages[0]?.base.facts);
    assert.equal(stages[2]?.base.facts.packageManager.state, 'known');
  });

  it('know their platform', () => {
    const { stages } = parseDockerfile(
      'FROM a\nFROM --platform=linux/amd64 a\nFROM --platform=$BUILDPLATFORM a',
    );
    assert.deepEqual(
      stages.map(({ platform }) => platform.state),
      ['absent', 'known', 'unknown'],
    );
  });

  it('ship: the last, targets, and what these stand on', () => {
    const text = 'FROM a AS a1\nFROM b AS b1\nFROM a1 AS c1\nCOPY --from=b1 / /\nFROM x AS d1\nFROM c1';
    assert.deepEqual(shipped(text), [0, 2, 4]);
    assert.deepEqual(shipped(text, { shippedTargets: ['B1', 'nothing'] }), [0, 1, 2, 4]);
    const file = parseDockerfile(text);
    assert.deepEqual(
      file.stages.map((stage) => file.ships(stage)),
      [true, false, true, false, true],
    );
    assert.deepEqual(shipped(''), []);
  });
});

describe('what stages take from others', () => {
  function uses(file: Dockerfile): unknown[] {
    return file.stages.flatMap((stage) =>
      stage.uses.map(({ text, stage: from, image, byIndex, resolved, instruction, span }) => {
        assert.equal(file.source.slice(span).replaceAll('"', ''), text);
        return [stage.index, text, from?.index, image?.name, byIndex, resolved.state, instruction.keyword];
      }),
    );
  }

  it('names earlier stages and images', () => {
    const text = [
      'FROM a AS First',
      'FROM b AS second',
      'COPY --from=first /a /b',
      'COPY --from="0" /a /b',
      'COPY --from=nginx:1 /a /b',
      'RUN --mount=type=bind,from=FIRST,target=/x --mount=from=ghcr.io/astral-sh/uv:1,source=/uv,target=/uv uv',
      'ONBUILD COPY --from=first /a /b',
      'ADD --from=first a b',
    ].join('\n');
    assert.deepEqual(uses(parseDockerfile(text)), [
      [1, 'first', 0, undefined, false, 'known', 'COPY'],
      [1, '0', 0, undefined, true, 'known', 'COPY'],
      [1, 'nginx:1', undefined, 'nginx', false, 'known', 'COPY'],
      [1, 'FIRST', 0, undefined, false, 'known', 'RUN'],
      [1, 'ghcr.io/astral-sh/uv:1', undefined, 'ghcr.io/astral-sh/uv', false, 'known', 'RUN'],
      [1, 'first', 0, undefined, false, 'known', 'COPY'],
    ]);
  });

  it('names no stage and no image for its own, a later one, or what is unknown', () => {
    const text = [
      'FROM a AS own',
      'COPY --from=own /a /b',
      'COPY --from=later /a /b',
      'COPY --from=0 /a /b',
      'COPY --from=1 /a /b',
      'COPY --from=9 /a /b',
      'COPY --from=-1 /a /b',
      'COPY --from=$X /a /b',
      'COPY --from=Bad:: /a /b',
      'COPY --from= /a /b',
      'FROM b AS later',
    ].join('\n');
    const file = parseDockerfile(text);
    const references = file.stages.flatMap((stage) => stage.uses);
    assert.deepEqual(
      references.map(({ stage, image }) => [stage, image]),
      references.map(() => [undefined, undefined]),
    );
    assert.deepEqual(
      references.map((reference) => file.stage(reference.text)?.index),
      [0, 1, 0, 1, undefined, undefined, undefined, undefined, undefined],
    );
  });
});
