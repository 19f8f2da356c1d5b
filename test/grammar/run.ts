import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { globSync } from 'tinyglobby';

/**
 * Runs the cases of test/grammar/cases against the injections that package.json contributes, on top of small grammars
 * that stand in for VS Code's own. Other grammars can be given to run on top of those instead:
 * `npm run test:grammar -- path/to/docker.tmLanguage.json …`.
 */
const command = createRequire(import.meta.url).resolve('vscode-tmgrammar-test/dist/unit.js');
const given = process.argv.slice(2);
const grammars = given.length > 0 ? given : globSync('test/grammar/base/*.json').sort();
const cases = globSync('test/grammar/cases/*.txt').sort();

const failed = cases.filter((path) => {
  const words = [...grammars.flatMap((grammar) => ['--grammar', grammar]), path];
  return spawnSync(process.execPath, [command, ...words], { stdio: 'inherit' }).status !== 0;
});
process.stdout.write(`grammar: ${cases.length - failed.length} passed, ${failed.length} failed\n`);
process.exitCode = failed.length > 0 || cases.length === 0 ? 1 : 0;
