import * as vscode from 'vscode';
import { pickOne } from './ask';

/** More than any file has: every action comes with its edit. */
const all = 1000;

/** The actions of the light bulb of a kind, anywhere in a file or in a part of it; those that only say why they cannot are left out. */
export async function offersOf(
  document: vscode.TextDocument,
  kind: vscode.CodeActionKind,
  within = new vscode.Range(0, 0, document.lineCount, 0),
): Promise<readonly vscode.CodeAction[]> {
  const command = 'vscode.executeCodeActionProvider';
  const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    command,
    document.uri,
    within,
    kind.value,
    all,
  );
  return actions.filter(
    (action) =>
      action.kind !== undefined &&
      kind.contains(action.kind) &&
      (action.edit !== undefined || action.command !== undefined),
  );
}

/** Carries out one of several actions that the person picks. */
export async function carryOut(title: string, actions: readonly vscode.CodeAction[]): Promise<void> {
  const action = await pickOne(
    title,
    actions.map((each) => ({ label: each.title, value: each })),
  );
  if (action === undefined) return;
  if (action.edit !== undefined) await vscode.workspace.applyEdit(action.edit, { isRefactoring: true });
  const { command } = action;
  const words = (command?.arguments ?? []) as readonly unknown[];
  if (command !== undefined) await vscode.commands.executeCommand(command.command, ...words);
}
