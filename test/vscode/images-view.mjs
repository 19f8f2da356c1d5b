import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { remoteUri, workbenchUrl } from '../../scripts/vscode/address.mjs';
import { startServer } from '../../scripts/vscode/server.mjs';
import { patience } from './keyboard.mjs';
import { pictures } from './screenshots.mjs';

const files = {
  'app/Dockerfile':
    'FROM python:3.13 AS build\nRUN true\n\nFROM dhi.io/python:3.13-debian13\nCOPY --from=build /a /a\n',
  'compose.yaml': 'services:\n  db:\n    image: postgres:17\n  cache:\n    image: redis:8\n',
};

/** Without the mouse over it, a view hides what its title offers. */
const settings = { 'files.autoSave': 'off', 'workbench.view.alwaysShowHeaderActions': true };

/** What a person sees of the view: the texts of its rows, the number at its icon. */
function viewOf(page) {
  const rows = page.locator('.composite.viewlet .monaco-list-row');
  const row = (text) => rows.filter({ hasText: text });
  return {
    rows,
    row,
    badge: page
      .locator('.activitybar .action-item', { has: page.locator('[aria-label^="Bulwark"]') })
      .locator('.badge-content'),
    open: async (text) => {
      await row(text).first().click();
      await page.keyboard.press('ArrowRight');
    },
  };
}

/** Waits until the locator shows exactly this text. */
async function shows(locator, text) {
  await locator.getByText(text, { exact: true }).first().waitFor();
}

/** All that there is to read, for whoever has the log alone. */
const textOf = async (page) => (await page.locator('body').innerText()).replace(/\s*\n\s*/g, ' | ');

const steps = {
  async 'shows nothing of itself before it is opened, and then every image with what is known of it'(
    page,
    view,
  ) {
    assert.equal(await view.badge.isVisible(), false);
    await page.locator('.activitybar [aria-label^="Bulwark"]').first().click();
    await view.row('postgres:17').waitFor();
    const labels = await view.rows.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
    assert.deepEqual(labels, [
      'dhi.io/python:3.13-debian13, hardened runtime, 1 use',
      'postgres:17, not hardened, 1 use',
      'python:3.13, not hardened, 1 use',
      'redis:8, not hardened, 1 use',
    ]);
  },

  async 'counts at its icon what is not hardened'(page, view) {
    await shows(view.badge, '3');
  },

  async 'leads to the line of a use'(page, view) {
    await view.open('redis:8');
    await view.row('compose.yaml:5').click();
    await page.locator('.tab.active', { hasText: 'compose.yaml' }).waitFor();
    await page.getByText('Ln 5, Col 19 (7 selected)').first().waitFor();
  },

  async 'follows what is typed before it is saved'(page, view) {
    // The step before has selected the reference; all at once, as suggestions come between keys.
    await page.keyboard.press('Control+1');
    await page.locator('.monaco-editor.focused').first().waitFor();
    await page.keyboard.insertText('dhi.io/redis:8-debian13');
    await view.row('dhi.io/redis:8-debian13').waitFor();
    await shows(view.badge, '2');
    assert.equal(await page.locator('.tab.active.dirty').count(), 1);
  },

  async 'copies a reference from its menu'(page, view) {
    await view.row('postgres:17').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Copy Image Reference' }).click();
    await page.waitForFunction(
      async () => (await globalThis.navigator.clipboard.readText()) === 'postgres:17',
    );
    // VS Code sometimes leaves the menu of a quick click open.
    await page.keyboard.press('Escape');
    await page.locator('.monaco-menu-container').waitFor({ state: 'hidden' });
  },

  async 'puts a hardened image in the place of another'(page, view) {
    await view.open('postgres:17');
    // A selected row shows its actions without the mouse, which a row that is drawn anew would lose.
    await view.row('compose.yaml:3').click();
    await page.getByText('(11 selected)').first().waitFor();
    await view.row('compose.yaml:3').locator('[aria-label^="Replace with Hardened Image"]').click();
    await view.row('dhi.io/postgres:17').waitFor();
    await shows(view.badge, '1');
  },

  async 'lists by file as well'(page, view) {
    await page.locator('[aria-label^="Group Images by File"]').first().click();
    await view.row('Dockerfile').first().waitFor();
    assert.match(
      (await view.row('app/Dockerfile').getAttribute('aria-label')) ?? '',
      /^app\/Dockerfile, 2 images, 1 not hardened/,
    );
  },
};

/**
 * Looks at the view of images as a person does.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} vscode the folder that holds out/server-main.js
 * @param {string} vsix
 * @param {{ wants(title: string): boolean, told(event: { type: 'pass' | 'fail', title: string, ms?: number, error?: string }): void }} outcome
 */
export async function testImagesView(browser, vscode, vsix, outcome) {
  const titleOf = (step) => `the view of images › ${step}`;
  // Each step stands on those before it: all of them, or none.
  if (!Object.keys(steps).some((step) => outcome.wants(titleOf(step)))) return;
  const folder = await mkdtemp(join(tmpdir(), 'bulwark-images-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  await mkdir(pictures, { recursive: true });
  const server = await startServer(vscode, { extensions: [vsix], settings });
  const page = await browser.newPage({
    viewport: { width: 1200, height: 640 },
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page.setDefaultTimeout(patience);
  try {
    const payload = [
      ['openFile', remoteUri(server, join(folder, 'app/Dockerfile'))],
      ['skipWelcome', 'true'],
    ];
    const open = async () => {
      await page.goto(workbenchUrl(server, folder, payload));
      await page.locator('.view-overlays .cdr[class*="squiggly-"]').first().waitFor();
    };
    const view = viewOf(page);
    for (const [title, step] of Object.entries({ 'has a window': open, ...steps })) {
      const began = Date.now();
      try {
        await step(page, view);
        outcome.told({ type: 'pass', title: titleOf(title), ms: Date.now() - began });
      } catch (error) {
        const name = `images-view-failed-${title.replaceAll(' ', '-')}.png`;
        await page.screenshot({ path: join(pictures, name) });
        outcome.told({
          type: 'fail',
          title: titleOf(title),
          error: `${error.message}\n.cache/screenshots/${name}\n${await textOf(page)}`,
        });
      }
    }
  } finally {
    await page.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
