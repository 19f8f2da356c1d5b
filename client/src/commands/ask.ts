import * as vscode from 'vscode';
import { typedWords } from '../docker/typed-words';

/** Questions to the person. Each answers undefined where nothing is chosen: then nothing more happens. */

export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/** One of several; where there is only one, that one without a question. */
export async function pickOne<T>(title: string, choices: readonly Choice<T>[]): Promise<T | undefined> {
  const [only, ...others] = choices;
  if (only !== undefined && others.length === 0) return only.value;
  return (await vscode.window.showQuickPick(choices, { title, matchOnDescription: true }))?.value;
}

/** Any number of several. */
export async function pickMany<T>(
  title: string,
  choices: readonly Choice<T>[],
): Promise<readonly T[] | undefined> {
  const chosen = await vscode.window.showQuickPick(choices, { title, canPickMany: true });
  return chosen?.map(({ value }) => value);
}

/**
 * A name of a certain form.
 * @param problem what is wrong with a text.
 * @param value what the file knows; left out where it is no such name.
 */
export async function askName(
  title: string,
  prompt: string,
  problem: (text: string) => string | undefined,
  value = '',
): Promise<string | undefined> {
  const text = await vscode.window.showInputBox({
    title,
    prompt,
    value: problem(value) === undefined ? value : '',
    validateInput: (typed) => (typed.trim() === '' ? undefined : problem(typed.trim())),
    ignoreFocusOut: true,
  });
  const name = text?.trim() ?? '';
  return name === '' || problem(name) !== undefined ? undefined : name;
}

/** Words that go to a program as they are typed: names of packages, options. */
export async function askWords(
  title: string,
  prompt: string,
  value = '',
): Promise<readonly string[] | undefined> {
  const text = await vscode.window.showInputBox({
    title,
    prompt,
    value,
    validateInput: (typed) => (typedWords(typed) === undefined ? 'A quote is not closed.' : undefined),
    ignoreFocusOut: true,
  });
  return text === undefined ? undefined : typedWords(text);
}
