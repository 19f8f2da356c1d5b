import { runTestsInWindow } from '../../scripts/vscode/run-tests.mjs';

/** In milliseconds, for one window. */
const timeout = 180_000;

/** VS Code's server misses compiled parts that it can do without, and says so at length; the web's has no disk. */
const noise =
  /bindings file|watchdog|Require stack|^\s*[-→]|Creating a socket|connection token|^Ignoring fetching|rg ENOENT|ENOPRO|CodeExpectedError/;

/** Counts what passes and fails, and prints it. */
export class Outcome {
  passed = 0;
  failed = 0;

  told({ type, title, ms, error }) {
    this[type === 'pass' ? 'passed' : 'failed'] += 1;
    console.log(type === 'pass' ? `  ✓ ${title} (${ms} ms)` : `  ✗ ${title}\n${error}`);
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
        onTest: (event) => this.told(event),
        onLog: (line) => noise.test(line) || log.push(line),
      });
      if (this.passed + this.failed === passed + failed) throw new Error('No test ran.');
      if (code !== 0 && this.failed === failed) throw new Error(`VS Code gave the exit code ${code}.`);
    } catch (error) {
      this.told({ type: 'fail', title: name, error: `${error.message}\n${log.slice(-20).join('\n')}` });
    }
  }
}
