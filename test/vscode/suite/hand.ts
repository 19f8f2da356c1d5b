import type * as vscode from 'vscode';

/** Questions are answered by a hand outside of VS Code, which types and clicks as soon as it sees them. */

/** Picks the row that holds a text, in the question with this title. */
export function choose(title: string, row: string): void {
  tell({ title, choose: row });
}

/** Ticks the row that holds a text; the question goes on. */
export function tick(title: string, row: string): void {
  tell({ title, tick: row });
}

/** Presses enter in the question with this title, after it typed a text where one is given. */
export function accept(title: string, text?: string): void {
  tell({ title, text });
}

/** Saves under a path, in the question with this title, which offers a name at first. */
export function saveAs(title: string, offered: string, file: vscode.Uri): void {
  tell({ title, offered, save: file.path });
}

/** Ends the refactor preview, which is shown grouped by file: with all its steps, or all but one with this title. */
export function endPreview(preview: 'apply' | 'discard', leave?: string): void {
  tell({ preview, leave });
}

/**
 * Clicks a link of the page that is shown.
 * @param part name of the part of the page that holds it: its heading or label.
 */
export function clickLink(part: string, link: string): void {
  tell({ part, link });
}

/** Presses a button of the message that holds a text. */
export function pressButton(notice: string, press: string): void {
  tell({ notice, press });
}

/**
 * Opens a row of the view that is shown, and clicks one below it.
 * @param row all that a screen reader says of it.
 * @param below a part of the text of the row to click.
 */
export function clickBelow(row: string, below: string): void {
  tell({ row, below });
}

function tell(event: Readonly<Record<string, string | undefined>>): void {
  // eslint-disable-next-line no-console -- it is the channel
  console.log(`@test ${JSON.stringify({ type: 'hand', ...event })}`);
}
