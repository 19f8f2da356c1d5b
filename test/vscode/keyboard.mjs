/** What a person does at the keyboard and with the mouse, in a window of VS Code. */

/** How long something may take to be shown, in milliseconds: long, as other machines are slower. */
export const patience = 60_000;

const attempts = 4;

/** Does something until what it calls for is shown: on a busy machine VS Code misses some keys, and the mouse. */
async function until(page, shown, act) {
  for (let attempt = 1; ; attempt += 1) {
    await act();
    try {
      await shown.first().waitFor({ timeout: patience / attempts / 2 });
      return;
    } catch (error) {
      if (attempt === attempts) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

/** Presses keys, one after the other, until something is shown. */
async function press(page, keys, shown) {
  await until(page, shown, async () => {
    for (const key of keys) await page.keyboard.press(key);
  });
}

const input = (page) => page.locator('.quick-input-widget input').first();

async function pick(page, typed, row) {
  await input(page).fill(typed);
  // Before the list has followed what was typed, another row has the focus.
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: row }).waitFor();
  await page.keyboard.press('Enter');
}

/**
 * Runs a command by its title.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} title
 * @param {{ asks: string, row: string }} [question] that the command asks, by its placeholder, and the row to choose
 */
export async function runCommand(page, title, question) {
  await press(page, ['F1'], input(page));
  await pick(page, `>${title}`, title);
  if (question !== undefined) {
    await page.getByPlaceholder(question.asks).first().waitFor();
    await pick(page, question.row, question.row);
  }
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Puts the cursor into a piece of the editor's text, and takes the mouse away, which would show a hover there. */
export async function clickText(page, text) {
  await page.locator('.view-line').getByText(text).first().click();
  const { width, height } = page.viewportSize();
  await page.mouse.move(width / 2, height - 2);
}

/** The hover of what the cursor stands in, as soon as all of it is there. */
export async function openHover(page) {
  const shown = page.locator('.monaco-hover', { hasText: 'Quick Fix...' });
  await press(page, ['Control+k', 'Control+i'], shown);
}

/** The menu of the light bulb, where it has at least three entries. */
export async function openMenu(page) {
  await press(page, ['Control+.'], page.locator('.action-widget .monaco-list-row').nth(2));
}

/** The list of suggestions, where there are at least three. */
export async function openSuggestions(page) {
  await press(page, ['Control+Space'], page.locator('.suggest-widget.visible .monaco-list-row').nth(2));
}

/** Lets the mouse rest at one thing until another is shown. */
export async function pointAt(page, thing, shown) {
  await until(page, shown, async () => {
    await page.mouse.move(0, 0);
    await thing.hover();
  });
}
