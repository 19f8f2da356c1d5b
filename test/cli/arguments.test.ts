import assert from 'node:assert/strict';
import { parseArguments } from '../../server/src/cli/arguments';
import { UsageError } from '../../server/src/cli/exit-codes';

const lint = {
  command: 'lint',
  fix: 'none',
  fixOffers: [],
  rules: [],
  only: [],
  outputs: [{ format: 'text' }],
  failOn: 'warning',
  quiet: false,
  watch: false,
  paths: [],
};
const json = { format: 'json' };

describe('arguments', () => {
  const understood: [line: string, result: object][] = [
    ['lint', lint],
    ['lint a b/c', { ...lint, paths: ['a', 'b/c'] }],
    ['lint --fix --profile strict x', { ...lint, fix: 'write', profile: 'strict', paths: ['x'] }],
    ['--format=json lint x --fail-on error', { ...lint, outputs: [json], failOn: 'error', paths: ['x'] }],
    ['lint --config c.json', { ...lint, config: 'c.json' }],
    ['lint --config=-c.json', { ...lint, config: '-c.json' }],
    [
      'lint --format json=a.json --format text',
      { ...lint, outputs: [{ ...json, file: 'a.json' }, { format: 'text' }] },
    ],
    ['lint --format json --output a.json', { ...lint, outputs: [{ ...json, file: 'a.json' }] }],
    [
      'lint --format json --output a --format sarif=b --format text',
      { ...lint, outputs: [{ ...json, file: 'a' }, { format: 'sarif', file: 'b' }, { format: 'text' }] },
    ],
    ['lint --fix-offers a,b --fix-offers c', { ...lint, fix: 'write', fixOffers: ['a', 'b', 'c'] }],
    ['lint --fix-dry-run --format diff', { ...lint, fix: 'dry-run', outputs: [{ format: 'diff' }] }],
    [
      'lint --rule a:off,b:error',
      {
        ...lint,
        rules: [
          { id: 'a', severity: 'off' },
          { id: 'b', severity: 'error' },
        ],
      },
    ],
    ['lint --only a,b', { ...lint, only: ['a', 'b'] }],
    ['lint --max-warnings 3', { ...lint, maxWarnings: 3, failOn: 'error' }],
    ['lint --max-warnings 0', { ...lint, maxWarnings: 0, failOn: 'warning' }],
    ['lint --max-warnings 0 --fail-on never', { ...lint, maxWarnings: 0, failOn: 'never' }],
    ['lint --baseline b.json', { ...lint, baseline: { file: 'b.json', update: false } }],
    ['lint --baseline b.json --update-baseline', { ...lint, baseline: { file: 'b.json', update: true } }],
    ['lint --changed x', { ...lint, changed: { since: undefined }, paths: ['x'] }],
    ['lint --changed=main x', { ...lint, changed: { since: 'main' }, paths: ['x'] }],
    ['lint --quiet --watch', { ...lint, quiet: true, watch: true }],
    ['lint --stdin', { ...lint, stdinFilename: 'Dockerfile' }],
    ['lint --explain user-root', { command: 'explain', id: 'user-root' }],
    ['--explain user-root', { command: 'explain', id: 'user-root' }],
    ['lint --stdin-filename Dockerfile', { ...lint, stdinFilename: 'Dockerfile' }],
    ['lint -- --fix', { ...lint, paths: ['--fix'] }],
    ['lint --profile minimal --profile strict', { ...lint, profile: 'strict' }],
    ['init', { command: 'init', force: false }],
    ['init --force', { command: 'init', force: true }],
    ['rules', { command: 'rules', format: 'text' }],
    ['rules --format json', { command: 'rules', format: 'json' }],
    ['--version', { command: 'version' }],
    ['-v', { command: 'version' }],
    ['--help', { command: 'help' }],
    ['lint x -h', { command: 'help' }],
    ['help', { command: 'help' }],
  ];
  for (const [line, result] of understood)
    it(`understands: ${line}`, () => assert.deepEqual(parseArguments(line.split(' ')), result));

  const refused: [line: string, message: string][] = [
    ['', 'A command is missing: lint, migrate, images, report, rules, init'],
    ['lnt x', 'Unknown command lnt; did you mean lint?'],
    ['Dockerfile', 'Unknown command Dockerfile'],
    ['lint --formt json', 'Unknown option --formt; did you mean --format?'],
    ['lint --xyzzy', 'Unknown option --xyzzy'],
    ['lint -x', 'Unknown option -x'],
    ['lint --constructor', 'Unknown option --constructor'],
    ['rules --format xml', '--format is text, json; not xml'],
    [
      'lint --format sarf',
      '--format is text, json, sarif, github, gitlab, junit, checkstyle, rdjson, markdown, diff; not sarf; did you mean sarif?',
    ],
    ['lint --format json=', '--format json= needs the name of a file'],
    [
      'lint --format json --format text',
      'Only one format goes to standard output; give the others a file: --format sarif=FILE',
    ],
    [
      'lint --format json=a --output b --output c',
      '--output names the file of one --format: there are more files than formats',
    ],
    ['lint --format json=o/a --format sarif=./o/a', 'Two reports cannot go to one file: o/a'],
    ['lint --format diff', '--format diff shows repairs: give --fix-dry-run or --fix'],
    ['lint --fix --fix-dry-run', '--fix writes and --fix-dry-run does not: give one of them'],
    ['lint --rule user-root', '--rule is id:severity; not user-root'],
    [
      'lint --rule user-root:warn',
      'The severity of --rule user-root is error, warning, info, hint, off; not warn',
    ],
    ['lint --max-warnings many', '--max-warnings is a number; not many'],
    ['lint --update-baseline', '--update-baseline needs --baseline FILE, which it writes'],
    ['lint --changed=', '--changed= needs a value'],
    ['lint --stdin --changed', 'Standard input is read: --changed means nothing there'],
    ['lint --watch --baseline b --update-baseline', '--watch and --update-baseline do not go together'],
    ['lint --profile stict', '--profile is minimal, recommended, strict; not stict; did you mean strict?'],
    ['lint --fail-on warn', '--fail-on is error, warning, info, hint, never; not warn'],
    ['lint --profile', '--profile needs a value'],
    ['lint --profile --fix', '--profile needs a value'],
    ['lint --config=', '--config needs a value'],
    ['lint --fix=yes', '--fix takes no value'],
    ['lint --stdin-filename Dockerfile x', 'Standard input is read, so no path is: x'],
    ['lint -', 'To read standard input, name it: --stdin-filename Dockerfile'],
    ['rules x', 'rules takes no path: x'],
    ['rules --fix', 'rules has no option --fix'],
  ];
  for (const [line, message] of refused)
    it(`refuses: ${line}`, () => {
      assert.throws(
        () => parseArguments(line === '' ? [] : line.split(' ')),
        (error) => error instanceof UsageError && error.message === message,
        message,
      );
    });
});
