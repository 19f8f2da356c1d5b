// Runs the suite inside a real VS Code, from the packaged extension, and takes the screenshots.
// Ends with exit code 1 where a test failed. A parent process gets { passed, failed }.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/command.mjs';
import { main } from '../../scripts/main.mjs';
import { installVsCode } from '../../scripts/vscode/install.mjs';
import { runTestsInWindow } from '../../scripts/vscode/run-tests.mjs';
import { startServer } from '../../scripts/vscode/server.mjs';
import { launchBrowser } from '../../scripts/vscode/browser.mjs';
import { packExtension } from '../../scripts/vsix.mjs';
import { bundleSuite } from './bundle-suite.mjs';
import { takeScreenshots } from './screenshots.mjs';

const windows = [
  { name: 'one folder', path: 'workspace' },
  { name: 'several folders', path: 'multi-root/multi-root.code-workspace' },
];

const timeout = 180_000;

/** VS Code's server misses compiled parts that it can do without, and says so at length. */
const noise =
  /bindings file|watchdog|Require stack|^\s*[-→]|Creating a socket|connection token|^Ignoring fetching|rg ENOENT/;

const counts = { passed: 0, failed: 0 };

function onTest({ type, title, ms, error }) {
  counts[type === 'pass' ? 'passed' : 'failed'] += 1;
  console.log(type === 'pass' ? `  ✓ ${title} (${ms} ms)` : `  ✗ ${title}\n${error}`);
}

/** The tests write into their workspace, so each window gets a copy of the fixtures. */
async function inWindow(browser, server, testsPath, { name, path }) {
  console.log(`VS Code, ${name}`);
  const folder = await mkdtemp(join(tmpdir(), 'bulwark-fixtures-'));
  const before = counts.passed + counts.failed;
  const failedBefore = counts.failed;
  const log = [];
  try {
    await cp(join(root, 'test', 'fixtures', 'vscode'), folder, { recursive: true });
    await cp(join(root, 'demo'), join(folder, 'workspace', 'demo'), { recursive: true });
    const code = await runTestsInWindow(browser, server, {
      path: join(folder, path),
      developmentPath: join(root, 'test', 'vscode', 'host'),
      testsPath,
      timeout,
      onTest,
      onLog: (line) => noise.test(line) || log.push(line),
    });
    if (counts.passed + counts.failed === before) throw new Error('No test ran.');
    if (code !== 0 && counts.failed === failedBefore) throw new Error(`VS Code gave the exit code ${code}.`);
  } catch (error) {
    counts.failed += 1;
    console.log(`  ✗ ${error.message}\n${log.slice(-20).join('\n')}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await main(async () => {
  // An end by a signal has to come as an exit: the server's end hangs on that.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  const vsix = process.argv[2] ?? (await packExtension()).vsix;
  const [vscode, testsPath, browser] = await Promise.all([installVsCode(), bundleSuite(), launchBrowser()]);
  const server = await startServer(vscode, { extensions: [vsix] });
  try {
    for (const each of windows) await inWindow(browser, server, testsPath, each);
    await takeScreenshots(browser, vscode, vsix).then(
      (names) => onTest({ type: 'pass', title: `screenshots: ${names.join(', ')}`, ms: 0 }),
      (error) => onTest({ type: 'fail', title: 'screenshots', error: error.message }),
    );
  } finally {
    await browser.close();
    await server.stop();
  }
  process.send?.(counts);
  return counts.failed === 0 ? 0 : 1;
});
