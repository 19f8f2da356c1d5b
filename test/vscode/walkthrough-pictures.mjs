import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/command.mjs';
import { startServer } from '../../scripts/vscode/server.mjs';
import { drawing } from './drawing.mjs';
import { clickText, openHover, openMenu, openSuggestions, pointAt, runCommand } from './keyboard.mjs';
import { openDemo, pictures, save, settings } from './screenshots.mjs';

const lines = '.editor-instance .monaco-editor .lines-content';
const hover = '.monaco-hover:not(.hidden)';
const menu = '.action-widget';
const suggestions = '.suggest-widget.visible';
const status = '.hover-language-status';

async function draw(page, name, options) {
  const text = await page.evaluate(drawing, options);
  if (!text.includes('<text')) throw new Error(`The picture ${name} is empty.`);
  await writeFile(join(pictures, `${name}.svg`), text);
  return `${name}.svg`;
}

async function find(page) {
  await clickText(page, 'latest');
  await openHover(page);
  const name = await draw(page, 'find', {
    roots: [lines, hover],
    clip: { width: 800, height: 320 },
    label: 'A Dockerfile with marked texts; beside one of them stands what is wrong with it.',
  });
  await page.keyboard.press('Escape');
  return name;
}

async function fix(page) {
  await clickText(page, 'apt-get install');
  await openMenu(page);
  const name = await draw(page, 'fix', {
    roots: [lines, menu],
    clip: { width: 800, height: 500 },
    label: 'The menu of a finding: what repairs it, what ignores it, and the page of its rule.',
  });
  await page.keyboard.press('Escape');
  return name;
}

async function snippets(page) {
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('bw-uv');
  await openSuggestions(page);
  const name = await draw(page, 'snippets', {
    roots: [lines, suggestions],
    clip: { width: 800, height: 620 },
    label: 'The list of snippets that begin with bw-uv.',
  });
  await page.keyboard.press('Escape');
  return name;
}

/** The status as its users read and hear it. */
async function theStatus(page) {
  const item = page.locator('.statusbar-item[id="status.languageStatus"]');
  await pointAt(page, item, page.locator(status, { hasText: /\d finding/ }));
  const spoken = await page.locator('[aria-label*="Bulwark: "]').first().getAttribute('aria-label');
  if (!/Bulwark: \d+ findings/.test(spoken ?? '')) throw new Error(`The status is spoken as: ${spoken}`);
}

/** The page that shows the drawings: it takes no styles, and code has to look like code all the same. */
async function thePage(page) {
  await runCommand(page, 'Welcome: Open Walkthrough', {
    asks: 'Select a walkthrough to open',
    row: 'Harden Your Containers',
  });
  const frame = page.frameLocator('iframe.webview.ready:visible').frameLocator('#active-frame');
  for (const [step, text] of [
    ['See what is found', 'The container runs as root'],
    ['Repair it', 'Quick Fix'],
    ['Insert a snippet', 'uv workspace, hardened'],
  ]) {
    await page.locator('.getting-started-step', { hasText: step }).locator('.step-title').click();
    const drawn = frame.locator('svg', { hasText: text });
    await drawn.waitFor();
    const font = await drawn
      .getByText('RUN', { exact: true })
      .first()
      .evaluate((element) => globalThis.getComputedStyle(element).fontFamily);
    if (font !== 'monospace') throw new Error(`The code of "${step}" is shown in ${font}.`);
  }
  await save(page, 'walkthrough', 640);
}

const themes = {
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};

/**
 * Draws the pictures of the walkthrough, looks at its page, and takes one of the editor in each theme of high contrast.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} vscode the folder that holds out/server-main.js
 * @param {string} vsix
 * @returns {Promise<readonly string[]>} the names of the drawings
 */
export async function drawWalkthrough(browser, vscode, vsix) {
  await mkdir(pictures, { recursive: true });
  const parent = await mkdtemp(join(tmpdir(), 'bulwark-walkthrough-'));
  const folder = join(parent, 'demo');
  await cp(join(root, 'demo'), folder, { recursive: true });
  const inTheme = async (theme, body) => {
    const server = await startServer(vscode, { extensions: [vsix], settings: { ...settings, ...theme } });
    try {
      const page = await openDemo(browser, server, folder, 'uv-app/Dockerfile');
      await body(page);
      await page.close();
    } finally {
      await server.stop();
    }
  };
  const names = [];
  try {
    await inTheme({}, async (page) => {
      for (const picture of [find, fix, snippets]) names.push(await picture(page));
      await thePage(page);
    });
    for (const [name, theme] of Object.entries(themes))
      await inTheme({ 'workbench.colorTheme': theme }, async (page) => {
        await theStatus(page);
        await clickText(page, 'apt-get install');
        await openMenu(page);
        await save(page, name, 640);
      });
    return names;
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}
