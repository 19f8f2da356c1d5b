import assert from 'node:assert/strict';
import { type Instruction } from '../../../server/src/dockerfile/model';
import { parseDockerfile } from '../../../server/src/dockerfile/parse';
import { type Source } from '../../../server/src/text/source';

function first(text: string): { readonly source: Source; readonly instruction: Instruction } {
  const { source, instructions } = parseDockerfile(text);
  const [instruction] = instructions;
  assert.ok(instruction);
  return { source, instruction };
}

describe('Dockerfile flags', () => {
  const cases: readonly (readonly [string, readonly string[], string])[] = [
    ['COPY --from=a --link b c', ['from=a', 'link'], 'b c'],
    ['COPY --FROM=a b c', ['from=a'], 'b c'],
    ['COPY --chown="a b" c d', ['chown=a b'], 'c d'],
    ['COPY --chown=$U:${G} c d', ['chown=$U:${G}'], 'c d'],
    [
      'RUN --mount=type=cache,target=/x \\\n  --network=none a',
      ['mount=type=cache,target=/x', 'network=none'],
      'a',
    ],
    ['RUN -- --a', [], '--a'],
    ['RUN a --b', [], 'a --b'],
    ['RUN -a', [], '-a'],
    ['COPY --from= a b', ['from='], 'a b'],
    ['HEALTHCHECK --interval=5s CMD x', ['interval=5s'], 'CMD x'],
    ['RUN --a', ['a'], ''],
  ];
  for (const [text, flags, body] of cases)
    it(text, () => {
      const { source, instruction } = first(text);
      const shown = instruction.flags.map(({ name, value }) =>
        value === undefined ? name : `${name}=${value}`,
      );
      assert.deepEqual(shown, flags);
      assert.equal(instruction.body.text, body);
      for (const { name, nameSpan, span } of instruction.flags) {
        assert.equal(source.slice(nameSpan).toLowerCase(), name);
        assert.ok(source.slice(span).startsWith('--'));
      }
    });

  it('has the span of the value with its quotes', () => {
    const { source, instruction } = first("COPY --chown='a b' c d");
    const span = instruction.flags[0]?.valueSpan;
    assert.equal(span && source.slice(span), "'a b'");
  });
});

describe('Dockerfile JSON form', () => {
  const cases: readonly (readonly [string, readonly string[] | undefined])[] = [
    ['CMD ["a", "b c"]', ['a', 'b c']],
    ['CMD [ "a" ,\\\n  "b" ]', ['a', 'b']],
    ['CMD []', []],
    ['CMD ["a\\"b", "\\u0041"]', ['a"b', 'A']],
    ["CMD ['a']", undefined],
    ['CMD ["a" "b"]', undefined],
    ['CMD ["a",]', undefined],
    ['CMD ["a", 1]', undefined],
    ['CMD ["a"] b', undefined],
    ['CMD ["a\\x"]', undefined],
    ['CMD ["a', undefined],
    ['RUN ["a"]', ['a']],
    ['COPY ["a", "b"]', ['a', 'b']],
    ['COPY --link ["a", "b"]', ['a', 'b']],
    ['VOLUME ["/a"]', ['/a']],
    ['SHELL ["/bin/sh", "-c"]', ['/bin/sh', '-c']],
    ['EXPOSE ["80"]', undefined],
    ['USER ["a"]', undefined],
  ];
  for (const [text, items] of cases)
    it(text, () => {
      const { source, instruction } = first(text);
      assert.deepEqual(
        instruction.json?.items.map(({ value }) => value),
        items,
      );
      for (const { span } of instruction.json?.items ?? []) assert.match(source.slice(span), /^".*"$/);
    });

  it('spans the whole array, continuations inside', () => {
    const { source, instruction } = first('CMD ["a", \\\n # x\n  "b"] \n');
    assert.equal(instruction.json && source.slice(instruction.json.span), '["a", \\\n # x\n  "b"]');
  });
});

