import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/command.mjs';
import { remoteUri, workbenchUrl } from '../../scripts/vscode/address.mjs';
import { tickSteps } from '../../scripts/vscode/hand.mjs';
import { startServer } from '../../scripts/vscode/server.mjs';
import { clickText, openHover, openMenu, patience, runCommand } from './keyboard.mjs';

/** Where the pictures are saved. */
export const pictures = join(root, '.cache', 'screenshots');

const width = 1200;

/** One look for all pictures; nothing on them may blink, or depend on the machine's fonts more than it must. */
export const settings = {
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontFamily': "'DejaVu Sans Mono', Menlo, Consolas, monospace",
  'editor.fontSize': 14,
  'editor.guides.indentation': false,
  'editor.hover.delay': 0,
  'editor.lightbulb.enabled': 'off',
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' },
  'editor.scrollBeyondLastLine': false,
  'editor.stickyScroll.enabled': false,
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.layoutControl.enabled': false,
};

const squiggles = '.view-overlays .cdr[class*="squiggly-"]';

/** Opens demo/ with one of its files in the editor and waits for the squiggles. */
export async function openDemo(browser, server, folder, file) {
  const page = await browser.newPage({ viewport: { width, height: 640 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(patience);
  const payload = [
    ['openFile', remoteUri(server, join(folder, file))],
    ['skipWelcome', 'true'],
  ];
  await page.goto(workbenchUrl(server, folder, payload));
  await page.locator(squiggles).first().waitFor();
  return page;
}

/** Saves the upper part of the window; the rest of it is empty. */
export async function save(page, name, height) {
  await page.screenshot({
    path: join(pictures, `${name}.png`),
    clip: { x: 0, y: 0, width, height },
    animations: 'disabled',
    caret: 'hide',
  });
  return `${name}.png`;
}

async function editorPicture(page) {
  await clickText(page, 'latest');
  await openHover(page);
  const name = await save(page, 'editor', 520);
  await page.keyboard.press('Escape');
  await page.locator('.monaco-hover .hover-row').first().waitFor({ state: 'hidden' });
  return name;
}

async function quickFixPicture(page) {
  await clickText(page, 'apt-get install');
  await openMenu(page);
  const name = await save(page, 'quick-fix', 520);
  await page.keyboard.press('Escape');
  return name;
}

async function problemsPicture(page) {
  await runCommand(page, 'View: Close Primary Side Bar');
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel .monaco-list-row').nth(3).waitFor();
  const name = await save(page, 'problems', 640);
  await runCommand(page, 'View: Toggle Panel Visibility');
  return name;
}

/**
 * Runs in the page: true as soon as the tab counts other problems than before, and the new keywords have the colour of the
 * old ones. Both come a moment after the text has changed.
 */
function settled(before) {
  const lines = [...globalThis.document.querySelectorAll('.view-line')];
  const colourOf = (word) =>
    lines.find(({ textContent }) => textContent.startsWith(word))?.querySelector('span > span')?.className;
  const label = globalThis.document.querySelector('.tab.active .tab-label')?.ariaLabel;
  return label !== before && colourOf('COPY') === colourOf('RUN');
}

async function fixAllPicture(page) {
  const before = await page.locator('.tab.active .tab-label').getAttribute('aria-label');
  await runCommand(page, 'Bulwark: Fix All Safe Problems');
  await page.waitForFunction(settled, before);
  return save(page, 'fix-all', 520);
}

async function hardenPicture(page) {
  await clickText(page, 'partner-upload');
  await openMenu(page);
  const name = await save(page, 'harden', 520);
  await page.keyboard.press('Escape');
  return name;
}

/** The steps are shown one by one, so the panel gets room. */
async function migratePicture(page) {
  await page.setViewportSize({ width, height: 800 });
  await runCommand(page, 'View: Close Primary Side Bar');
  await runCommand(page, 'Bulwark: Migrate to Docker Hardened Images');
  await tickSteps(page);
  for (let times = 0; times < 3; times += 1) await runCommand(page, 'Increase Current View Size');
  await page.locator('.bulk-edit-panel .monaco-list-row').first().hover();
  return save(page, 'migrate', 800);
}

async function imagesPicture(page) {
  await runCommand(page, 'Bulwark: Focus on Images View');
  const row = (text) => page.locator('.composite.viewlet .monaco-list-row', { hasText: text });
  await row('postgres').first().click();
  await page.keyboard.press('ArrowRight');
  await row('compose.yaml').first().click();
  return save(page, 'images', 520);
}

async function reportPicture(page) {
  await runCommand(page, 'View: Close Primary Side Bar');
  await runCommand(page, 'Bulwark: Open Hardening Report');
  await page
    .frameLocator('iframe.webview.ready')
    .frameLocator('#active-frame')
    .getByRole('heading', { name: 'By pack' })
    .waitFor();
  await page.locator('.notification-toast').first().waitFor({ state: 'hidden' });
  return save(page, 'report', 640);
}

/** What is taken of which file of the demo, in this order. */
const shots = [
  ['uv-app/Dockerfile', [editorPicture, quickFixPicture, problemsPicture, fixAllPicture]],
  ['compose.yaml', [hardenPicture, imagesPicture, reportPicture]],
  ['uv-app/Dockerfile', [migratePicture]],
];

/**
 * Saves pictures of the editor with a finding's text, of the light bulb's menu, of the Problems panel, of what fix all
 * leaves, of the fix that hardens a service, of the images of the workspace, of the report on
 * it, and of the preview of a migration.
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
    const names = [];
    for (const [file, taken] of shots) {
      const page = await openDemo(browser, server, folder, file);
      for (const picture of taken) names.push(await picture(page));
      await page.close();
    }
    return names;
  } finally {
    await server.stop();
    await rm(parent, { recursive: true, force: true });
  }
}
