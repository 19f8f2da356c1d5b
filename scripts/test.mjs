// npm test: every layer of tests, on a fresh clone too; with names of layers, these alone. A layer that fails does not stop
// the next one.
// Those that need no VS Code run side by side. The last line is `N passed, N failed`, above it stands what failed; a layer
// that crashed or ran nothing counts as one failure.
import { fork } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { npm, root, run } from './command.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { main } from './main.mjs';
import { sideBySide } from './side-by-side.mjs';
import { installVsCode } from './vscode/install.mjs';
import { packExtension } from './vsix.mjs';

/** Layers that run in Node, each a folder of test/, lowest first. Folders that are not named here run after them. */
const order = [
  'model',
  'rules',
  'migrate',
  'contract',
  'service',
  'protocol',
  'client',
  'cli',
  'bundle',
  'fuzz',
];

/** The folder whose tests run inside VS Code; beside them stands a test of `npm start`. */
const vscodeFolder = 'vscode';

const timeLimit = 5 * 60_000;

/** Runs a script that tells its counts as a message. Undefined where it crashed or took too long. */
function countsOf(print, script, words, execArgv = []) {
  return new Promise((resolve) => {
    const child = fork(join(root, script), words, { cwd: root, execArgv, silent: true });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', print);
    let counts;
    const timer = setTimeout(() => {
      print(`No end within ${timeLimit / 60_000} minutes.\n`);
      counts = undefined;
      child.kill('SIGTERM');
    }, timeLimit);
    child.on('message', (message) => (counts = message));
    child.once('error', (error) => print(`${error.message}\n`));
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve(code === 0 || counts?.failed > 0 ? counts : undefined);
    });
  });
}

async function testFiles(folder) {
  const names = await readdir(join(root, 'test', folder), { recursive: true });
  return names.filter((name) => name.endsWith('.test.ts')).map((name) => join('test', folder, name));
}

const inNode = async (print, files) =>
  files.length === 0 ? undefined : countsOf(print, 'scripts/mocha-layer.mjs', files, ['--import', 'tsx']);

async function nodeLayers() {
  const entries = await readdir(join(root, 'test'), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const others = [];
  for (const folder of folders) {
    if (order.includes(folder) || folder === vscodeFolder) continue;
    if ((await testFiles(folder)).length > 0) others.push(folder);
  }
  return [...order, ...others].map((folder) => ({
    name: folder,
    work: async (print) => inNode(print, folders.includes(folder) ? await testFiles(folder) : []),
  }));
}

/** The layer with its outcome for the table at the end. */
const measured = ({ name, work }) => ({
  name,
  async work(print) {
    const start = performance.now();
    const counts = await work(print).catch((error) => print(`${error.message}\n`));
    const seconds = (performance.now() - start) / 1000;
    if (counts === undefined || counts.passed + counts.failed === 0) {
      return { name, seconds, passed: 0, failed: 1, remark: 'crashed or ran nothing' };
    }
    return { name, seconds, ...counts, remark: '' };
  },
});

/** The injections on top of the grammars given, or of the repository's own small ones. The runner's last line counts. */
async function grammar(print, files = []) {
  let output = '';
  const onOutput = (text) => {
    print(text);
    output += text;
  };
  await npm(['run', '--silent', 'test:grammar', '--', ...files], { onOutput });
  const [, passed, failed] = /^grammar: (\d+) passed, (\d+) failed$/m.exec(output) ?? [];
  return passed === undefined ? undefined : { passed: Number(passed), failed: Number(failed) };
}

async function grammarsOfVsCode(print) {
  const extensions = join(await installVsCode(), 'extensions');
  const files = ['docker/syntaxes/docker', 'yaml/syntaxes/yaml', 'shellscript/syntaxes/shell-unix-bash'];
  const versions = ['1.0', '1.1', '1.2', '1.3', 'embedded'].map((version) => `yaml/syntaxes/yaml-${version}`);
  return grammar(
    print,
    [...files, ...versions].map((file) => join(extensions, `${file}.tmLanguage.json`)),
  );
}

let packed;

/** One package for all runs in VS Code. */
async function inVsCode(print, name) {
  packed ??= packExtension();
  return countsOf(print, 'test/vscode/browser-run.mjs', ['--vsix', (await packed).vsix, name]);
}

async function build() {
  console.log('── build');
  const code = await run('node', ['esbuild.mjs']);
  return code === 0 ? [] : [{ name: 'build', seconds: 0, passed: 0, failed: 1, remark: 'did not build' }];
}

function printTable(outcomes) {
  console.log('');
  for (const { name, seconds, passed, failed, remark } of outcomes) {
    const numbers = `${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed`;
    console.log(
      `${failed === 0 ? '✓' : '✗'} ${name.padEnd(20)} ${numbers} ${seconds.toFixed(1).padStart(7)} s  ${remark}`,
    );
  }
}

/** Once more at the end: above it stands the output of minutes. */
function printFailures(outcomes) {
  for (const { name, failures = [] } of outcomes) {
    for (const failure of failures) console.log(`\n✗ ${name}: ${failure}`);
  }
}

/** @returns those that are named; all where none is. */
function chosen(layers, names) {
  const known = layers.flat().map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`No layer is called ${unknown.join(', ')}; there are: ${known.join('; ')}.`);
  return names.length === 0
    ? layers
    : layers.map((group) => group.filter(({ name }) => names.includes(name)));
}

await main(async () => {
  await ensureDependencies();
  const withoutEditor = [
    ...(await nodeLayers()),
    { name: 'grammar', work: (print) => grammar(print) },
    { name: 'grammar on VS Code', work: grammarsOfVsCode },
  ];
  const withEditor = [
    ...['floor', 'pictures', 'views', 'web', 'neighbours', 'newer'].map((run) => ({
      name: `VS Code, ${run}`,
      work: (print) => inVsCode(print, run),
    })),
    { name: 'npm start', work: (print) => inNode(print, [join('test', vscodeFolder, 'start.test.ts')]) },
  ];
  const [free, inTurn] = chosen([withoutEditor, withEditor], process.argv.slice(2));
  const outcomes = [
    ...(await build()),
    ...(await sideBySide(free.map(measured))),
    ...(await sideBySide(inTurn.map(measured), 1)),
  ];
  printFailures(outcomes);
  printTable(outcomes);
  const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
});