describe('Dockerfile pairs', () => {
  type Row = readonly [name: string, value: string | undefined];
  const cases: readonly (readonly [string, readonly Row[]])[] = [
    ['ENV a=1', [['a', '1']]],
    [
      'ENV a=1 b="two words" c=',
      [
        ['a', '1'],
        ['b', 'two words'],
        ['c', ''],
      ],
    ],
    [
      "ENV a='$x' b=a\\ b",
      [
        ['a', '$x'],
        ['b', 'a b'],
      ],
    ],
    ['ENV a="x\\"y"', [['a', 'x"y']]],
    ['ENV a=b=c', [['a', 'b=c']]],
    [
      'ENV a=1 \\\n # no\n    b=2',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    ['ENV a  b  c ', [['a', 'b  c']]],
    ['ENV a b=c', [['a', 'b=c']]],
    ['ENV a', [['a', undefined]]],
    ['ENV', []],
    ['LABEL "a b"="c"', [['a b', 'c']]],
    ['LABEL a b', [['a', 'b']]],
    ['ARG a', [['a', undefined]]],
    [
      'ARG a b=2 c=',
      [
        ['a', undefined],
        ['b', '2'],
        ['c', ''],
      ],
    ],
    [
      '# escape=`\nENV a=x` y b=c:\\d',
      [
        ['a', 'x y'],
        ['b', 'c:\\d'],
      ],
    ],
  ];
  for (const [text, rows] of cases)
    it(text, () => {
      const { source, instruction } = first(text);
      assert.ok('pairs' in instruction);
      assert.deepEqual(
        instruction.pairs.map(({ name, value }) => [name, value]),
        rows,
      );
      for (const pair of instruction.pairs) {
        if (pair.valueSpan === undefined) continue;
        assert.ok(source.slice(pair.span).startsWith(source.slice(pair.nameSpan)));
        assert.ok(source.slice(pair.span).endsWith(source.slice(pair.valueSpan)));
      }
    });

  it('knows the legacy form', () => {
    const legacy = ['ENV a b', 'LABEL a b', 'ENV a=b', 'ENV a=b c'].map((text) => {
      const { instruction } = first(text);
      return 'legacy' in instruction && instruction.legacy;
    });
    assert.deepEqual(legacy, [true, true, false, false]);
  });

  it('spans names and values', () => {
    const { source, instruction } = first('ENV a="b c" d=e');
    assert.ok('pairs' in instruction);
    assert.deepEqual(
      instruction.pairs.map(({ nameSpan, valueSpan }) => [
        source.slice(nameSpan),
        valueSpan && source.slice(valueSpan),
      ]),
      [
        ['a', '"b c"'],
        ['d', 'e'],
      ],
    );
  });
});

describe('Dockerfile instructions', () => {
  it('reads FROM', () => {
    const { source, instruction } = first('from --platform=linux/amd64 a:1 as B');
    assert.ok(instruction.keyword === 'FROM');
    assert.equal(instruction.keywordText, 'from');
    assert.equal(instruction.image && source.slice(instruction.image.span), 'a:1');
    assert.equal(instruction.as && source.slice(instruction.as.keywordSpan), 'as');
    assert.equal(instruction.as && source.slice(instruction.as.nameSpan), 'B');
  });

  it('reads COPY and ADD', () => {
    const rows = ['COPY a b c/', 'COPY ["a b", "/c"]', 'COPY a', 'ADD'].map((text) => {
      const { instruction } = first(text);
      assert.ok(instruction.keyword === 'COPY' || instruction.keyword === 'ADD');
      return [instruction.sources.map(({ text: source }) => source), instruction.destination?.text];
    });
    assert.deepEqual(rows, [
      [['a', 'b'], 'c/'],
      [['a b'], '/c'],
      [[], undefined],
      [[], undefined],
    ]);
  });

  it('reads ONBUILD and its trigger', () => {
    const { source, instruction } = first('ONBUILD RUN --mount=type=ssh \\\n  a b');
    assert.ok(instruction.keyword === 'ONBUILD' && instruction.trigger?.keyword === 'RUN');
    const { trigger } = instruction;
    assert.equal(source.slice(trigger.span), 'RUN --mount=type=ssh \\\n  a b');
    assert.equal(trigger.mounts[0]?.type, 'ssh');
    assert.equal(trigger.onbuild, instruction);
    assert.equal(trigger.index, instruction.index);
  });

  it('follows no ONBUILD of an ONBUILD', () => {
    const { instruction } = first('ONBUILD ONBUILD RUN a');
    assert.ok(instruction.keyword === 'ONBUILD' && instruction.trigger?.keyword === 'ONBUILD');
    assert.equal(instruction.trigger.trigger, undefined);
  });

  it('reads HEALTHCHECK', () => {
    const rows = [
      'HEALTHCHECK NONE',
      'HEALTHCHECK CMD a b',
      'HEALTHCHECK --retries=3 cmd ["a"]',
      'HEALTHCHECK',
    ].map((text) => {
      const { source, instruction } = first(text);
      assert.ok(instruction.keyword === 'HEALTHCHECK');
      const { none, command } = instruction;
      return [
        none,
        command && source.slice(command.span),
        command?.json?.items.length,
        command?.script?.commands.length,
      ];
    });
    assert.deepEqual(rows, [
      [true, undefined, undefined, undefined],
      [false, 'a b', undefined, 1],
      [false, '["a"]', 1, undefined],
      [false, undefined, undefined, undefined],
    ]);
  });
});
