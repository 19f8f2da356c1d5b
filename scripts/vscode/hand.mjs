/** How long a question may let the hand wait, in milliseconds: less than a test has. */
const timeout = 20_000;

/**
 * A person's hand in a window: it answers the questions of VS Code, one after the other, as soon as they are shown.
 *
 * @param {import('playwright-core').Page} page
 * @returns {(event: { title?: string, choose?: string, tick?: string, text?: string, preview?: 'apply' | 'discard', leave?: string, part?: string, link?: string, notice?: string, press?: string }) => Promise<void>}
 *   answers the question with this title: types a part of a row and presses enter as soon as that row has the focus; ticks a row;
 *   or presses enter, after a text was typed where there is one. Or ends the refactor preview, with all steps but those to leave
 */
export function handOf(page) {
  let before = Promise.resolve();
  return (event) => {
    before = before.catch(() => undefined).then(() => answer(page, event));
    return before;
  };
}

async function answer(page, { title, choose, tick, text, preview, leave, part, link, notice, press }) {
  if (press !== undefined) {
    await pressButton(page, notice, press);
    return;
  }
  if (link !== undefined) {
    await clickLink(page, part, link);
    return;
  }
  if (preview !== undefined) {
    await endPreview(page, preview, leave);
    return;
  }
  const question = page.locator('.quick-input-widget', {
    has: page.locator('.quick-input-title', { hasText: new RegExp(`^${escaped(title)}$`) }),
  });
  const input = question.locator('.quick-input-box input').first();
  // To press a key does not wait for that by itself, and what was answered before stays in the page unseen.
  await input.waitFor({ state: 'visible', timeout });
  if (tick !== undefined) {
    await question.locator('.monaco-list-row', { hasText: tick }).click({ timeout });
    return;
  }
  if (choose !== undefined) {
    await input.fill(choose, { timeout });
    await question.locator('.monaco-list-row.focused', { hasText: choose }).waitFor({ timeout });
  }
  if (text !== undefined) await input.fill(text, { timeout });
  await input.press('Enter', { timeout });
}

async function endPreview(page, how, leave) {
  await tickSteps(page, leave);
  const name = how === 'apply' ? 'Apply' : 'Discard';
  await page.locator('.bulk-edit-panel .monaco-button', { hasText: name }).click({ timeout });
}

/**
 * Ticks every step of the refactor preview, shows them one by one, and takes the tick from one of them again.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} [leave] a part of the title of the step that is not wanted
 */
export async function tickSteps(page, leave) {
  const rows = page.locator('.bulk-edit-panel .monaco-list-row');
  await rows.first().waitFor({ timeout });
  // Grouped by file, as it is at first, the box of a file stands for all changes in it.
  const byFile = page.getByRole('button', { name: 'Group Changes By File' });
  if (await byFile.isVisible()) await byFile.click({ timeout });
  await rows.first().locator('.edit-checkbox').click({ timeout });
  await page.getByRole('button', { name: 'Group Changes By Type' }).click({ timeout });
  if (leave === undefined) return;
  const step = rows.filter({ hasText: leave }).first();
  await step.waitFor({ timeout });
  const file = Number(await step.getAttribute('data-index')) + 1;
  await page
    .locator(`.bulk-edit-panel .monaco-list-row[data-index="${file}"] .edit-checkbox`)
    .click({ timeout });
}

/** A button of a message that is shown. */
async function pressButton(page, notice, press) {
  const message = page.locator('.notification-toast', { hasText: notice });
  await message.getByRole('button', { name: press, exact: true }).click({ timeout });
}

/** A page of an extension stands in two frames, one in the other. */
async function clickLink(page, part, link) {
  const frame = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  const named = frame.getByRole('region', { name: part }).or(frame.getByRole('navigation', { name: part }));
  await named.getByRole('link', { name: link, exact: true }).first().click({ timeout });
}

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
