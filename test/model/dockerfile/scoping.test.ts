import assert from 'node:assert/strict';
import { type DockerfileOptions } from '../../../server/src/dockerfile/model';
import { parseDockerfile } from '../../../server/src/dockerfile/parse';
import { ABSENT, known, type Known, UNKNOWN } from '../../../server/src/text/known';

function shown(value: Known<string> | undefined): string {
  return value?.state === 'known' ? `=${value.value}` : (value?.state ?? 'none');
}

describe('what FROM stands on', () => {
  const cases: readonly (readonly [string, string, DockerfileOptions?])[] = [
    ['FROM a:1', '=a:1'],
    ['ARG V=3\nFROM a:$V', '=a:3'],
    ['ARG V=3\nARG I=a:${V}-slim\nFROM $I', '=a:3-slim'],
    ['ARG V\nFROM a:$V', 'unknown'],
    ['ARG V\nFROM a:${V:-3}', '=a:3'],
    ['FROM a:$V', 'unknown'],
    ['FROM a:${V:-3}', '=a:3'],
    ['ARG V=3\nFROM a:${V:+4}', '=a:4'],
    ['ARG V=3.12.1\nFROM a:${V%.*}', '=a:3.12'],
    ['ARG V=\nFROM $V', 'unknown'],
    ['FROM a-$TARGETARCH', 'unknown'],
    ['FROM ${HTTP_PROXY:-a}', 'unknown'],
    ['ARG V=3\nFROM a:$V', '=a:4', { buildArgs: new Map([['V', known('4')]]) }],
    ['ARG V\nFROM a:$V', '=a:4', { buildArgs: new Map([['V', known('4')]]) }],
    ['ARG V=3\nFROM a:$V', 'unknown', { buildArgs: new Map([['V', UNKNOWN]]) }],
    ['ARG V=3\nFROM a:$V', '=a:3', { buildArgs: new Map([['V', ABSENT]]) }],
    ['FROM a:$V', 'unknown', { buildArgs: new Map([['V', known('4')]]) }],
    ['ARG A=1 B=$A\nFROM a:$B', '=a:1'],
    ['ARG A=1\nARG A=2\nFROM a:$A', '=a:2'],
    ['ARG A=1\nARG A\nFROM a:$A', '=a:1'],
    ['FROM x\nARG V=3\nFROM a:$V', 'unknown'],
    ['FROM "a:1"', '=a:1'],
    ['FROM', 'unknown'],
  ];
  for (const [text, expected, options] of cases)
    it(text, () =>
      assert.equal(shown(parseDockerfile(text, options).stages.at(-1)?.base.resolved), expected),
    );
});

describe('variables in a stage', () => {
  const cases: readonly (readonly [string, string, DockerfileOptions?])[] = [
    ['FROM a\nENV x=1', '=1'],
    ['FROM a\nARG x=1', '=1'],
    ['FROM a\nARG x', 'unknown'],
    ['FROM a', 'absent'],
    ['ARG x=1\nFROM a', 'absent'],
    ['ARG x=1\nFROM a\nARG x', '=1'],
    ['ARG x=1\nFROM a\nARG x=2', '=2'],
    ['ARG x\nFROM a\nARG x', 'unknown'],
    ['FROM a\nARG x=1\nENV x=2', '=2'],
    ['FROM a\nARG x=1\nENV x=$x', '=1'],
    ['FROM a\nENV x=1\nARG x', '=1'],
    ['FROM a\nENV x=1\nARG x=1', '=1'],
    ['FROM a\nENV x=1\nARG x=2', 'unknown'],
    ['FROM a\nENV x=1\nENV x=2', '=2'],
    ['FROM a\nENV y=1\nENV y=2 x=$y', '=1'],
    ['FROM a\nARG y=1\nARG y=2 x=$y', '=2'],
    ['FROM a\nENV x=$PYTHON_VERSION', 'unknown'],
    ['FROM scratch\nENV x=a$nothing', '=a'],
    ['FROM scratch\nENV x=$PATH', 'unknown'],
    ['FROM a\nARG x=1', '=2', { buildArgs: new Map([['x', known('2')]]) }],
    ['FROM a', 'absent', { buildArgs: new Map([['x', known('2')]]) }],
    ['FROM a AS b\nENV x=1\nFROM b', '=1'],
    ['FROM a AS b\nARG x=1\nFROM b', '=1'],
    ['FROM a AS b\nENV x=1\nFROM c', 'absent'],
    ['FROM a AS b\nONBUILD ENV x=1\nFROM b', '=1'],
    ['FROM a AS b\nONBUILD ENV x=1', 'absent'],
    ['FROM a AS b\nONBUILD ENV x=1\nFROM b AS c\nFROM c', '=1'],
    ['FROM a\nENV x 1 2', '=1 2'],
    ['FROM a\nLABEL x=1', 'absent'],
  ];
  for (const [text, expected, options] of cases)
    it(text, () =>
      assert.equal(shown(parseDockerfile(text, options).stages.at(-1)?.final.variable('x')), expected),
    );

  it('never takes PATH, proxies and declared platform ARGs for absent', () => {
    const state = parseDockerfile('FROM scratch\nARG TARGETARCH').stages[0]?.final;
    const names = ['PATH', 'HTTP_PROXY', 'https_proxy', 'TARGETARCH', 'TARGETOS'];
    assert.deepEqual(
      names.map((name) => state?.variable(name).state),
      ['unknown', 'unknown', 'unknown', 'unknown', 'absent'],
    );
  });

  it('says what holds before each instruction', () => {
    const [stage] = parseDockerfile('FROM a\nRUN b\nENV x=1\nRUN c\nENV x=2 y=3\nRUN d').stages;
    assert.ok(stage);
    assert.deepEqual(
      stage.instructions.map((each) => shown(stage.before(each).variable('x'))),
      ['absent', 'absent', '=1', '=1', '=2'],
    );
    assert.equal(shown(stage.before(stage.from).variable('x')), 'absent');
  });

  it('names what set a variable last', () => {
    const [, child] = parseDockerfile('FROM a AS b\nENV x=1 y=2\nFROM b\nARG z=1\nENV x=3').stages;
    const variables = [...(child?.final.variables ?? [])];
    assert.deepEqual(
      variables.map(([name, { kind, value, instruction }]) => [name, kind, shown(value), instruction.index]),
      [
        ['x', 'env', '=3', 4],
        ['y', 'env', '=2', 1],
        ['z', 'arg', '=1', 3],
      ],
    );
  });

  it('resolves pairs where they stand', () => {
    const text =
      'ARG g=$h\nARG h=1\nARG i=$h\nFROM a\nARG h\nENV x=$h y=$x\nLABEL l=$x\nARG q=1 r=$q\nONBUILD ENV z=$x w=1';
    const values = parseDockerfile(text).instructions.flatMap((each) => {
      const own = each.keyword === 'ONBUILD' ? each.trigger : each;
      return own !== undefined && 'pairs' in own
        ? own.pairs.map(({ name, resolved }) => name + shown(resolved))
        : [];
    });
    assert.deepEqual(values, [
      'gunknown',
      'h=1',
      'i=1',
      'h=1',
      'x=1',
      'yunknown',
      'l=1',
      'q=1',
      'r=1',
      'zunknown',
      'w=1',
    ]);
  });
});
