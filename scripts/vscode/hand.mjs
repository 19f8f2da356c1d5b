/** How long a question may let the hand wait, in milliseconds: less than a test has. */
const timeout = 20_000;

/**
 * A person's hand in a window: it answers the questions of VS Code, one after the other, as soon as they are shown.
 *
 * @param {import('playwright-core').Page} page
 * @returns {(event: { title: string, choose?: string, tick?: string, text?: string }) => Promise<void>} answers the question with
 *   this title: types a part of a row and presses enter as soon as that row has the focus; ticks a row; or presses enter, after a
 *   text was typed where there is one
 */
export function handOf(page) {
  let before = Promise.resolve();
  return (event) => {
    before = before.catch(() => undefined).then(() => answer(page, event));
    return before;
  };
}

async function answer(page, { title, choose, tick, text }) {
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

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
