import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { quote } from '../../client/src/docker/quote';
import { type Shell, shellOf } from '../../client/src/docker/shell';

/** What a hostile repository might write where a name is expected, and how each shell has to spell it as mere text. */
const attacks: readonly {
  readonly word: string;
  readonly spelt: Readonly<Record<Shell, string | undefined>>;
}[] = [
  {
    word: '$(touch pwned)',
    spelt: {
      posix: "'$(touch pwned)'",
      fish: "'$(touch pwned)'",
      powershell: "'$(touch pwned)'",
      cmd: '"$(touch pwned)"',
    },
  },
  {
    word: '`id`;id&id|id>x<y',
    spelt: {
      posix: "'`id`;id&id|id>x<y'",
      fish: "'`id`;id&id|id>x<y'",
      powershell: "'`id`;id&id|id>x<y'",
      cmd: '"`id`;id&id|id>x<y"',
    },
  },
  {
    word: "';id;'",
    spelt: {
      posix: "''\\'';id;'\\'''",
      fish: "'\\';id;\\''",
      powershell: "''';id;'''",
      cmd: '"\';id;\'"',
    },
  },
  {
    word: "\\';id;\\'",
    spelt: {
      posix: "'\\'\\'';id;\\'\\'''",
      fish: "'\\\\\\';id;\\\\\\''",
      powershell: "'\\'';id;\\'''",
      cmd: '"\\\';id;\\\'"',
    },
  },
  {
    word: '" & calc & "',
    spelt: { posix: '\'" & calc & "\'', fish: '\'" & calc & "\'', powershell: undefined, cmd: undefined },
  },
  {
    word: '’; calc; ‘',
    spelt: { posix: "'’; calc; ‘'", fish: "'’; calc; ‘'", powershell: "'’’; calc; ‘‘'", cmd: '"’; calc; ‘"' },
  },
  {
    word: '%COMSPEC%',
    spelt: { posix: "'%COMSPEC%'", fish: "'%COMSPEC%'", powershell: "'%COMSPEC%'", cmd: undefined },
  },
  { word: '!x!', spelt: { posix: "'!x!'", fish: "'!x!'", powershell: "'!x!'", cmd: undefined } },
  { word: '^&calc', spelt: { posix: "'^&calc'", fish: "'^&calc'", powershell: "'^&calc'", cmd: '"^&calc"' } },
  { word: '--%', spelt: { posix: "'--%'", fish: "'--%'", powershell: "'--%'", cmd: undefined } },
  {
    word: '@(calc)',
    spelt: { posix: "'@(calc)'", fish: "'@(calc)'", powershell: "'@(calc)'", cmd: '"@(calc)"' },
  },
  { word: '=id', spelt: { posix: "'=id'", fish: "'=id'", powershell: "'=id'", cmd: '"=id"' } },
  { word: '~root', spelt: { posix: "'~root'", fish: "'~root'", powershell: "'~root'", cmd: '"~root"' } },
  { word: '#x', spelt: { posix: "'#x'", fish: "'#x'", powershell: "'#x'", cmd: '"#x"' } },
  {
    word: '{a,b}*?[x]',
    spelt: { posix: "'{a,b}*?[x]'", fish: "'{a,b}*?[x]'", powershell: "'{a,b}*?[x]'", cmd: '"{a,b}*?[x]"' },
  },
  { word: 'a,b', spelt: { posix: 'a,b', fish: 'a,b', powershell: "'a,b'", cmd: '"a,b"' } },
  { word: '-a.b', spelt: { posix: '-a.b', fish: '-a.b', powershell: "'-a.b'", cmd: '-a.b' } },
  { word: '', spelt: { posix: "''", fish: "''", powershell: undefined, cmd: '""' } },
  {
    word: 'C:\\my files\\',
    spelt: {
      posix: "'C:\\my files\\'",
      fish: "'C:\\\\my files\\\\'",
      powershell: undefined,
      cmd: '"C:\\my files\\\\"',
    },
  },
  ...['a\nid', 'a\rid', 'a\0', '\u001b]0;x\u0007', 'a\u0085id', 'a\u2028id'].map((word) => ({
    word,
    spelt: { posix: undefined, fish: undefined, powershell: undefined, cmd: undefined },
  })),
];

/** Whatever a name may be made of: all that means something to a shell, and some that does not. */
const anyWord = fc.string({
  unit: fc.constantFrom(...Array.from(' \'"\\$`!*?~#;&|<>(){}[]=,%^@+-:/.a1é’')),
  maxLength: 12,
});

/** The shells of this machine; sh is on each. */
const present = (['sh', 'bash', 'zsh', 'fish'] as const)
  .filter((program) => program === 'sh' || spawnSync(program, ['-c', 'exit 0']).status === 0)
  .map((program) => [program, program === 'fish' ? 'fish' : 'posix'] as const);

const shells: readonly Shell[] = ['posix', 'fish', 'powershell', 'cmd'];

describe('quoting for a shell', () => {
  for (const { word, spelt } of attacks)
    for (const shell of shells)
      it(`${shell}: ${JSON.stringify(word)}`, () => assert.equal(quote(word, shell), spelt[shell]));

  it('leaves a reference and a plain option as they are', () => {
    for (const shell of shells)
      for (const word of ['docker', 'run', '--rm', '-it', 'dhi.io/python:3.13-debian13'])
        assert.equal(quote(word, shell), word);
  });

  for (const [program, shell] of present)
    it(`hands on exactly the words, whatever they are, by ${program}`, () => {
      fc.assert(
        fc.property(fc.array(anyWord, { minLength: 20, maxLength: 20 }), (words) => {
          const line = words.map((each) => quote(each, shell)).join(' ');
          const { stdout } = spawnSync(program, ['-c', `command printf '%s\\n' ${line}`], {
            encoding: 'utf8',
          });
          assert.deepEqual(stdout.slice(0, -1).split('\n'), words);
        }),
        { numRuns: 30 },
      );
    });
});

describe('the shell in use', () => {
  for (const [program, shell] of [
    ['/bin/bash', 'posix'],
    ['/usr/bin/zsh', 'posix'],
    ['/opt/homebrew/bin/fish', 'fish'],
    ['C:\\Program Files\\PowerShell\\7\\pwsh.exe', 'powershell'],
    ['C:\\WINDOWS\\System32\\WindowsPowerShell\\v1.0\\PowerShell.EXE', 'powershell'],
    ['C:\\Windows\\System32\\cmd.exe', 'cmd'],
    ['C:\\Program Files\\Git\\bin\\bash.exe', 'posix'],
    ['/usr/bin/nu', undefined],
    ['/usr/bin/tcsh', undefined],
    ['', undefined],
  ] as const)
    it(`${program || 'no name'} is ${shell ?? 'not known'}`, () => assert.equal(shellOf(program), shell));
});
