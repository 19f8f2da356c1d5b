import { mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { root } from '../../scripts/command.mjs';
import { runTestsInWindow } from '../../scripts/vscode/run-tests.mjs';
import { pictures } from './screenshots.mjs';

/** How long a window may say nothing of its tests, in milliseconds: more than a single one may take. */
const timeout = 120_000;

/** VS Code's server misses compiled parts that it can do without, and says so at length; the web's has no disk. */
const noise =
  /bindings file|watchdog|Require stack|^\s*[-→]|Creating a socket|connection token|^Ignoring fetching|rg ENOENT|ENOPRO|CodeExpectedError/;

let pictureCount = 0;

/** What is to be seen when something goes wrong. Resolves with where it lies. */
async function picture(page) {
  await mkdir(pictures, { recursive: true });
  const path = join(pictures, `failed-${(pictureCount += 1)}.png`);
  await page.screenshot({ path });
  return relative(root, path);
}

/** Counts what passes and fails, and prints it. */
export class Outcome {
  passed = 0;
  /** The title and message of each failure. */
  failures = [];

  /** @param {string} [pattern] a regular expression: only tests whose titles match are wanted */
  constructor(pattern) {
    this.pattern = pattern;
  }

  wants(title) {
    return this.pattern === undefined || new RegExp(this.pattern).test(title);
  }

  get failed() {
    return this.failures.length;
  }

  told({ type, title, ms, error }) {
    if (type === 'pass') {
      this.passed += 1;
      console.log(`  ✓ ${title} (${ms} ms)`);
      return;
    }
    const failure = `${title}\n${error}`;
    this.failures.push(failure);
    console.log(`  ✗ ${failure}`);
  }

  /**
   * Runs the tests of one window.
   *
   * @param {string} name
   * @param {import('playwright-core').Browser} browser
   * @param {(page: import('playwright-core').Page) => string | Promise<string>} address what the window opens
   */
  async ofWindow(name, browser, address) {
    console.log(`VS Code, ${name}`);
    const { passed, failed } = this;
    const log = [];
    try {
      const code = await runTestsInWindow(browser, {
        address,
        timeout,
        picture,
        onTest: (event) => this.told(event),
        onLog: (line) => noise.test(line) || log.push(line),
      });
      if (this.pattern === undefined && this.passed + this.failed === passed + failed)
        throw new Error('No test ran.');
      if (code !== 0 && this.failed === failed) throw new Error(`VS Code gave the exit code ${code}.`);
    } catch (error) {
      this.told({ type: 'fail', title: name, error: `${error.message}\n${log.slice(-20).join('\n')}` });
    }
  }
}
