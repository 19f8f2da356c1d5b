import * as vscode from 'vscode';
import { linesOf, oneLine, type Step } from '../docker/command-line';
import { insertedText } from '../docker/inserted';
import { shellOfScript, terminalShell } from '../docker/shell';
import { type Way, waysFor } from '../docker/ways';
import { type Machine } from '../machine';

export interface Delivery {
  /** What the command does: `Debug with image mount`. */
  readonly title: string;
  readonly steps: readonly Step[];
  /** Where it runs. */
  readonly folder: vscode.Uri | undefined;
  /** Other ways to the same end that change the file. */
  readonly edits?: readonly {
    readonly label: string;
    readonly detail: string;
    readonly make: () => Promise<void>;
  }[];
  /** Told when the command was started in a terminal. */
  readonly started?: (terminal: vscode.Terminal) => void;
}

const labels: Readonly<Record<Way, string>> = {
  run: '$(terminal) Run in Terminal',
  copy: '$(copy) Copy',
  insert: '$(insert) Insert at Cursor',
};

/** Shows a command and does with it what the person chooses; nothing where nothing is chosen. */
export async function deliver(machine: Machine | undefined, delivery: Delivery): Promise<void> {
  const { title, steps, folder } = delivery;
  const terminal = terminalShell(vscode.env.shell, machine?.isWindows === true);
  const line = oneLine(steps, terminal.shell);
  const editor = vscode.window.activeTextEditor;
  const script = (editor && shellOfScript(editor.document.languageId)) ?? terminal.shell;
  const lines = linesOf(steps, script);
  const trusted = vscode.workspace.isTrusted;
  const ways = waysFor({
    trusted,
    runs: machine !== undefined && (folder === undefined || folder.scheme === 'file'),
    editor: editor !== undefined,
  }).filter((way) => (way === 'insert' ? lines : line) !== undefined);
  const edits = trusted ? (delivery.edits ?? []) : [];
  if (ways.length === 0 && edits.length === 0) {
    void vscode.window.showErrorMessage(`This command cannot be written for ${vscode.env.shell}.`);
    return;
  }
  const detail = line ?? lines?.join(' ') ?? '';
  const act: Readonly<Record<Way, () => unknown>> = {
    run: () => delivery.started?.(run(title, line ?? '', folder, terminal.program)),
    copy: () => vscode.env.clipboard.writeText(line ?? ''),
    insert: () => editor && insert(editor, lines ?? []),
  };
  const chosen = await vscode.window.showQuickPick(
    [
      ...ways.map((way) => ({ label: labels[way], detail, act: act[way] })),
      ...edits.map(({ label, detail: of, make }) => ({ label: `$(edit) ${label}`, detail: of, act: make })),
    ],
    { title, placeHolder: trusted ? '' : 'This workspace is not trusted: the command can only be copied.' },
  );
  await chosen?.act();
}

function run(name: string, line: string, cwd: vscode.Uri | undefined, program?: string): vscode.Terminal {
  const terminal = vscode.window.createTerminal({
    name,
    ...(cwd !== undefined && { cwd }),
    ...(program !== undefined && { shellPath: program }),
  });
  terminal.show();
  terminal.sendText(line);
  return terminal;
}

/** Above the line of the cursor. */
async function insert(editor: vscode.TextEditor, lines: readonly string[]): Promise<void> {
  const { document, selection } = editor;
  const line = document.lineAt(selection.active.line);
  const indent = line.text.slice(0, line.firstNonWhitespaceCharacterIndex);
  const text = insertedText(lines, document.languageId, indent);
  const done = await editor.edit((edit) => edit.insert(line.range.start, text));
  if (!done) void vscode.window.showErrorMessage('The file cannot be changed.');
}
