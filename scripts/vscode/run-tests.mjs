import { remoteUri, workbenchUrl } from './address.mjs';
import { handOf } from './hand.mjs';

const prefix = '@test ';

/**
 * The address of a window whose extensions run in Node, beside the files.
 *
 * @param {{ origin: string, authority: string }} server
 * @param {object} options
 * @param {string} options.path the folder or .code-workspace file to open
 * @param {string} options.developmentPath folder of the extension that counts as under development
 * @param {string} options.testsPath the module that exports run()
 */
export function testAddress(server, { path, developmentPath, testsPath }) {
  return workbenchUrl(server, path, [
    ['extensionDevelopmentPath', remoteUri(server, developmentPath)],
    ['extensionTestsPath', remoteUri(server, testsPath)],
    ['skipWelcome', 'true'],
  ]);
}

/**
 * Opens a window that runs a test module inside it, and waits for its end.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {object} options
 * @param {(page: import('playwright-core').Page) => string | Promise<string>} options.address what the window opens; the page
 *   may be prepared for it
 * @param {number} options.timeout in milliseconds, without a word of the tests
 * @param {(event: { type: 'pass' | 'fail', title: string, ms?: number, error?: string }) => void} options.onTest
 * @param {(page: import('playwright-core').Page) => Promise<string>} options.picture keeps what is to be seen when something
 *   goes wrong, and says where
 * @param {(line: string) => void} options.onLog what else the extension host says
 * @returns {Promise<number>} the exit code that VS Code gives
 */
export async function runTestsInWindow(browser, options) {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const hand = handOf(page);
  let troubles = [];
  let told = Promise.resolve();
  const perform = {
    begin() {
      troubles = [];
      hand.rest();
    },
    hand(event) {
      hand.act(event).catch(async (error) => {
        troubles.push(`The hand: ${error.message}\n${await options.picture(page)}`);
        // The command that asks goes on without an answer, so that the test need not wait for its own end.
        await page.keyboard.press('Escape');
      });
    },
    pass(event) {
      told = told.then(() => options.onTest(event));
    },
    fail(event) {
      const before = troubles;
      told = told.then(async () => {
        const words = [event.error, await options.picture(page), ...before];
        options.onTest({ ...event, error: words.join('\n') });
      });
    },
  };
  let timer;
  try {
    const over = new Promise((resolve, reject) => {
      timer = setTimeout(() => {
        reject(new Error(`No word of the tests in VS Code for ${options.timeout / 1000} s.`));
      }, options.timeout);
      page.once('crash', () => reject(new Error('The window crashed.')));
      void page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    });
    await page.exposeFunction('codeAutomationLog', (_type, words) => {
      const line = words.map((word) => (typeof word === 'string' ? word : JSON.stringify(word))).join(' ');
      if (!line.startsWith(prefix)) {
        options.onLog(line);
        return;
      }
      const event = JSON.parse(line.slice(prefix.length));
      timer.refresh();
      perform[event.type](event);
    });
    await page.goto(await options.address(page));
    const code = await over;
    await told;
    return code;
  } finally {
    clearTimeout(timer);
    await page.close();
  }
}
