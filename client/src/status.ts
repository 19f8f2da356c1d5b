import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';

/** The language status item: how many findings the document has, and how the server is. */
export function showStatus(client: BaseLanguageClient, selector: vscode.DocumentSelector): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('bulwark.status', selector);
  item.name = 'Bulwark';
  let state = client.state;

  const update = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    item.busy = state === State.Starting;
    item.severity =
      state === State.Stopped || state === State.StartFailed
        ? vscode.LanguageStatusSeverity.Error
        : vscode.LanguageStatusSeverity.Information;
    const { text, detail, command } = describe(state, document);
    item.text = text;
    item.detail = detail;
    item.command = command;
    item.accessibilityInformation = { label: `Bulwark: ${text}. ${detail}` };
  };

  update();
  return vscode.Disposable.from(
    item,
    client.onDidChangeState(({ newState }) => {
      state = newState;
      update();
    }),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const active = vscode.window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === active)) update();
    }),
  );
}

const restart: vscode.Command = { title: 'Restart', command: 'bulwark.restart' };
const showOutput: vscode.Command = { title: 'Show Output', command: 'bulwark.showOutput' };

interface Description {
  readonly text: string;
  readonly detail: string;
  readonly command: vscode.Command;
}

function describe(state: State, document: vscode.TextDocument | undefined): Description {
  if (state === State.Starting) return { text: 'Bulwark', detail: 'Starting', command: showOutput };
  if (state !== State.Running) return { text: 'Bulwark', detail: 'Not running', command: restart };
  const count = document === undefined ? 0 : countFindings(document.uri);
  const text = count === 0 ? 'No findings' : count === 1 ? '1 finding' : `${count} findings`;
  return { text, detail: 'Bulwark', command: showOutput };
}

function countFindings(uri: vscode.Uri): number {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'bulwark').length;
}
