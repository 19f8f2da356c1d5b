import assert from 'node:assert/strict';
import {
  flagSpan,
  flagUse,
  flagValue,
  flagValues,
  hasFlag,
  operands,
  subcommand,
} from '../../../server/src/shell/flags';
import { type ShellCommand } from '../../../server/src/shell/model';
import { parseShell } from '../../../server/src/shell/parse';
import { MappedText } from '../../../server/src/text/mapped';

function command(text: string): ShellCommand {
  const [first] = parseShell(MappedText.verbatim(text, 0)).commands;
  assert.ok(first);
  return first;
}

describe('flags of shell commands', () => {
  const present: [string, string[], boolean][] = [
    ['apt-get install -y x', ['-y', '--yes'], true],
    ['apt-get -qy install x', ['-y'], true],
    ['apt-get --yes install x', ['-y', '--yes'], true],
    ['apt-get --yes=true install x', ['--yes'], true],
    ['apt-get --yesterday install x', ['--yes'], false],
    ['apt-get install x', ['-y', '--yes'], false],
    ['apt-get install -- -y', ['-y'], false],
    ['apt-get install python-y', ['-y'], false],
    ["apt-get install '-y'", ['-y'], true],
    ['curl -fsSLk x', ['-k', '--insecure'], true],
    ['apt-get -o=Dpkg::Use-Pty=0 x', ['-y'], false],
  ];
  for (const [text, names, expected] of present)
    it(`hasFlag: ${text} ${expected ? 'has' : 'has no'} ${names.join(' ')}`, () =>
      assert.equal(hasFlag(command(text), ...names), expected));

  const values: [string, string[], string | undefined, string?, string?][] = [
    ['apt-get -t testing x', ['-t', '--target'], 'testing', 'testing', '-t testing'],
    ['apt-get -ttesting x', ['-t', '--target'], 'testing', 'testing', '-ttesting'],
    ['apt-get -qt testing x', ['-t'], 'testing', 'testing', '-qt testing'],
    ['apt-get --target testing x', ['-t', '--target'], 'testing', 'testing', '--target testing'],
    ['apt-get --target=testing x', ['-t', '--target'], 'testing', 'testing', '--target=testing'],
    [
      'pip --index-url="http://x y" z',
      ['--index-url'],
      'http://x y',
      '"http://x y"',
      '--index-url="http://x y"',
    ],
    ["pip '--index-url=a' z", ['--index-url'], 'a', "'--index-url=a'", "'--index-url=a'"],
    ['apt-get x', ['-t'], undefined],
    ['apt-get -t', ['-t'], undefined],
    ['apt-get -- -t x', ['-t'], undefined],
  ];
  for (const [text, names, value, valueText, flagText] of values)
    it(`flagValue: ${names.join(' ')} of ${text}`, () => {
      const found = flagValue(command(text), ...names);
      assert.equal(found?.value, value);
      assert.equal(found && text.slice(found.valueSpan.start, found.valueSpan.end), valueText);
      assert.equal(found && text.slice(found.span.start, found.span.end), flagText);
    });

  it('flagValues finds each of several, and says whether it can be told', () => {
    const found = flagValues(command('pip --trusted-host a --trusted-host=$B install'), '--trusted-host');
    assert.deepEqual(
      found.map((each) => [each.value, each.literal]),
      [
        ['a', true],
        ['$B', false],
      ],
    );
  });

  it('flagUse names the spelling that was found, flagSpan its word', () => {
    assert.equal(flagUse(command('curl -sk x'), '--insecure', '-k')?.name, '-k');
    assert.deepEqual(flagSpan(command('curl -sk x'), '-k'), { start: 5, end: 8 });
    assert.equal(flagSpan(command('curl x'), '-k'), undefined);
  });

  const rest: [string, string[], string[]][] = [
    ['apt-get -q install -t testing curl wget', ['-t'], ['install', 'curl', 'wget']],
    ['apt-get -qt testing install curl', ['-t'], ['install', 'curl']],
    ['apt-get -ttesting install curl', ['-t'], ['install', 'curl']],
    ['apt-get --target=x install curl', ['--target'], ['install', 'curl']],
    ['pip install -r req.txt -- -odd', ['-r'], ['install', '-odd']],
    ['cat -', [], ['-']],
    ['ls -l', [], []],
  ];
  for (const [text, valueFlags, expected] of rest)
    it(`operands: ${text}`, () =>
      assert.deepEqual(
        operands(command(text), valueFlags).map((word) => word.value),
        expected,
      ));

  it('subcommand is the first operand', () => {
    assert.equal(subcommand(command('docker --context x build .'), ['--context'])?.value, 'build');
    assert.equal(subcommand(command('docker --version')), undefined);
  });
});
