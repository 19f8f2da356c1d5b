import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';

const setting = 'bulwark.overlappingFindings';

/** Tells the server what other extensions show at our documents, so that nothing is shown twice. */
export function tellForeignFindings(
  client: BaseLanguageClient,
  selector: vscode.DocumentSelector,
): vscode.Disposable {
  /** What the server was told last, by document. */
  const told = new Map<string, string>();
  const tell = (document: vscode.TextDocument): void => {
    if (!client.isRunning() || vscode.languages.match(selector, document) === 0) return;
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const findings = leaves(document) ? foreignFindings(document.uri) : [];
    const text = JSON.stringify(findings);
    if (text === (told.get(uri) ?? '[]')) return;
    told.set(uri, text);
    void client.sendNotification('bulwark/foreignFindings', { uri, findings });
  };
  const tellAll = (): void => vscode.workspace.textDocuments.forEach(tell);
  return vscode.Disposable.from(
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const changed = new Set(uris.map(String));
      vscode.workspace.textDocuments.filter(({ uri }) => changed.has(uri.toString())).forEach(tell);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      told.delete(client.code2ProtocolConverter.asUri(uri));
    }),
    vscode.workspace.onDidOpenTextDocument(tell),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(setting)) tellAll();
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) return;
      told.clear();
      tellAll();
    }),
  );
}

const leaves = ({ uri }: vscode.TextDocument): boolean =>
  vscode.workspace.getConfiguration(undefined, uri).get<string>(setting) !== 'show';

interface ForeignFinding {
  readonly source: string;
  readonly code: string;
  readonly line: number;
  readonly lastLine: number;
}

function foreignFindings(uri: vscode.Uri): readonly ForeignFinding[] {
  return vscode.languages.getDiagnostics(uri).flatMap(({ source = '', code, range }) => {
    if (source === 'bulwark' || (code === undefined && !source.startsWith('yaml-schema'))) return [];
    const name = typeof code === 'object' ? code.value : (code ?? '');
    return [{ source, code: String(name), line: range.start.line, lastLine: range.end.line }];
  });
}
