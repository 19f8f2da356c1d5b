/** How long a question may let the hand wait, in milliseconds: less than a test has. */
const timeout = 40_000;

/**
 * A person's hand in a window: it answers the questions of VS Code, one after the other, as soon as they are shown.
 *
 * @param {import('playwright-core').Page} page
 * @returns {{ act(event: Act): Promise<void>, rest(): void }} `act` answers a question after those before it, and rejects where
 *   that cannot be; then what else there was to do is dropped. `rest` drops all that is not done yet.
 *
 * @typedef {{ title?: string, choose?: string, tick?: string, text?: string, save?: string, offered?: string, preview?: 'apply' | 'discard', leave?: string,
 *   part?: string, link?: string, notice?: string, press?: string, row?: string, below?: string }} Act
 *   answers the question with this title: types a part of a row and presses enter as soon as that row has the focus; ticks a row;
 *   or presses enter, after a text was typed where there is one; or saves under a path as soon as a name is offered. Or ends the
 *   refactor preview, with all steps but those to leave; or presses a button of a message; or clicks a link of a page, or a row below
 *   another one of the view that is shown
 */
export function handOf(page) {
  let turn = new AbortController();
  let before = Promise.resolve();
  const rest = () => {
    turn.abort();
    turn = new AbortController();
    before = Promise.resolve();
  };
  const act = (event) => {
    const { signal } = turn;
    const done = before.then(() => (signal.aborted ? undefined : answer(page, event, signal)));
    before = done.catch(() => {
      if (!signal.aborted) rest();
    });
    return done;
  };
  return { act, rest };
}

async function answer(page, event, signal) {
  const { title, choose, tick, text, save, offered, preview, leave, part, link, notice, press, row, below } =
    event;
  if (press !== undefined) {
    await pressButton(page, notice, press);
    return;
  }
  if (row !== undefined) {
    await clickBelow(page, row, below);
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
  if (signal.aborted) return;
  if (save !== undefined) {
    await saveAs(question, input, save, offered);
    return;
  }
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

/** VS Code offers a name when it has read the folder, and writes it over what was typed before. */
async function saveAs(question, input, path, offered) {
  const began = Date.now();
  while (!(await input.inputValue({ timeout })).endsWith(offered))
    if (Date.now() - began > timeout) throw new Error(`The name ${offered} is not offered.`);
  await input.fill(path, { timeout });
  // Enter may only lead to the folder of what was typed, and is pressed once more then.
  for (let left = 4; ; left -= 1) {
    await input.press('Enter', { timeout });
    try {
      await question.waitFor({ state: 'hidden', timeout: timeout / 8 });
      return;
    } catch (error) {
      if (left === 0) throw error;
    }
  }
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
  const byType = page.getByRole('button', { name: 'Group Changes By Type' });
  await byFile.or(byType).first().waitFor({ timeout });
  if (await byFile.isVisible()) await byFile.click({ timeout });
  await byType.waitFor({ timeout });
  await rows.first().locator('.edit-checkbox').click({ timeout });
  await byType.click({ timeout });
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

/** A row of a view, by what a screen reader says of it, is opened, and the one below it clicked that holds a text. */
async function clickBelow(page, row, below) {
  const rows = page.locator('.composite.viewlet .monaco-list-row');
  await rows.and(page.getByLabel(row, { exact: true })).click({ timeout });
  await page.keyboard.press('ArrowRight');
  await rows.filter({ hasText: below }).click({ timeout });
}

/** A page of an extension stands in two frames, one in the other. */
async function clickLink(page, part, link) {
  const frame = page.frameLocator('iframe.webview.ready:visible').frameLocator('#active-frame');
  const named = frame.getByRole('region', { name: part }).or(frame.getByRole('navigation', { name: part }));
  await named.getByRole('link', { name: link, exact: true }).first().click({ timeout });
}

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
