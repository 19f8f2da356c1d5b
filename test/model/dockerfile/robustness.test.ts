import assert from 'node:assert/strict';
import { type Dockerfile } from '../../../server/src/dockerfile/model';
import { parseDockerfile } from '../../../server/src/dockerfile/parse';
import { variableUses } from '../../../server/src/dockerfile/variables';
import { commandsOf, instructionsOf } from '../../../server/src/dockerfile/walk';
import { type Span } from '../../../server/src/text/span';

/** Reads everything that a model can tell, and checks that what it points at lies in the text. */
function readAll(file: Dockerfile): void {
  const { length } = file.source.text;
  const inside = ({ start, end }: Span): void => assert.ok(0 <= start && start <= end && end <= length);
  for (const each of instructionsOf(
    file,
    ['RUN', 'COPY', 'ADD', 'CMD', 'HEALTHCHECK', 'ENV', 'ARG', 'LABEL', 'USER', 'WORKDIR', 'UNKNOWN'],
    { triggers: true },
  )) {
    const { span, headSpan, keywordSpan, args, flags, heredocs, json } = each;
    for (const part of [span, headSpan, keywordSpan]) inside(part);
    for (const part of [
      ...args,
      ...flags,
      ...(json?.items ?? []),
      ...variableUses(each),
      ...commandsOf(each),
    ])
      inside(part.span);
    for (const { bodySpan, openSpan } of heredocs) [bodySpan, openSpan].forEach(inside);
    if ('pairs' in each)
      for (const pair of each.pairs) ([pair.span, pair.nameSpan].forEach(inside), pair.resolved);
    if (each.keyword === 'RUN')
      for (const { target, options } of each.mounts)
        (options.forEach((option) => inside(option.span)), target);
    if (each.keyword === 'WORKDIR') each.path;
    if (each.keyword === 'USER') [each.user, each.group];
  }
  for (const stage of file.stages) {
    inside(stage.span);
    inside(stage.base.span);
    [stage.final.user, stage.final.variables, stage.effects.users, stage.base.facts, stage.effective('CMD')];
    for (const use of stage.uses) inside(use.span);
    file.ships(stage);
  }
}

/** Counts the processor's time, not the clock's: the machine may be busy with other things. */
function timed(limit: number, text: string): void {
  const before = process.cpuUsage();
  readAll(parseDockerfile(text));
  const { user } = process.cpuUsage(before);
  assert.ok(user < limit * 1_000, `took ${(user / 1_000).toFixed(0)} ms`);
}

const REALISTIC = `# syntax=docker/dockerfile:1
ARG V=3.12
FROM --platform=$BUILDPLATFORM python:\${V}-slim AS build
ENV A="b c" D=$V
WORKDIR /app
RUN --mount=type=cache,target=/root/.cache,"id=x" pip install \\
    # why
    -r requirements.txt && useradd -m app
RUN <<-EOF
\tset -e
\tapt-get install -y curl
\tEOF
ONBUILD COPY --chown=$U:\${G:-1} ["a b", "/c"]
FROM scratch
COPY --from=build <<X --chown=1 /app /app
text $A
X
USER \${U:-app}:grp
HEALTHCHECK --interval=5s CMD curl -f "http://localhost" || exit 1
CMD ["python", "-m", "app"]
`;

describe('Dockerfile reading survives', () => {
  const garbage: readonly string[] = [
    '',
    '\uFEFF',
    '\\',
    '`',
    '\n\n\n',
    '\r',
    '\r\r\n\r',
    'RUN',
    'RUN \\',
    'RUN <<',
    'RUN <<E',
    'RUN <<"',
    'COPY <<a <<b',
    'FROM',
    'FROM AS',
    'FROM a AS',
    'FROM $',
    'FROM ${',
    'ENV =',
    'ENV ==',
    'ENV "',
    'ARG =x',
    'LABEL "a',
    'ONBUILD',
    'ONBUILD \\',
    'HEALTHCHECK CMD',
    'HEALTHCHECK --',
    'USER :',
    'USER ${a:',
    'COPY [',
    'COPY ["',
    'RUN --mount',
    'RUN --mount=,,="',
    'RUN --=',
    '\0\u0001\uD800\uDFFF\u2028 x',
    'RUN \u00a0\u0085\v\f x',
    'FROM a\nRUN a <<b \\',
    'RUN --mount=type=cache,target=',
    '# escape=\n#\n# =',
  ];
  for (const text of garbage) it(JSON.stringify(text), () => readAll(parseDockerfile(text)));

  it('every start of a realistic file, and every file that lacks a character', () => {
    for (let at = 0; at < REALISTIC.length; at += 3) {
      readAll(parseDockerfile(REALISTIC.slice(0, at)));
      readAll(parseDockerfile(REALISTIC.slice(0, at) + REALISTIC.slice(at + 1)));
    }
  });

  it('bytes at random', () => {
    let seed = 42;
    const alphabet = 'FROMRUNCOPYENV \\`"\'$<{}[]:-=,#\n\r\t\0aé\uD83D<<EOF';
    for (let round = 0; round < 300; round++) {
      let text = '';
      for (let length = 0; length < 80; length++) {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        text += alphabet.charAt(seed % alphabet.length);
      }
      readAll(parseDockerfile(text));
    }
  });

  it('stages that name each other and themselves', () => {
    const text = 'FROM b AS a\nCOPY --from=b x y\nFROM a AS b\nCOPY --from=b x y\nFROM b AS a\nFROM a AS a';
    const { stages } = parseDockerfile(text);
    readAll(parseDockerfile(text));
    assert.deepEqual(
      stages.map(({ base }) => base.stage?.index),
      [undefined, 0, 1, 2],
    );
  });
});

describe('Dockerfile reading takes little time for', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['10,000 instructions', `FROM a\n${'ENV a=$b\nRUN echo $a\nWORKDIR x\n'.repeat(3_333)}`],
    ['10,000 continued lines', `FROM a\nRUN a ${'\\\n && b '.repeat(10_000)}`],
    ['10,000 comments in one instruction', `FROM a\nRUN a \\\n${'# c\n'.repeat(10_000)} b`],
    ['10,000 arguments', `FROM a\nARG ${'a=1 '.repeat(10_000)}`],
    [
      '10,000 variables',
      `FROM a\n${Array.from({ length: 10_000 }, (_, i) => `ENV v${i}=$v${i - 1}`).join('\n')}`,
    ],
    [
      'a chain of 5,000 stages',
      `FROM a AS s0\n${Array.from({ length: 5_000 }, (_, i) => `FROM s${i} AS s${i + 1}`).join('\n')}`,
    ],
    ['5,000 stages of one name', 'FROM a AS a\nCOPY --from=a b c\n'.repeat(5_000)],
    ['doubling variables', `FROM a\nENV a=aaaaaaaa\n${'ENV a=$a$a\n'.repeat(100)}`],
    ['heredocs that never end', `RUN ${'<<a '.repeat(2_000)}\n${'x\n'.repeat(5_000)}`],
    ['an open quote in each of many lines', `FROM a\n${'RUN echo "\n'.repeat(3_000)}`],
    ['nested ONBUILD', `ONBUILD ${'ONBUILD '.repeat(20_000)}`],
    ['nested braces', `FROM a\nENV a=${'${a:-'.repeat(20_000)}`],
    ['many flags', `FROM a\nRUN ${'--mount=type=cache,target=/x '.repeat(3_000)}`],
  ];
  for (const [name, text] of cases) it(name, () => timed(2_000, text));
});
