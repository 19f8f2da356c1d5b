import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/command.mjs';
import { remoteUri, workbenchUrl } from '../../scripts/vscode/address.mjs';
import { startServer } from '../../scripts/vscode/server.mjs';

/** Where the pictures are saved. */
export const pictures = join(root, '.cache', 'screenshots');

const patience = 20_000;

/** One look for all pictures; nothing on them may blink or depend on the machine's fonts more than it must. */
const settings = {
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontFamily': "'DejaVu Sans Mono', Menlo, Consolas, monospace",
  'editor.fontSize': 14,
  'editor.guides.indentation': false,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.scrollBeyondLastLine': false,
  'editor.stickyScroll.enabled': false,
  'explorer.decorations.badges': true,
  'window.commandCenter': false,
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.layoutControl.enabled': false,
  'workbench.secondarySideBar.visible': false,
};

/** Opens demo/ with one of its files in the editor and waits for the first squiggle. */
async function openDemo(browser, server, folder, file) {
  const page = await browser.newPage({ viewport: { width: 1200, height: 720 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(patience);
  const payload = [
    ['openFile', remoteUri(server, join(folder, file))],
    ['skipWelcome', 'true'],
  ];
  await page.goto(workbenchUrl(server, folder, payload));
  await page.locator('.editor-instance .view-overlays .cdr[class*="squiggly-"]').first().waitFor();
  return page;
}

async function save(page, name) {
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled', caret: 'hide' });
  return `${name}.png`;
}

/** Puts the cursor into a word of the editor. */
async function clickWord(page, word) {
  await page.locator('.view-line').getByText(word).first().click();
}

async function editorPicture(page) {
  await page.mouse.move(1190, 400);
  return save(page, 'editor');
}

async function lightBulbPicture(page) {
  await clickWord(page, 'apt-get install');
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row').first().waitFor();
  const name = await save(page, 'light-bulb');
  await page.keyboard.press('Escape');
  return name;
}

async function problemsPicture(page) {
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel .monaco-list-row').nth(3).waitFor();
  return save(page, 'problems');
}

/**
 * Saves pictures of the editor with squiggles, of the light bulb's menu and of the Problems panel.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} vscode the folder that holds out/server-main.js
 * @param {string} vsix
 * @returns {Promise<readonly string[]>} the names of the pictures
 */
export async function takeScreenshots(browser, vscode, vsix) {
  await mkdir(pictures, { recursive: true });
  const parent = await mkdtemp(join(tmpdir(), 'bulwark-demo-'));
  const folder = join(parent, 'demo');
  await cp(join(root, 'demo'), folder, { recursive: true });
  const server = await startServer(vscode, { extensions: [vsix], settings });
  try {
    const page = await openDemo(browser, server, folder, 'uv-app/Dockerfile');
    const names = [await editorPicture(page), await lightBulbPicture(page), await problemsPicture(page)];
    await page.close();
    return names;
  } finally {
    await server.stop();
    await rm(parent, { recursive: true, force: true });
  }
}
