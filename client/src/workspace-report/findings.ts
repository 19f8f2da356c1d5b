import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type {
  WorkspaceFindingsAnswer,
  WorkspaceFindingsChanged,
  WorkspaceFindingsParams,
} from '../../../server/src/protocol/workspace-report/messages';
import { withPage } from '../page-links';
import { askWithProgress } from './request';

const method = 'bulwark/workspaceFindings';

/**
 * Findings of files that no editor shows: of those that one does, the client shows them already. Once asked for they follow
 * the files, until they are cleared.
 */
export class WorkspaceFindings implements vscode.Disposable {
  readonly #shown = vscode.languages.createDiagnosticCollection('bulwark workspace');
  readonly #disposables: readonly { dispose(): unknown }[];
  #isOn = false;
  #updating = Promise.resolve();

  constructor(private readonly client: BaseLanguageClient) {
    const { visibleDocuments } = client;
    this.#disposables = [
      this.#shown,
      visibleDocuments.onOpen((uris) => uris.forEach((uri) => this.#shown.delete(uri))),
      visibleDocuments.onClose((uris) => this.#update([...uris])),
      client.onNotification('bulwark/workspaceFindingsChanged', ({ uris }: WorkspaceFindingsChanged) =>
        this.#update(uris?.map((uri) => vscode.Uri.parse(uri))),
      ),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.#update(undefined);
      }),
    ];
  }

  dispose(): void {
    for (const each of this.#disposables) each.dispose();
  }

  /** Shows the findings of the whole workspace. */
  async show(): Promise<void> {
    const params: WorkspaceFindingsParams = { again: true };
    const answer = await askWithProgress<WorkspaceFindingsAnswer>(
      this.client,
      'Linting the workspace',
      method,
      params,
    );
    if (answer === undefined) return;
    this.#isOn = true;
    await this.#take(answer);
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  }

  clear(): void {
    this.#isOn = false;
    this.#shown.clear();
  }

  /** Asks again, one time after the other; about all files where none are named. */
  #update(uris: readonly vscode.Uri[] | undefined): void {
    if (!this.#isOn) return;
    this.#updating = this.#updating.then(async () => {
      if (!this.#isOn || !this.client.isRunning()) return;
      const params: WorkspaceFindingsParams =
        uris === undefined ? {} : { uris: uris.map((uri) => this.client.code2ProtocolConverter.asUri(uri)) };
      const answer = await this.client
        .sendRequest<WorkspaceFindingsAnswer | null>(method, params)
        .catch(() => null);
      if (answer !== null) await this.#take(answer, uris);
    });
  }

  /** @param asked the files that the answer is about; all where absent. */
  async #take({ files }: WorkspaceFindingsAnswer, asked?: readonly vscode.Uri[]): Promise<void> {
    const converter = this.client.protocol2CodeConverter;
    const found = await Promise.all(
      files.map(async ({ uri, diagnostics }) => ({
        uri: converter.asUri(uri),
        diagnostics: await converter.asDiagnostics([...diagnostics]),
      })),
    );
    // Cleared while they were asked for.
    if (!this.#isOn) return;
    if (asked === undefined) this.#shown.clear();
    else asked.forEach((uri) => this.#shown.delete(uri));
    for (const { uri, diagnostics } of found)
      if (!this.client.visibleDocuments.isVisible(uri)) this.#shown.set(uri, diagnostics.map(withPage));
  }
}
