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
 * @param {number} options.timeout in milliseconds, for the whole run
 * @param {(event: { type: 'pass' | 'fail', title: string, ms?: number, error?: string }) => void} options.onTest
 * @param {(line: string) => void} options.onLog what else the extension host says
 * @returns {Promise<number>} the exit code that VS Code gives
 */
export async function runTestsInWindow(browser, options) {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const hand = handOf(page);
  let timer;
  try {
    const over = new Promise((resolve, reject) => {
      timer = setTimeout(() => {
        reject(new Error(`No end of the run in VS Code within ${options.timeout / 1000} s.`));
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
      if (event.type === 'hand') hand(event).catch((error) => options.onLog(error.message));
      else options.onTest(event);
    });
    await page.goto(await options.address(page));
    return await over;
  } finally {
    clearTimeout(timer);
    await page.close();
  }
}
