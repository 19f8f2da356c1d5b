import assert from 'node:assert/strict';
import { parseShell } from '../../../server/src/shell/parse';
import { ScriptVariables } from '../../../server/src/shell/variables';
import { MappedText } from '../../../server/src/text/mapped';

/** Arguments of the last command, its variables put in. */
function args(text: string): string[] {
  const script = parseShell(MappedText.verbatim(text, 0));
  const command = script.commands.at(-1);
  assert.ok(command);
  return new ScriptVariables(script).args(command).map((word) => word.value);
}

describe('ScriptVariables', () => {
  const cases: [string, string[]][] = [
    ['D="gcc make"; apt-get install -y $D curl', ['install', '-y', 'gcc', 'make', 'curl']],
    ['D="gcc make"; run "$D"', ['gcc make']],
    ["D='gcc make' && run ${D}", ['gcc', 'make']],
    ['export D=gcc; run $D-12', ['gcc-12']],
    ['A=1; B="$A.2"; run v$B', ['v1.2']],
    ['A=1; A=2; run $A', ['2']],
    ['run $A', ['$A']],
    ['A=$(date); run $A', ['$A']],
    ['A=1; A+=2; run $A', ['$A']],
    ['A=1; if x; then A=2; fi; run $A', ['$A']],
    ['A=1; read A; run $A', ['$A']],
    ['A=1; unset A; run $A', ['$A']],
    ['A=1; for A in 2 3; do run $A; done', ['$A']],
    ['A=1 run $A', ['$A']],
    ['A=1; run ${A:-2}', ['${A:-2}']],
    ["A=1; run '$A'", ['$A']],
    ['A=1; run \\$A', ['$A']],
    ['A=; run $A x', ['x']],
    ['A=1; run $A$B', ['$A$B']],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(args(text), expected));

  it('points the words of a value to the use of the variable', () => {
    const text = 'D="gcc make"; apt-get install $D';
    const script = parseShell(MappedText.verbatim(text, 0));
    const command = script.commands[1];
    assert.ok(command);
    const spans = new ScriptVariables(script)
      .args(command)
      .map((word) => text.slice(word.span.start, word.span.end));
    assert.deepEqual(spans, ['install', '$D', '$D']);
    assert.deepEqual(
      command.args.map((word) => word.value),
      ['install', '$D'],
    );
  });

  it('knows what was set before a command, not what is set after it', () => {
    const script = parseShell(MappedText.verbatim('run $A; A=1; run $A', 0));
    const variables = new ScriptVariables(script);
    assert.deepEqual(
      script.commands.map((command) => variables.args(command).map((word) => word.value)),
      [['$A'], [], ['1']],
    );
  });

  it('does not let values grow without end', () => {
    const doubling = Array.from({ length: 60 }, () => 'A="$A$A"').join('; ');
    assert.deepEqual(args(`A=xxxxxxxx; ${doubling}; run $A`), ['$A']);
  });
});
