import assert from 'node:assert/strict';
import { type ShellCommand, type ShellScript } from '../../../server/src/shell/model';
import { parseShell } from '../../../server/src/shell/parse';
import { MappedText } from '../../../server/src/text/mapped';

const START = 1000;

function read(text: string): ShellScript {
  return parseShell(MappedText.verbatim(text, START));
}

/** A script's commands on one line each: joint, marks (`?` conditional, `$` substituted), words. */
function shape(text: string): string[] {
  return read(text).commands.map((command) => {
    const marks = (command.conditional ? '?' : '') + (command.substituted ? '$' : '');
    return [command.joinedBy + marks, command.name, ...command.args.map((word) => word.value)].join(' ');
  });
}

function only(text: string): ShellCommand {
  const { commands } = read(text);
  const [command] = commands;
  assert.equal(commands.length, 1);
  assert.ok(command);
  return command;
}

function written(text: string, at: { start: number; end: number }): string {
  return text.slice(at.start - START, at.end - START);
}

describe('parseShell', () => {
  const shapes: Record<string, [string, string[]]> = {
    'lists and what joins them': ['a 1; b && c || d & e', ['start a 1', '; b', '&& c', '||? d', '; e']],
    pipelines: ['a | b |& c', ['start a', '| b', '| c']],
    if: [
      'if a; then b; elif c; then d; else e; fi; f',
      ['start a', 'start? b', 'start? c', 'start? d', 'start? e', '; f'],
    ],
    loops: [
      'for x in $(ls); do a; done; while b; do c; done; until d; do e; done',
      ['start$ ls', 'start? a', 'start b', 'start? c', 'start d', 'start? e'],
    ],
    case: ['case $x in a) b; c;; *) d;; esac', ['start? b', ';? c', 'start? d']],
    functions: ['f() { a; }; function g { b; }; f', ['start? a', 'start? b', '; f']],
    'subshells and braces': ['(a; b) && { c; }', ['start a', '; b', 'start c']],
    'what runs after a failure': ['a || { b; c; } && d', ['start a', 'start? b', ';? c', '&& d']],
    substitutions: [
      'a "$(b $(c))" `d` <(e) ${X:-$(f)}',
      [
        'start a $(b $(c)) `d` <(e) ${X:-$(f)}',
        'start$ b $(c)',
        'start$ c',
        'start$ d',
        'start$ e',
        'start$ f',
      ],
    ],
    'substitutions in assignments, tests and arithmetic': [
      'X=$(a); [[ -n $(b) ]]; (( $(c) > 1 )); A=(x $(d))',
      ['start ', 'start$ a', 'start$ b', 'start$ c', '; ', 'start$ d'],
    ],
    'nested back-ticks': ['a `b \\`c\\``', ['start a `b \\`c\\``', 'start$ b `c`', 'start$ c']],
    'substitutions in heredocs': ['cat <<E\n$(a)\nE\ncat <<"E"\n$(b)\nE', ['start cat', 'start$ a', '; cat']],
    comments: ['a # b; c\nd', ['start a', '; d']],
    'compound commands in a pipeline': [
      '{ a; b; } | while read x; do c; done',
      ['start a', '; b', 'start read x', 'start? c'],
    ],
  };
  for (const [title, [text, expected]] of Object.entries(shapes))
    it(`reads ${title}`, () => assert.deepEqual(shape(text), expected));

  it('takes quotes off words and tells what the shell would change', () => {
    const text = `run 'a b' "c $D" e\\ f *.g {h,i} ~/j $'k\\n' "\${L:-$M}" "lit" pkg[extra]`;
    const facts = only(text).args.map((word) => [
      word.value,
      word.literal,
      word.quoted,
      word.variables.join(),
    ]);
    assert.deepEqual(facts, [
      ['a b', true, true, ''],
      ['c $D', false, true, 'D'],
      ['e f', true, true, ''],
      ['*.g', false, false, ''],
      ['{h,i}', false, false, ''],
      ['~/j', false, false, ''],
      ['k\n', true, true, ''],
      ['${L:-$M}', false, true, 'L,M'],
      ['lit', true, true, ''],
      ['pkg[extra]', false, false, ''],
    ]);
  });

  it('names a program by the last part of its path, and not at all where it is a variable', () => {
    assert.deepEqual(
      read('/usr/bin/apt-get x; $PIP install; \\rm y').commands.map((command) => command.name),
      ['apt-get', '', 'rm'],
    );
  });

  it('leads every span back to the document', () => {
    // What a RUN looks like without its continuation: "apt-get install \<newline>  -y curl".
    const document = 'RUN apt-get install \\\n  -y "curl"';
    const text = new MappedText('apt-get install   -y "curl"', [
      { at: 0, start: 4 },
      { at: 16, start: 22 },
    ]);
    const [command] = parseShell(text).commands;
    assert.ok(command);
    const parts = [command.program, ...command.args].map(
      (word) => word && document.slice(word.span.start, word.span.end),
    );
    assert.deepEqual(parts, ['apt-get', 'install', '-y', '"curl"']);
    assert.deepEqual(command.span, { start: 4, end: document.length });
  });

  it('reads assignments', () => {
    const text = 'A=1 B="x y" C+=z run D=2';
    const command = only(text);
    assert.deepEqual(
      command.assignments.map((each) => [each.name, each.value?.value, written(text, each.span)]),
      [
        ['A', '1', 'A=1'],
        ['B', 'x y', 'B="x y"'],
        ['C', undefined, 'C+=z'],
      ],
    );
    assert.deepEqual(
      command.args.map((word) => word.value),
      ['D=2'],
    );
  });

  it('reads a command that only assigns or redirects', () => {
    const [assigns, redirects] = read('A=1; > file').commands;
    assert.equal(assigns?.program, undefined);
    assert.equal(assigns?.assignments[0]?.name, 'A');
    assert.equal(redirects?.name, '');
    assert.equal(redirects.redirects[0]?.target?.value, 'file');
  });

  it('reads redirects and the bodies of heredocs', () => {
    const text = 'cat <<-EOF >/etc/x 2>&1\n\tone\n\t\ttwo $X\n\tEOF\nnext';
    const [command] = read(text).commands;
    assert.ok(command);
    assert.deepEqual(
      command.redirects.map((each) => [each.operator, each.target?.value]),
      [
        ['<<-', 'EOF'],
        ['>', '/etc/x'],
        ['>&', '1'],
      ],
    );
    const body = command.redirects[0]?.heredoc;
    assert.ok(body);
    assert.equal(body.text, 'one\ntwo $X\n');
    assert.equal(body.offsetOf(body.text.indexOf('two')), START + text.indexOf('two'));
    assert.equal(written(text, command.span), 'cat <<-EOF >/etc/x 2>&1');
  });

  it('joins all commands of a pipeline, those of groups in it too', () => {
    const script = read('{ curl x; (a | b); } | sh; c');
    assert.deepEqual(
      script.pipelines.map((pipeline) => pipeline.commands.map((command) => command.name)),
      [
        ['curl', 'a', 'b', 'sh'],
        ['a', 'b'],
      ],
    );
    const [curl, a, , , last] = script.commands;
    assert.equal(curl?.pipeline, script.pipelines[0]);
    assert.equal(a?.pipeline, script.pipelines[1]);
    assert.equal(last?.pipeline, undefined);
  });

  it('keeps a pipeline inside a substitution apart from the one around it', () => {
    const { pipelines } = read('echo "$(a | b)" | c');
    assert.deepEqual(
      pipelines.map((pipeline) => pipeline.commands.map((command) => command.name)),
      [
        ['echo', 'c'],
        ['a', 'b'],
      ],
    );
  });

  it('says where a text is no valid shell, and still reads what it can', () => {
    for (const text of ['if a; then', 'echo "x', 'a && ', 'a $(b', ')', "sh -c 'if'", '$('.repeat(50)])
      assert.equal(read(text).complete, false, text);
    assert.deepEqual(shape('apt-get update && echo "x')[0], 'start apt-get update');
    assert.equal(read('a; b').complete, true);
    assert.deepEqual(read('').commands, []);
  });

  it('keeps spans inside a text that ends in the middle of something', () => {
    const text = 'run "$((a `b\\';
    for (const command of read(text).commands) assert.ok(command.span.end <= START + text.length);
  });

  for (const text of [
    '$(',
    '`',
    '"$(',
    '<(',
    '${a:-',
    '$((',
    '<<a ',
    'a || ',
    "sh -c '",
    '(',
    'if a; then ',
    'X=1 ',
    'a|',
    '"$( ")" ',
  ])
    it(`comes to an end with "${text}" again and again`, () => {
      const long = text.repeat(Math.floor(100_000 / text.length));
      for (const { span } of read(long).commands)
        assert.ok(START <= span.start && span.start <= span.end && span.end <= START + long.length);
    });
});
