import assert from 'node:assert/strict';
import { parseArguments } from '../../server/src/cli/arguments';
import { UsageError } from '../../server/src/cli/exit-codes';

const lint = { command: 'lint', fix: false, format: 'text', failOn: 'warning', paths: [] };

describe('arguments', () => {
  const understood: [line: string, result: object][] = [
    ['lint', lint],
    ['lint a b/c', { ...lint, paths: ['a', 'b/c'] }],
    ['lint --fix --profile strict x', { ...lint, fix: true, profile: 'strict', paths: ['x'] }],
    ['--format=json lint x --fail-on error', { ...lint, format: 'json', failOn: 'error', paths: ['x'] }],
    ['lint --config c.json', { ...lint, config: 'c.json' }],
    ['lint --config=-c.json', { ...lint, config: '-c.json' }],
    ['lint --stdin-filename Dockerfile', { ...lint, stdinFilename: 'Dockerfile' }],
    ['lint -- --fix', { ...lint, paths: ['--fix'] }],
    ['lint --profile minimal --profile strict', { ...lint, profile: 'strict' }],
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
    ['', 'A command is missing: lint or rules'],
    ['lnt x', 'Unknown command lnt; did you mean lint?'],
    ['Dockerfile', 'Unknown command Dockerfile'],
    ['lint --formt json', 'Unknown option --formt; did you mean --format?'],
    ['lint --xyzzy', 'Unknown option --xyzzy'],
    ['lint -x', 'Unknown option -x'],
    ['lint --constructor', 'Unknown option --constructor'],
    ['lint --format xml', '--format is text, json; not xml'],
    ['lint --profile stict', '--profile is minimal, recommended, strict; not stict; did you mean strict?'],
    ['lint --fail-on warn', '--fail-on is error, warning, info, hint; not warn'],
    ['lint --profile', '--profile needs a value'],
    ['lint --profile --fix', '--profile needs a value'],
    ['lint --config=', '--config needs a value'],
    ['lint --fix=yes', '--fix takes no value'],
    ['lint --stdin-filename Dockerfile x', '--stdin-filename reads standard input and takes no path: x'],
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
