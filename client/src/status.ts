import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { type Checking } from './checking';
import { featuresLeftTo } from './language-features';
import { type Situation, statusText } from './status-text';

/** The language status item: what the server does, how many findings the document has, and who else is at work. */
export function showStatus(
  client: BaseLanguageClient,
  selector: vscode.DocumentSelector,
  checking: Checking,
): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('bulwark.status', selector);
  item.name = 'Bulwark';
  let server = serverOf(client.state);

  const update = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const situation = { server, ...situationOf(document, checking) };
    const { text, detail, isError, command } = statusText(situation);
    item.busy = server === 'starting' || (server === 'running' && situation.checking);
    item.severity = vscode.LanguageStatusSeverity[isError ? 'Error' : 'Information'];
    item.text = text;
    item.detail = detail;
    item.command = command;
    item.accessibilityInformation = { label: `Bulwark: ${text}. ${detail}`, role: 'status' };
  };

  update();
  return vscode.Disposable.from(
    item,
    client.onDidChangeState(({ newState }) => {
      server = serverOf(newState);
      update();
    }),
    checking.onDidChange(update),
    vscode.extensions.onDidChange(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('bulwark')) update();
    }),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const active = vscode.window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === active)) update();
    }),
  );
}

function serverOf(state: State): Situation['server'] {
  if (state === State.Starting) return 'starting';
  return state === State.Running ? 'running' : 'stopped';
}

function situationOf(
  document: vscode.TextDocument | undefined,
  checking: Checking,
): Omit<Situation, 'server'> {
  const own =
    document === undefined
      ? []
      : vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'bulwark');
  return {
    checking: document !== undefined && checking.isChecked(document),
    enabled: vscode.workspace.getConfiguration('bulwark', document).get('enable', true),
    tooLarge: own.some(({ code }) => (typeof code === 'object' ? code.value : code) === 'file-too-large'),
    findings: own.length,
    neighbours: document === undefined ? [] : featuresLeftTo(document),
  };
}
